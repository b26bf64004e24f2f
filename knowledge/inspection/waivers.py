"""Findings that are accepted for a time, each with its reason, in a file that people keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.errors import ListFileError
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.tables import rows

_COLUMNS = ("rule", "subject", "until", "reason")


@dataclass(frozen=True)
class Waiver:
    """One accepted finding; the subject `*` accepts every finding of the rule. `until` is its last day."""

    line: int
    rule: Rule
    subject: str
    until: date
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether it is this finding that is accepted."""
        return self.rule is finding.rule and self.subject in ("*", finding.subject)


@dataclass(frozen=True)
class Sifted:
    """Findings that stand, and those that are waived."""

    findings: list[Finding]
    waived: list[tuple[Finding, Waiver]]


def read_waivers(path: Path) -> list[Waiver]:
    """The waivers of a file.

    Raises:
        ListFileError: the file cannot be read, or a line of it is wrong.
    """
    return [_waiver(path.name, number, *cells) for number, cells in rows(path, _COLUMNS)]


def _waiver(name: str, line: int, rule: str, subject: str, until: str, reason: str) -> Waiver:
    if rule not in list(Rule):
        raise ListFileError(f"{name}, line {line}: there is no rule {rule!r}; write one of {', '.join(Rule)}.")
    try:
        return Waiver(line, Rule(rule), subject, date.fromisoformat(until), reason)
    except ValueError:
        raise ListFileError(f"{name}, line {line}: {until!r} is no day; write YYYY-MM-DD.") from None


def sift(findings: Sequence[Finding], waivers: Sequence[Waiver], today: date) -> Sifted:
    """Takes out what is waived; a waiver that is over, or that waives nothing, is a finding itself."""
    in_force = [waiver for waiver in waivers if waiver.until >= today]
    standing: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        by = next((waiver for waiver in in_force if waiver.covers(finding)), None)
        if by is None:
            standing.append(finding)
        else:
            waived.append((finding, by))
    used = {waiver for _, waiver in waived}
    standing += [_expired(waiver) for waiver in waivers if waiver.until < today]
    standing += [_unused(waiver) for waiver in in_force if waiver not in used]
    return Sifted(standing, waived)


def _expired(waiver: Waiver) -> Finding:
    problem = f"The waiver of {waiver.rule.value} on line {waiver.line} ended on {waiver.until}: {waiver.reason}"
    return Finding(Rule.WAIVER_EXPIRED, waiver.subject, problem, "Mend the entry, or renew the waiver with a reason.")


def _unused(waiver: Waiver) -> Finding:
    problem = f"The waiver of {waiver.rule.value} on line {waiver.line} waives nothing."
    return Finding(Rule.WAIVER_UNUSED, waiver.subject, problem, "Delete its line.")
