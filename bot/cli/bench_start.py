"""`safertogether bench-start`: from `make run` to the first answer."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import JsonOption, print_json


def bench_start(
    folder: Annotated[Path, typer.Argument(help="A clone of this repository; a new one is set up on the way.")] = (
        Path()
    ),
    as_json: JsonOption = False,
) -> None:
    """Measure how long `make run` takes to the first answer and to NLU; without a token only."""
    from bot.bench.starting import measure_start

    measured = measure_start(folder, lambda line: typer.echo(line, err=True))
    if as_json:
        print_json(measured.as_dict())
        return
    for name, seconds in measured.as_dict().items():
        typer.echo(f"{name.removesuffix('_s'):8}{'-' if seconds is None else f'{seconds:.1f} s'}")
