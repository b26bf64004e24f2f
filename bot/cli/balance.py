"""`safertogether report balance`: what was checked, counted, beside what was asked."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.options import DatabaseOption, DataOption, JsonOption, is_own_knowledge, print_json, settings_for
from knowledge.entry import EntryKind, FactCheck, Verdict
from knowledge.text.language import Language

if TYPE_CHECKING:
    from knowledge.balance.tally import Balance, Verdicts

_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def balance(
    picture: Annotated[Path | None, typer.Option(help="Also draw it, as this PNG.", metavar="FILE.png")] = None,
    language: Annotated[Language, typer.Option(help="Of the picture's words.")] = Language.MS,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Published fact-checks and verdicts by topic, publisher and month; how much of what is asked they cover."""
    from bot.wiring import open_store
    from knowledge.balance import tally
    from knowledge.store.demand import DemandLog

    opened, entries = open_store(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        checks = [s.entry for s in entries.published(EntryKind.FACT_CHECK) if isinstance(s.entry, FactCheck)]
        log = DemandLog(opened)
        found = tally.balance(checks, log.askings(_ALWAYS), log.tip_fates(_ALWAYS))
    finally:
        opened.dispose()
    if as_json:
        print_json(_as_dict(found))
    else:
        _print(found)
    if picture is not None:
        _draw(found, picture, language)


def _draw(found: "Balance", picture: Path, language: Language) -> None:
    from knowledge.balance.picture import balance_picture
    from knowledge.transfer.exporting import replacing
    from knowledge.transfer.reading import format_of

    format_of(picture, (".png",))
    with replacing(picture) as beside:
        beside.write_bytes(balance_picture(found, language))
    typer.echo(f"Drew {picture}.", err=True)


def _as_dict(found: "Balance") -> dict[str, object]:
    def plain(counts: "Mapping[str, Verdicts]") -> dict[str, dict[str, int]]:
        return {key: {verdict.value: count for verdict, count in each.items()} for key, each in counts.items()}

    return {
        "by_topic": plain(found.by_topic),
        "by_publisher": plain(found.by_publisher),
        "by_month": plain(found.by_month),
        "asked_by_topic": dict(found.asked_by_topic),
        "coverage": {
            month: {"shown": each.shown, "answered": each.answered, "closed": each.closed, "open": each.open}
            for month, each in found.coverage.items()
        },
    }


def _print(found: "Balance") -> None:
    console = Console(width=140, highlight=False)
    for title, counts in (
        ("topic", found.by_topic), ("publisher", found.by_publisher), ("month of review", found.by_month),
    ):  # fmt: skip
        table = Table(title, "all", *(verdict.value for verdict in Verdict), *(["asked"] if title == "topic" else []))
        for key, each in counts.items():
            cells = [key or "none", *map(str, (each.total(), *(each[verdict] or "" for verdict in Verdict)))]
            table.add_row(*cells, *([str(found.asked_by_topic.get(key, 0))] if title == "topic" else []))
        console.print(table, markup=False)
    table = Table("month asked", "people shown an answer", "tips answered", "tips waiting", "tips closed", "covered")
    for month, asked in {**found.coverage, "all": found.all_coverage}.items():
        share = "" if asked.share is None else f"{asked.share:.0%}"
        table.add_row(month, *map(str, (asked.shown, asked.answered, asked.open, asked.closed)), share)
    console.print(table, markup=False)
