"""Receiving updates by long polling, confirming each only when it has been handled.

python-telegram-bot's `Updater` confirms updates as soon as they are in memory: a crash loses them. Telegram confirms
everything below the `offset` of the next `getUpdates`, so here the offset is the lowest update still in progress.
Telegram repeats the ones from there on; those already known are passed over.

Guarantee: after a crash or power cut, whatever was not finished is sent again by Telegram, which keeps it for 24
hours, and handled; what was finished is recognised by the inbox. A message whose answer was sent, but whose "finished"
mark was lost in the crash, is answered twice. One exception keeps a stuck chat from holding up the others: with more
than `WINDOW` updates after it, the oldest is confirmed unfinished.
"""

import asyncio
import contextlib
from datetime import timedelta
from typing import Final

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.errors import BotStoppedError
from bot.receiving import ALLOWED_UPDATES, AnyApplication, Receiver, reached, started

# `getUpdates` gives at most 100 from the offset on; with more than half of them known, new ones could be crowded out.
WINDOW: Final = 50
LONG_POLL: Final = timedelta(seconds=30)
# How often to look for new updates while others are in progress.
GLANCE_S: Final = 0.2


async def run_polling(application: AnyApplication, stop: asyncio.Event) -> None:
    """Receive and answer until told to stop.

    When `stop` is set, no more updates are fetched, those in progress are finished and confirmed, and the
    application is shut down.

    Args:
        application: From `build_application`.
        stop: Set it to stop.

    Raises:
        TokenRefusedError: When Telegram does not accept the token.
        BotStoppedError: When `stop` was set before Telegram could be reached.
    """
    async with started(application, stop) as receiver:
        poller = Poller(application.bot, receiver)
        try:
            with contextlib.suppress(BotStoppedError):
                await poller.run(stop)
        finally:
            await receiver.settle()
            await poller.confirm()


class Poller:
    """Asks for updates again and again."""

    def __init__(self, bot: Bot, receiver: Receiver) -> None:
        """Starts before the first update.

        Args:
            bot: Initialised.
            receiver: Handles what is fetched.
        """
        self._bot = bot
        self._receiver = receiver
        self._next = 0  # one above the highest update seen
        self._known: set[int] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until told to stop; failures of the network are waited out.

        Args:
            stop: Set it to stop, even in the middle of a long poll.

        Raises:
            TokenRefusedError: When Telegram does not accept the token.
            BotStoppedError: When `stop` was set.
        """
        await reached(self._bot.delete_webhook, "ending a webhook", stop)  # it and polling exclude each other
        while True:
            for update in self._new(await reached(self._fetch, "updates", stop)):
                self._receiver.handle(update)
            await self._receiver.settle(GLANCE_S)

    async def confirm(self) -> None:
        """Tell Telegram what was handled, so that the next run is not sent it again."""
        if self._next:
            with contextlib.suppress(TelegramError):
                await self._fetch(timedelta(0))

    async def _fetch(self, wait: timedelta = LONG_POLL) -> tuple[Update, ...]:
        offset = self._offset()
        self._known = {known for known in self._known if known >= offset}
        return await self._bot.get_updates(offset=offset, timeout=wait, allowed_updates=ALLOWED_UPDATES)

    def _offset(self) -> int:
        """The lowest update in progress, but not too far behind the highest known."""
        lowest = min(self._receiver.in_progress, default=self._next)
        return max(lowest, self._next - WINDOW)

    def _new(self, updates: tuple[Update, ...]) -> list[Update]:
        fresh = [update for update in updates if update.update_id not in self._known]
        self._known.update(update.update_id for update in fresh)
        if updates:
            self._next = max(self._next, updates[-1].update_id + 1)
        return fresh
