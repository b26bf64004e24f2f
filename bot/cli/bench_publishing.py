"""`safertogether bench-publishing`: from publishing to searchable in other processes."""

import tempfile
from pathlib import Path

import typer

from bot.cli.options import DatabaseOption, JsonOption, print_json


def bench_publishing(as_json: JsonOption = False, database: DatabaseOption = None) -> None:
    """Measure how long two other bot processes take to find what is published; --database: an empty one."""
    from bot.bench.publishing import measure_publishing
    from knowledge.store.database import sqlite_url

    with tempfile.TemporaryDirectory(prefix="safertogether-publishing-") as scratch:
        measured = measure_publishing(Path(scratch), database or sqlite_url(Path(scratch) / "bench.db"))
    if as_json:
        print_json(measured.as_dict())
        return
    typer.echo(f"{measured.database}, {measured.processes} processes, {measured.entries} entries")
    typer.echo(
        f"publish to searchable   median {measured.median_s:.2f} s   longest {measured.longest_s:.2f} s   (bar: 1 s)"
    )
