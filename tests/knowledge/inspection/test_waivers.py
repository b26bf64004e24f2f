from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import ListFileError
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.waivers import Sifted, read_waivers, sift

TODAY = date(2026, 11, 25)
FINDING = Finding(Rule.DATE_MISSING, "a-rule", "No date.", "Write as_of.")


def sifted(tmp_path: Path, *lines: str, findings: tuple[Finding, ...] = (FINDING,)) -> Sifted:
    path = tmp_path / "waivers.tsv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return sift(findings, read_waivers(path), TODAY)


def rules(result: Sifted) -> list[str]:
    return [finding.rule.value for finding in result.findings]


@pytest.mark.parametrize("subject", ["a-rule", "*"])
def test_a_waiver_holds_through_its_last_day(tmp_path: Path, subject: str):
    """For its entry, or for all; the finding is kept with its reason."""
    result = sifted(tmp_path, f"date-missing\t{subject}\t2026-11-25\tThe page has none.")
    assert rules(result) == []
    assert [(finding, waiver.reason) for finding, waiver in result.waived] == [(FINDING, "The page has none.")]


def test_an_expired_waiver_waives_nothing_and_says_so(tmp_path: Path):
    """The finding stands again, and the waiver is one too."""
    assert rules(sifted(tmp_path, "date-missing\ta-rule\t2026-11-24\tx")) == ["date-missing", "waiver-expired"]


@pytest.mark.parametrize("line", ["date-missing\tanother\t2027-01-01\tx", "too-long\ta-rule\t2027-01-01\tx"])
def test_an_unused_waiver_is_a_finding(tmp_path: Path, line: str):
    """What is mended needs no waiver."""
    assert rules(sifted(tmp_path, line)) == ["date-missing", "waiver-unused"]


def test_without_findings_and_waivers_all_is_well(tmp_path: Path):
    """An empty list is a list."""
    assert sifted(tmp_path, "# none", findings=()) == Sifted([], [])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("no-such-rule\t*\t2027-01-01\tx", "no rule 'no-such-rule'"),
        ("too-long\t*\t31/12/2027\tx", "'31/12/2027' is no day"),
        ("too-long\t*\t2027-01-01\t ", "reason"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, why: str):
    """A waiver without reason, day or rule is refused, by line."""
    with pytest.raises(ListFileError, match=rf"line 2: .*{why}"):
        sifted(tmp_path, "# remark", line)
