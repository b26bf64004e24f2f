"""The whole bot, polling the simulator."""

import asyncio
import contextlib
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from bot.app import BotConfig, build_application
from bot.bench.simulator_process import Address
from bot.flood import FloodLimits
from bot.launcher import REFRESH_EVERY_S
from bot.localisation import Localisation
from bot.ordering import Inbox
from bot.polling import run_polling
from bot.rate_limiter import SendingRates
from bot.wiring import Knowledge, services_of
from knowledge.store.update_inbox import UpdateInbox
from nlu.parser import Parser

# What holds back floods and keeps to Telegram's pace would be measured instead of the bot.
GENEROUS: Final = FloodLimits(burst=1000, per_second=1000.0)
UNPACED: Final = SendingRates((10_000, 1.0), (10_000, 1.0), (10_000, 1.0))
CONDITION: Final = "flood limits and sending pace are switched off; every message comes from another person"


class BenchInbox:
    """The inbox, under numbers that neither Telegram nor another bench gives: the simulator always begins at 1000."""

    def __init__(self, inbox: Inbox) -> None:
        """Chooses the numbers.

        Args:
            inbox: Of the bench's database.
        """
        self._inbox = inbox
        self._first = -int(time.time() * 1000)

    def begin(self, update_id: int) -> bool:
        """Whether to handle it."""
        return self._inbox.begin(self._first - update_id)

    def finish(self, update_id: int) -> None:
        """Note that it is done."""
        self._inbox.finish(self._first - update_id)


@asynccontextmanager
async def bot_running(knowledge: Knowledge, parser: Parser, address: Address) -> AsyncIterator[None]:
    """Run the bot as the launcher does, until the block ends.

    Args:
        knowledge: Open.
        parser: Tells what a person wants.
        address: Of the simulator.

    Raises:
        BotError: If it could not start.
    """
    config = BotConfig(
        token=address.token,
        person_key=secrets.token_bytes(32),
        base_url=address.base_url,
        base_file_url=address.base_file_url,
        flood=GENEROUS,
        sending=UNPACED,
    )
    inbox = BenchInbox(UpdateInbox(knowledge.database, secrets.token_hex(8)))
    application = build_application(services_of(knowledge), parser, inbox, Localisation(), config)
    stop = asyncio.Event()
    polling = asyncio.create_task(run_polling(application, stop))
    following = asyncio.create_task(_follow(knowledge))
    try:
        yield
    finally:
        stop.set()
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
        await polling


async def _follow(knowledge: Knowledge) -> None:
    while True:
        await asyncio.to_thread(knowledge.indexer.refresh)
        await asyncio.sleep(REFRESH_EVERY_S)
