"""The bot in a process of its own, to be killed: `python -m bot.bench.class_bot TOKEN BASE_URL FILE_URL DATA`.

It is the real one but for the embedder: classes do not search, and loading it would be most of each restart.
"""

import asyncio
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.starting import without_collecting

if TYPE_CHECKING:
    from bot.receiving import AnyApplication


def main() -> None:
    """Run until killed; at Telegram's pace, like the real one.

    The first start leaves compiled what the later ones import, as `make run` does before any.
    """
    sys.dont_write_bytecode = False
    with without_collecting():
        from bot.polling import run_polling

        application = _application(*sys.argv[1:5])
    asyncio.run(run_polling(application, asyncio.Event()))


def _application(token: str, base_url: str, base_file_url: str, data: str) -> "AnyApplication":
    from bot.app import BotConfig, build_application
    from bot.flood import FloodLimits
    from bot.localisation import Localisation
    from bot.logging_setup import configure_logging
    from bot.settings import load_settings
    from bot.wiring import Knowledge, open_store, services_of
    from knowledge.embedder.hash_embedder import HashEmbedder
    from knowledge.fusion import trained_fusion
    from knowledge.indexer import Indexer
    from knowledge.retriever import Retriever
    from knowledge.store.update_inbox import UpdateInbox
    from nlu.late_parser import LateParser

    configure_logging("WARNING")
    settings = load_settings(data=Path(data))
    database, entries = open_store(settings, seeded=True)
    embedder = HashEmbedder()
    retriever = Retriever(embedder, trained_fusion())
    knowledge = Knowledge(database, entries, embedder, retriever, Indexer(entries, retriever))
    # Two hundred students join within seconds from one machine; each still is a person of their own to the flood gate.
    flood = FloodLimits(burst=100, per_second=10.0)
    config = BotConfig(token, settings.person_key_bytes(), base_url, base_file_url, flood)
    inbox = UpdateInbox(database, secrets.token_hex(8))
    return build_application(services_of(knowledge), LateParser(), inbox, Localisation(), config)


if __name__ == "__main__":
    main()
