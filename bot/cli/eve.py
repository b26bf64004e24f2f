"""`safertogether eve`: the polling-eve switch."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.options import DatabaseOption, DataOption, settings_for

_LINES = 20


class Wanted(StrEnum):
    """What to do with the switch."""

    ON = "on"
    OFF = "off"
    SHOW = "show"


def eve(
    wanted: Annotated[Wanted, typer.Argument(help="on, off, or show with its log.")] = Wanted.SHOW,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Hold back everything the bot sends of its own accord but voting procedure, or let it go."""
    from bot.wiring import open_store
    from knowledge.store.eve import PollingEve

    opened, _ = open_store(settings_for(database, data), seeded=False)
    try:
        switch = PollingEve(opened)
        if wanted is not Wanted.SHOW:
            count = switch.turn(datetime.now(UTC), on=wanted is Wanted.ON)
            typer.echo(f"{count} waiting letters {'held back' if wanted is Wanted.ON else 'let go'}.")
        typer.echo(f"The polling-eve switch is {'on' if switch.is_on() else 'off'}.")
        for line in switch.log(_LINES) if wanted is Wanted.SHOW else ():
            typer.echo(f"{line.at:%Y-%m-%d %H:%M} UTC  {line.deed:<9}{line.letters:>6}  {line.subject}")
    finally:
        opened.dispose()
