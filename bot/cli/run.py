"""`safertogether run`: the bot."""

import asyncio
import time

from rich.console import Console

from bot.cli.options import DatabaseOption, DataOption, settings_for
from bot.logging_setup import configure_logging
from bot.settings import Settings
from bot.starting import without_collecting


def run(database: DatabaseOption = None, data: DataOption = None) -> None:
    """Run the bot: on Telegram with a token, on the local simulator without one."""
    with without_collecting():
        from bot.launcher import launch

    settings = settings_for(database, data)
    configure_logging(settings.log_level, _secrets(settings))
    console, begun = Console(highlight=False), time.monotonic()

    def report(line: str) -> None:
        console.print(f"[{time.monotonic() - begun:6.1f} s] {line}", markup=False)

    asyncio.run(launch(settings, report))


def _secrets(settings: Settings) -> tuple[str, ...]:
    given = (settings.telegram_bot_token, settings.webhook_secret, settings.person_key, settings.database)
    return tuple(secret.get_secret_value() for secret in given if secret is not None)
