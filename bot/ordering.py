"""In which order updates are handled: chats side by side, the messages of one chat one after the other, each once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.lines import Lines
from knowledge.errors import KnowledgeError

_LOGGER = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Inbox(Protocol):
    """Remembers which updates were handled: `knowledge.store.update_inbox.UpdateInbox`."""

    def begin(self, update_id: int) -> bool:
        """Whether to handle it: not done yet, and not in progress in this run."""
        ...

    def finish(self, update_id: int) -> None:
        """Note that it is done."""
        ...


class ChatOrderProcessor(BaseUpdateProcessor):
    """Handles each update once, in order of arrival within its chat.

    Updates of one chat wait for each other on a lock of that chat (asyncio's locks are fair), never on another chat's.
    The real work is bounded elsewhere: actions by the thread pool, sending by the rate limiter. `max_waiting` only
    bounds memory.

    The inbox is asked in a thread of its own, one at a time: the database has one writer anyway, and so updates reach
    their chat's lock in the order they came in.
    """

    def __init__(
        self, inbox: Inbox, admit: Callable[[Update], bool], note: Callable[[Update], None], max_waiting: int
    ) -> None:
        """Starts with nothing in progress.

        Args:
            inbox: Knows what was handled before.
            admit: Whether to handle an update at all; asked once for each, before it stands in line.
            note: Is told of each update before anything else is done about it.
            max_waiting: The most updates in progress or waiting for their chat.
        """
        super().__init__(max_waiting)
        self._inbox = inbox
        self._admit = admit
        self._note = note
        self._inbox_thread = ThreadPoolExecutor(1, thread_name_prefix="inbox")
        self._lines = Lines()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """End the inbox's thread."""
        self._inbox_thread.shutdown(wait=False)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle one update, unless it was handled before.

        An update whose handling is cancelled stays unfinished in the inbox, and is handled again by the next run.

        Args:
            update: What Telegram sent.
            coroutine: Handles it.
        """
        if not isinstance(update, Update):
            await coroutine
            return
        self._note(update)
        try:
            if await self._begin(update.update_id):
                await self._handle(update, coroutine)
                await self._finish(update.update_id)
        finally:
            if isinstance(coroutine, Coroutine):
                coroutine.close()

    async def _handle(self, update: Update, coroutine: Awaitable[Any]) -> None:
        if self._admit(update):
            async with self._lines.turn(chat_key(update)):
                await coroutine

    async def _begin(self, update_id: int) -> bool:
        try:
            return await self._in_inbox_thread(self._inbox.begin, update_id)
        except KnowledgeError:
            _LOGGER.exception("The inbox failed: a message may be answered twice, which is better than never")
            return True

    async def _finish(self, update_id: int) -> None:
        try:
            await self._in_inbox_thread(self._inbox.finish, update_id)
        except KnowledgeError:
            _LOGGER.exception("The inbox failed: a message may be answered again after a restart")

    async def _in_inbox_thread(self, function: Callable[[int], _Result], update_id: int) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._inbox_thread, function, update_id)


def chat_key(update: Update) -> str:
    """Name the line an update waits in: its chat, else its sender, else its own."""
    if update.effective_chat:
        return f"chat {update.effective_chat.id}"
    if update.effective_user:
        return f"user {update.effective_user.id}"
    return f"update {update.update_id}"
