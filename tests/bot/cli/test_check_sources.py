"""`safertogether check-sources` as others call it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program
from knowledge.errors import TransferError

pytestmark = pytest.mark.model

GOOD = {
    "kind": "fact_check", "id": "pen-sendiri", "topic": "voting-process", "status": "published",
    "claim_ms": "Pengundi perlu membawa pen sendiri.", "claim_en": "Voters must bring their own pen.",
    "verdict": "false", "summary_ms": "SPR menafikannya.", "summary_en": "The EC denied it.",
    "review_date": "2026-01-02", "publisher": "SPR", "source_url": "https://contoh.my/pen",
    "checked_at": "2026-11-01", "checked_against": "https://contoh.my/pen", "check_result": "confirmed",
}  # fmt: skip


def call(*words: str) -> Result:
    return CliRunner().invoke(program, ["check-sources", "--today", "2026-11-25", *words])


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    return tmp_path / "entries.jsonl"


def write(path: Path, *records: dict[str, object]) -> str:
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return str(path)


def test_good_entries_pass(entries: Path) -> None:
    """Exit status 0, and the age of the reading is told."""
    result = call(write(entries, GOOD), "--json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.output)
    assert (report["entries"], report["published"], report["findings"], report["waived"]) == (1, 1, [], [])
    (reading,) = report["readings"]
    assert (reading["id"], reading["days"], reading["result"]) == ("pen-sendiri", 24, "confirmed")


def test_findings_fail(entries: Path) -> None:
    """Exit status 1; each finding names rule, entry, problem and mend, in both outputs."""
    bad = GOOD | {"summary_ms": "SPR menafikannya karena palsu.", "review_date": None}
    result = call(write(entries, bad), "--json")
    assert result.exit_code == 1
    found = {(each["rule"], each["subject"]) for each in json.loads(result.output)["findings"]}
    assert found == {("indonesian", "pen-sendiri"), ("date-missing", "pen-sendiri")}
    shown = call(str(entries))
    assert shown.exit_code == 1
    assert "Malaysians write 'kerana'" in shown.output
    assert "2 findings, 0 waived" in shown.output


def test_waivers_and_hosts_are_files(entries: Path, tmp_path: Path) -> None:
    """What a waiver covers does not fail, and the list of hosts is the one given."""
    hosts, waivers = tmp_path / "hosts.tsv", tmp_path / "waivers.tsv"
    hosts.write_text("contoh.my\tdead\tClosed.\n", encoding="utf-8")
    assert call(write(entries, GOOD), "--hosts", str(hosts)).exit_code == 1
    waivers.write_text("host-gone\tpen-sendiri\t2026-12-31\tAn archive is looked for.\n", encoding="utf-8")
    result = call(str(entries), "--hosts", str(hosts), "--waivers", str(waivers))
    assert result.exit_code == 0, result.output
    assert "0 findings, 1 waived" in result.output


def test_a_long_answer_is_measured_as_it_is_shown(entries: Path) -> None:
    """Verdict, claim, summary, source and note count together."""
    result = call(write(entries, GOOD | {"summary_en": "The EC denied it. " * 40}), "--json")
    (finding,) = json.loads(result.output)["findings"]
    assert finding["rule"] == "too-long"


def test_a_sample_is_printed_with_its_sources(entries: Path) -> None:
    """All texts and the source of each drawn entry; the same seed gives the same draw."""
    records = [GOOD | {"id": f"pen-{number}"} for number in range(9)]
    shown = call(write(entries, *records), "--sample", "3", "--seed", "7")
    assert shown.exit_code == 0
    assert shown.output.count("source:  https://contoh.my/pen") == 3
    assert "summary_ms: SPR menafikannya." in shown.output
    assert call(str(entries), "--sample", "3", "--seed", "7").output == shown.output
    drawn = json.loads(call(str(entries), "--sample", "3", "--seed", "7", "--json").output)
    assert len({record["id"] for record in drawn}) == 3


def test_a_damaged_file_is_named(entries: Path) -> None:
    """With line and mend, as at an import."""
    result = call(write(entries, GOOD, GOOD | {"id": "x", "verdict": "palsu"}))
    assert isinstance(result.exception, TransferError)
    assert "entries.jsonl, line 2" in str(result.exception)
