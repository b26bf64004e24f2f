"""Entries to inspect."""

from collections.abc import Iterable

from knowledge.entry import FactCheck, Guideline, QuizItem, Status
from knowledge.inspection.finding import Finding
from knowledge.inspection.listed import Listed

READ = {"checked_at": "2026-11-25", "checked_against": "https://a.my/page", "check_result": "confirmed"}


def listed(entry: FactCheck | Guideline | QuizItem, status: Status = Status.PUBLISHED) -> Listed:
    """An entry as it stands in a file."""
    return Listed(entry, status, "file.jsonl:1")


def named(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Rule and subject of each finding."""
    return [(finding.rule.value, finding.subject) for finding in findings]
