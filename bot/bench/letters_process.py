"""The whole bot against a simulator of another process, to be killed: `python -m bot.bench.letters_process`.

Arguments: the data folder, the simulator's base URL, its files' base URL, its token, and the database's address unless
it is SQLite in that folder. It sends at Telegram's pace.
"""

import asyncio
import secrets
import sys
from pathlib import Path

from bot.app import BotConfig, build_application
from bot.localisation import Localisation
from bot.logging_setup import configure_logging
from bot.polling import run_polling
from bot.settings import load_settings
from bot.wiring import open_knowledge, services_of
from knowledge.store.update_inbox import UpdateInbox
from nlu.late_parser import LateParser


async def run(data: Path, base_url: str, base_file_url: str, token: str, database: str | None = None) -> None:
    """Run the bot until it is killed."""
    settings = load_settings(data=data, database=database)
    knowledge = open_knowledge(settings, seeded=False)
    config = BotConfig(token, settings.person_key_bytes(), base_url, base_file_url)
    inbox = UpdateInbox(knowledge.database, secrets.token_hex(8))
    application = build_application(services_of(knowledge), LateParser(), inbox, Localisation(), config)
    await run_polling(application, asyncio.Event())


if __name__ == "__main__":
    configure_logging("ERROR")
    asyncio.run(run(Path(sys.argv[1]), *sys.argv[2:6]))
