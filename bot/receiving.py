"""What polling and the webhook share: starting, handling received updates, stopping cleanly."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from functools import partial
from typing import Any, Final, TypeVar

from telegram import Update
from telegram.error import InvalidToken, RetryAfter
from telegram.ext import Application

from bot.errors import BotStoppedError, TokenRefusedError

_LOGGER = logging.getLogger(__name__)
_Result = TypeVar("_Result")

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

# Edited messages are not asked for: correcting a typo must not bring a second answer.
ALLOWED_UPDATES: Final = ("message", "callback_query", "inline_query", "poll_answer", "my_chat_member")
FIRST_PAUSE_S: Final = 1.0
LONGEST_PAUSE_S: Final = 30.0


class Receiver:
    """Hands updates to the application and knows which are still in progress."""

    def __init__(self, application: AnyApplication) -> None:
        """Starts with none.

        Args:
            application: Initialised and started.
        """
        self._application = application
        self._in_progress: dict[int, asyncio.Task[None]] = {}

    @property
    def in_progress(self) -> frozenset[int]:
        """The ids of the updates not finished yet, and of those whose handling was cancelled and never will be."""
        return frozenset(self._in_progress)

    def handle(self, update: Update) -> asyncio.Task[None]:
        """Start handling an update; one already in progress is not started again.

        Args:
            update: What Telegram sent.

        Returns:
            The task that ends when it is handled; it never raises.
        """
        running = self._in_progress.get(update.update_id)
        if running:
            return running
        task = asyncio.create_task(self._process(update))
        self._in_progress[update.update_id] = task
        task.add_done_callback(partial(self._forget, update.update_id))
        return task

    async def settle(self, timeout_s: float | None = None) -> None:
        """Wait until everything in progress is done, or the time is up."""
        tasks = [task for task in self._in_progress.values() if not task.done()]
        if tasks:
            await asyncio.wait(tasks, timeout=timeout_s)

    def _forget(self, update_id: int, task: asyncio.Task[None]) -> None:
        if not task.cancelled():
            self._in_progress.pop(update_id, None)

    async def _process(self, update: Update) -> None:
        handling = self._application.process_update(update)
        try:
            await self._application.update_processor.process_update(update, handling)
        except Exception:
            _LOGGER.exception("An update could not be processed")
        finally:
            handling.close()


@contextlib.asynccontextmanager
async def started(application: AnyApplication, stop: asyncio.Event) -> AsyncIterator[Receiver]:
    """Run an application from the first contact with Telegram to the last message in progress.

    Args:
        application: From `build_application`.
        stop: Set to give up while Telegram cannot be reached.

    Raises:
        TokenRefusedError: When Telegram does not know the token.
        BotStoppedError: When `stop` was set before Telegram could be reached.
    """
    try:
        await reached(application.initialize, "its first answer", stop)
        async with _introducing(application):
            await application.start()
            receiver = Receiver(application)
            try:
                yield receiver
            finally:
                await receiver.settle()
                await application.stop()
    finally:
        await application.shutdown()
        if application.post_shutdown:
            await application.post_shutdown(application)


async def reached(call: Callable[[], Coroutine[Any, Any, _Result]], doing: str, stop: asyncio.Event) -> _Result:
    """Call Telegram until it answers, with growing pauses in between.

    Args:
        call: Makes the call.
        doing: What it is for, for the log.
        stop: Set to give up, even in the middle of the call.

    Raises:
        TokenRefusedError: When Telegram does not accept the token.
        BotStoppedError: When `stop` was set first.
    """
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            return await _unless_stopped(call(), stop)
        except BotStoppedError:
            raise
        except InvalidToken:
            raise TokenRefusedError from None
        except Exception as error:
            _LOGGER.warning("Telegram cannot be reached for %s (%s); trying again", doing, type(error).__name__)
            await _unless_stopped(asyncio.sleep(_pause_after(error, pause_s)), stop)
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)


async def _unless_stopped(work: Coroutine[Any, Any, _Result], stop: asyncio.Event) -> _Result:
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        if stop.is_set():
            raise BotStoppedError
        return working.result()
    finally:
        working.cancel()
        stopping.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


def _pause_after(error: Exception, pause_s: float) -> float:
    """How many seconds to wait after a failure: what Telegram asks for, else what is given."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return wait if isinstance(wait, int | float) else wait.total_seconds()
    return pause_s


@contextlib.asynccontextmanager
async def _introducing(application: AnyApplication) -> AsyncIterator[None]:
    """Do meanwhile what `build_application` left for the moment when Telegram is reached: messages do not wait."""
    tasks = [asyncio.create_task(application.post_init(application))] if application.post_init else []
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
