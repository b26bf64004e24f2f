"""`safertogether bench-scale`: retrieval among very many entries."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import JsonOption, print_json


def bench_scale(
    entries: Annotated[int, typer.Option(min=1, help="How many synthetic entries beside the seed.")] = 250_000,
    messages: Annotated[Path, typer.Option(help="Messages with expected entries.")] = Path(
        "tests/quality/dev_positive.jsonl"
    ),
    as_json: JsonOption = False,
) -> None:
    """Measure build time, memory and search times among synthetic entries; nothing is stored."""
    from bot.bench.scale import measure_scale

    measured = measure_scale(entries, messages, lambda line: typer.echo(line, err=True))
    if as_json:
        print_json(measured.as_dict())
        return
    for name, value in measured.as_dict().items():
        if not isinstance(value, dict | list):
            typer.echo(f"{name:<24}{value:>12,.3f}" if isinstance(value, float) else f"{name:<24}{value!s:>12}")
    kept = measured.kept
    typer.echo(
        f"in files: {kept.written_mb:.0f} MB, written in {kept.written_s:.1f} s, opened in {kept.opened_s:.1f} s"
    )
    typer.echo(f"decided the same from files: {kept.same:.3f}")
    for stage, milliseconds in measured.stages_ms.items():
        typer.echo(f"  {stage:<22}{milliseconds:>12,.3f} ms")
    typer.echo("\nlists  recall         nearest      p50 ms      p95 ms")
    for tried in measured.recall:
        found = f"{tried.recall:>12.4f}{tried.first:>10.3f}{tried.p50_ms:>12.2f}{tried.p95_ms:>12.2f}"
        typer.echo(f"{tried.lists or 'all':>5}{found}")
