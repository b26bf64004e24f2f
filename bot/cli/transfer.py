"""`safertogether import FILE` and `safertogether export FILE`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.options import DatabaseOption, DataOption, is_own_knowledge, settings_for
from knowledge.entry import Status, Verdict

if TYPE_CHECKING:
    from knowledge.transfer import ImportReport, LineFault

InFile = Annotated[
    Path, typer.Argument(help="Entries (.jsonl, .csv, .xlsx) or published reviews (.json, .jsonld).", metavar="FILE")
]
OutFile = Annotated[Path, typer.Argument(help="A .jsonl, .csv or .xlsx file.", metavar="FILE")]
RatingOption = Annotated[
    list[str] | None, typer.Option("--rating", help="What a publisher's rating is here, as 'mostly false=misleading'.")
]
StatusOption = Annotated[
    Status | None, typer.Option(help="What new and changed entries get; else what their lines say, or pending.")
]


def import_(
    file: InFile,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would change, and what is alike.")] = False,
    status: StatusOption = None,
    rating: RatingOption = None,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Import entries or other publishers' reviews: all of them, or none if a line is wrong."""
    from bot.wiring import open_knowledge, open_store
    from knowledge.transfer import ImportOptions, import_entries

    own = is_own_knowledge(database, data)
    # A scratch base is made to be asked at once: there, what is certain is published.
    unless_said = Status.PENDING if own else None
    options = ImportOptions(dry_run=dry_run, status=status, unless_said=unless_said, decided=_decided(rating or []))
    if dry_run:
        knowledge = open_knowledge(settings_for(database, data), seeded=own)
        opened, entries = knowledge.database, knowledge.entries
        options = replace(options, search=knowledge.retriever.search)
    else:
        opened, entries = open_store(settings_for(database, data), seeded=own)
    try:
        report = import_entries(file, entries, options)
    finally:
        opened.dispose()
    _print_known(report)
    if report.save is None:
        _print_faults(file, report.faults)
        raise typer.Exit(1)
    verb = "Would import" if dry_run else "Imported"
    saved = report.save
    typer.echo(f"{verb} {file}: {saved.added} added, {saved.changed} changed, {saved.unchanged} unchanged.")


def _decided(ratings: Iterable[str]) -> Mapping[str, Verdict]:
    """What `--rating` says, by the rating as it is compared."""
    from knowledge.transfer.ratings import plain

    decided: dict[str, Verdict] = {}
    for said in ratings:
        words, _, verdict = said.rpartition("=")
        if not plain(words) or verdict.strip() not in {known.value for known in Verdict}:
            known = ", ".join(known.value for known in Verdict)
            raise typer.BadParameter(f"{said!r}: write 'THEIR WORDS=VERDICT', the verdict one of {known}.")
        decided[plain(words)] = Verdict(verdict.strip())
    return decided


def _print_known(report: "ImportReport") -> None:
    """What is known already, or may be: nothing of it keeps the import from going on."""
    if report.known:
        typer.echo(f"{len(report.known)} reviews are known already and were left alone.")
    differing = [known for known in report.known if known.other_verdict is not None]
    for known in differing:
        text = f"  line {known.line}: {known.entry_id} has another verdict there: {known.other_verdict}. Read it again."
        typer.echo(text)
    if report.alike:
        table = Table("Line", "New entry", "Like the entry", "Because", title="Perhaps known already")
        for alike in report.alike:
            because = "same page" if alike.same_page else f"alike, {alike.probability:.0%}"
            table.add_row(str(alike.line), alike.entry_id, alike.known_id, because)
        Console(highlight=False).print(table, markup=False)


def _print_faults(file: Path, faults: "list[LineFault]") -> None:
    console = Console(stderr=True, highlight=False)
    table = Table("Line", "Field", "What is wrong", "How to mend it", title=f"{file}: {len(faults)} faults")
    for fault in faults:
        table.add_row(str(fault.line), fault.field or "", fault.problem, fault.mend)
    console.print(table, markup=False)
    console.print("Nothing was imported.", markup=False)


def export(
    file: OutFile,
    template: Annotated[bool, typer.Option("--template", help="Write an empty table to fill in instead.")] = False,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Export every entry with its status, or an empty template (.csv, .xlsx)."""
    from bot.wiring import open_store
    from knowledge.transfer import export_entries, write_template

    if template:
        write_template(file)
        typer.echo(f"Wrote an empty template to {file}.")
        return
    opened, entries = open_store(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        count = export_entries(entries, file)
    finally:
        opened.dispose()
    typer.echo(f"Exported {count} entries to {file}.")
