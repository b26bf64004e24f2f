"""What `safertogether check-sources` prints."""

from collections.abc import Sequence

import typer
from rich.console import Console
from rich.table import Table

from bot.inspecting import Inspected
from knowledge.entry import FactCheck, Guideline
from knowledge.inspection.finding import Finding
from knowledge.inspection.listed import Listed
from knowledge.inspection.reading_rules import ReadingAge
from knowledge.text.language import Language

_WIDTH = 160


def as_dict(inspected: Inspected) -> dict[str, object]:
    """All of it as JSON values."""
    return {
        "entries": len(inspected.entries),
        "published": sum(listed.is_published for listed in inspected.entries),
        "findings": [_finding(finding) for finding in inspected.sifted.findings],
        "waived": [
            _finding(finding) | {"until": waiver.until.isoformat(), "reason": waiver.reason}
            for finding, waiver in inspected.sifted.waived
        ],
        "readings": [_age(age) for age in inspected.ages],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule.value,
        "subject": finding.subject,
        "problem": finding.problem,
        "mend": finding.mend,
    }


def _age(age: ReadingAge) -> dict[str, object]:
    entry = age.listed.entry
    return {
        "id": entry.id,
        "status": age.listed.status.value,
        "checked_at": entry.checked_at,
        "days": age.days,
        "result": entry.check_result and entry.check_result.value,
        "valid_until": getattr(entry, "valid_until", None),
    }


def print_inspected(inspected: Inspected, oldest: int) -> None:
    """Findings as a table, then what was read longest ago."""
    console = Console(width=_WIDTH, highlight=False)
    sifted = inspected.sifted
    if sifted.findings:
        table = Table("Rule", "Entry", "What is wrong", "How to mend it")
        for finding in sifted.findings:
            table.add_row(finding.rule.value, finding.subject, finding.problem, finding.mend)
        console.print(table, markup=False)
    if oldest:
        _print_ages(inspected.ages[:oldest], console)
    read = sum(listed.is_published and listed.entry.is_read_twice() for listed in inspected.entries)
    published = sum(listed.is_published for listed in inspected.entries)
    counts = f"{len(sifted.findings)} findings, {len(sifted.waived)} waived"
    typer.echo(f"{len(inspected.entries)} entries, {published} published, {read} of these read twice: {counts}.")


def _print_ages(ages: Sequence[ReadingAge], console: Console) -> None:
    table = Table("Longest unread", "Status", "Last reading", "Days", "Holds until")
    for age in ages:
        entry = age.listed.entry
        until = getattr(entry, "valid_until", None)
        days = "" if age.days is None else str(age.days)
        table.add_row(entry.id, age.listed.status.value, entry.checked_at or "never", days, until or "")
    console.print(table, markup=False)


def print_sample(drawn: Sequence[Listed]) -> None:
    """Each entry with all its texts and its source, for reading."""
    for number, listed in enumerate(drawn, start=1):
        entry = listed.entry
        typer.echo(f"\n{number}. {entry.id}  ({listed.place})")
        typer.echo(f"   source:  {entry.source_url}")
        typer.echo(
            f"   read:    {entry.checked_at or 'never'} {entry.check_result or ''} {entry.checked_against or ''}"
        )
        for name, value in _about(listed):
            typer.echo(f"   {name}: {value}")
        for language in Language:
            for field, text in listed.texts(language):
                typer.echo(f"   {field}: {text}")


def _about(listed: Listed) -> list[tuple[str, str]]:
    entry = listed.entry
    if isinstance(entry, FactCheck):
        dates = f"claimed {entry.claim_date or '?'}, reviewed {entry.review_date or '?'}"
        return [("verdict", f"{entry.verdict.value}, {entry.publisher}, {dates}")]
    if isinstance(entry, Guideline):
        return [("owner", f"{entry.owner}, as of {entry.as_of or '?'}")]
    return [("rests on", f"{entry.based_on}, right option {entry.answer_index + 1}")]


def sample_as_dict(drawn: Sequence[Listed]) -> list[dict[str, object]]:
    """The drawn entries as JSON values."""
    return [listed.entry.model_dump(mode="json") | {"place": listed.place} for listed in drawn]
