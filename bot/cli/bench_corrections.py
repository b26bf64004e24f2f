"""`safertogether bench-corrections`: a correction to many people, with `kill -9` on the way."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.options import JsonOption, print_json
from bot.logging_setup import configure_logging


def bench_corrections(
    as_json: JsonOption = False,
    recipients: Annotated[int, typer.Option(min=1, help="How many got the old answer.")] = 2000,
    kills: Annotated[int, typer.Option(min=0, help="How often the bot is killed with `kill -9`.")] = 3,
    is_mixed: Annotated[bool, typer.Option("--mixed", help="Two in three get a quiz or a document instead.")] = False,
    database: Annotated[
        str | None, typer.Option(help="An empty database; default: SQLite in a scratch folder.")
    ] = None,
) -> None:
    """Send one correction to many people through the simulator, which enforces Telegram's limits."""
    from bot.bench.corrections import Wanted, measure_corrections

    configure_logging("ERROR")
    wanted = Wanted(recipients, kills, database, is_mixed)
    console = Console(stderr=True, highlight=False)
    with tempfile.TemporaryDirectory(prefix="safertogether-corrections-") as scratch:
        measured = asyncio.run(
            measure_corrections(wanted, Path(scratch), lambda line: console.print(line, markup=False))
        )
    if as_json:
        print_json(measured.as_dict())
        return
    typer.echo(f"recipients            {measured.recipients:>8}")
    typer.echo(f"kill -9               {measured.kills:>8}   letters in flight: {list(measured.in_flight)}")
    typer.echo(f"lost                  {measured.lost:>8}   (bar: 0)")
    typer.echo(f"twice                 {measured.twice:>8}   (bar: 0)")
    typer.echo(f"429 answers           {measured.refused_429:>8}   (bar: 0)")
    typer.echo(f"probes                {measured.probes:>8}   messages touched to find out what had arrived")
    typer.echo(f"seconds               {measured.seconds:>8.1f}   of which {measured.seconds_down:.1f} starting anew")
