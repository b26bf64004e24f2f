"""`safertogether synthesise FILE`: entries that nobody wrote, to measure with."""

from pathlib import Path
from typing import Annotated

import typer


def synthesise(
    file: Annotated[Path, typer.Argument(help="A .jsonl file; one of that name is replaced.", metavar="FILE")],
    entries: Annotated[int, typer.Option(min=1, help="How many.")] = 1000,
    seed: Annotated[int, typer.Option(help="Another number, other entries.")] = 1,
) -> None:
    """Write synthetic entries as JSON Lines, all of them pending: they are for measuring only."""
    from knowledge.entry import Status
    from knowledge.synthesis.synthetic import synthetic_entries
    from knowledge.transfer.exporting import replacing
    from knowledge.transfer.json_lines import write_json_lines

    pending = {"status": Status.PENDING.value}
    with replacing(file) as beside, beside.open("w", encoding="utf-8") as out:
        records = (entry.model_dump(mode="json") | pending for entry in synthetic_entries(entries, seed))
        count = write_json_lines(records, out)
    typer.echo(f"Wrote {count} synthetic entries to {file}.")
