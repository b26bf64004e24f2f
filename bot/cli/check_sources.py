"""`safertogether check-sources`: what is to be mended in entries and their sources."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import JsonOption, print_json

_MALAYSIA_AHEAD = timedelta(hours=8)


def check_sources(
    entry_files: Annotated[
        list[Path] | None, typer.Argument(help="Entry files (.jsonl or .csv); default: the seed.", metavar="[FILE]...")
    ] = None,
    hosts: Annotated[
        Path | None, typer.Option("--hosts", help="Hosts that are dead or have moved; default: the seed's list.")
    ] = None,
    waivers: Annotated[
        Path | None, typer.Option("--waivers", help="Accepted findings; default: the seed's, or none for other files.")
    ] = None,
    oldest: Annotated[int, typer.Option("--oldest", min=0, help="How many of the longest unread to list.")] = 10,
    sample_size: Annotated[
        int | None, typer.Option("--sample", min=1, help="Only print so many published entries drawn by chance.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Which draw --sample makes.")] = 1,
    today: Annotated[
        datetime | None, typer.Option("--today", formats=["%Y-%m-%d"], help="The day to count from; default: today.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List what is to be mended in entries and their sources; exit status 1 if there is anything."""
    if sample_size is not None:
        _print_sample(entry_files or [], sample_size, seed, as_json=as_json)
        return
    from bot.cli.inspection_output import as_dict, print_inspected
    from bot.inspecting import Lists, inspect_files

    day = (today or datetime.now(UTC) + _MALAYSIA_AHEAD).date()
    inspected = inspect_files(entry_files or [], Lists(hosts, waivers), day)
    if as_json:
        print_json(as_dict(inspected))
    else:
        print_inspected(inspected, oldest)
    if inspected.sifted.findings:
        raise typer.Exit(1)


def _print_sample(entry_files: list[Path], size: int, seed: int, *, as_json: bool) -> None:
    from bot.cli.inspection_output import print_sample, sample_as_dict
    from bot.inspecting import listed_entries
    from knowledge.inspection.sampling import sample

    drawn = sample(listed_entries(entry_files), size, seed)
    if as_json:
        print_json(sample_as_dict(drawn))
    else:
        print_sample(drawn)
