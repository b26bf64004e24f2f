"""`safertogether import FILE` and `safertogether export FILE`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.options import DatabaseOption, DataOption, is_own_knowledge, settings_for

if TYPE_CHECKING:
    from knowledge.transfer import LineFault

EntryFile = Annotated[Path, typer.Argument(help="A .jsonl or .csv file.", metavar="FILE")]


def import_(
    file: EntryFile,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would change.")] = False,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Import entries: all of them, or none if a line is wrong."""
    from bot.wiring import open_store
    from knowledge.transfer import import_entries

    opened, entries = open_store(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        report = import_entries(file, entries, dry_run=dry_run)
    finally:
        opened.dispose()
    if report.save is None:
        _print_faults(file, report.faults)
        raise typer.Exit(1)
    verb = "Would import" if dry_run else "Imported"
    saved = report.save
    typer.echo(f"{verb} {file}: {saved.added} added, {saved.changed} changed, {saved.unchanged} unchanged.")


def _print_faults(file: Path, faults: "list[LineFault]") -> None:
    console = Console(stderr=True, highlight=False)
    table = Table("Line", "Field", "What is wrong", "How to mend it", title=f"{file}: {len(faults)} faults")
    for fault in faults:
        table.add_row(str(fault.line), fault.field or "", fault.problem, fault.mend)
    console.print(table, markup=False)
    console.print("Nothing was imported.", markup=False)


def export(file: EntryFile, database: DatabaseOption = None, data: DataOption = None) -> None:
    """Export every entry with its status."""
    from bot.wiring import open_store
    from knowledge.transfer import export_entries

    opened, entries = open_store(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        count = export_entries(entries, file)
    finally:
        opened.dispose()
    typer.echo(f"Exported {count} entries to {file}.")
