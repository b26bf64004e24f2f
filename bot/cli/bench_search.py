"""`safertogether bench-search`: how long one search takes."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import JsonOption, print_json

_SETS = [Path("tests/quality") / f"dev_{name}.jsonl" for name in ("positive", "near_miss", "unknown")]


def bench_search(
    files: Annotated[list[Path] | None, typer.Argument(help="JSON Lines as for `eval retrieval`.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure one search, all stages but NLU, over the seed; without FILES, with the development set's messages."""
    from bot.bench.search_times import measure_search

    measured = measure_search(files or _SETS)
    if as_json:
        print_json(measured.as_dict())
        return
    typer.echo(f"{measured.entries} entries\n")
    typer.echo(f"{'messages':<16}{'search':<8}{'asked':>7}{'read':>7}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    for each in measured.times:
        spread = each.ms
        numbers = f"{spread.n:>7}{each.read:>7}{spread.p50:>9.2f}{spread.p95:>9.2f}{spread.max:>9.2f}"
        typer.echo(f"{each.messages:<16}{each.kind:<8}{numbers}")
