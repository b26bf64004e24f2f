"""How fast the bot sends, and what it does when Telegram refuses or the network fails.

python-telegram-bot's own `AIORateLimiter` is not used: it halts the requests of *all* chats when one chat is told to
wait, never retries a 5xx answer or a broken connection, and knows no limit for a private chat.

Pace (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits): 30 messages a second in all; one a second in one
chat, of which "short bursts" are allowed; 20 a minute in a group. Telegram's 429 with `retry_after` holds back that
chat only.

Retries: what Telegram certainly did not carry out (429, no connection) and what may be repeated without harm (edits,
answers to button presses, settings) is tried up to `MAX_ATTEMPTS` times with doubling pauses. A *message* whose sending
broke off unanswered (timeout, cut connection) may or may not have been delivered; the Bot API has no way to ask and no
key to make sending idempotent. It is sent again once: somebody who asked whether a rumour is true may see an answer
twice, but is not left without one. `READ_TIMEOUT_S` in `bot/connections.py` is long to make this rare.

In all they are spread evenly, and what is under way counts (`bot/pace.py`): a burst of a whole second's worth, followed
by the next one, would be more than that at Telegram as soon as the first takes longer on its way than the second.

Letters of the outbox come with `Careful`: they wait until no answer to a person waits and their chat has rested for a
second, are begun one at a time when their turn has come (so that a crash leaves few of which nobody knows what became),
and are never repeated here: `bot/outbox_sender.py` finds out. Messages of one chat are sent one after the other, so
that what a chat got while a letter was under way is that letter.
"""

import asyncio
import contextlib
import logging
import os
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

from bot.lines import Lines
from bot.message_ids import MessageIds
from bot.pace import Gate, Pace

_LOGGER = logging.getLogger(__name__)
_Answer: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]

# python-telegram-bot 22 warns whenever Telegram says "retry after", unless asked for its coming `timedelta`s.
os.environ.setdefault("PTB_TIMEDELTA", "true")

MAX_ATTEMPTS: Final = 5
ATTEMPTS_WHEN_UNSURE: Final = 2
LONGEST_WAIT_S: Final = 120.0
FIRST_PAUSE_S: Final = 0.5
_CHATS_REMEMBERED: Final = 10_000
NEVER_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True)
class SendingRates:
    """How many messages may be sent in how many seconds: in all, in one chat, in one group.

    Telegram allows 30 a second in all; at 28, never more than 30 may be counted in one (`bot/pace.py`).
    """

    overall: tuple[int, float] = (28, 1.0)
    per_chat: tuple[int, float] = (3, 3.0)
    per_group: tuple[int, float] = (20, 60.0)


@dataclass(frozen=True)
class Careful:
    """Sends a letter of the outbox; `begin` is awaited at the last moment before the call, and may raise."""

    begin: Callable[[], Awaitable[None]]


class PatientRateLimiter(BaseRateLimiter[Careful]):
    """Paces and retries every call of the Bot API except `getUpdates`."""

    def __init__(self, rates: SendingRates, pause_s: float = FIRST_PAUSE_S) -> None:
        """Starts with nothing sent.

        Args:
            rates: How fast messages may be sent.
            pause_s: Seconds before the first repetition after a failure; doubled each time.
        """
        self._pause_s = pause_s
        self._rates = rates
        self._gate = Gate(*rates.overall)
        self._chats: OrderedDict[str, Pace] = OrderedDict()
        self._groups: OrderedDict[str, Pace] = OrderedDict()
        self._lines = Lines()
        self._letter_at_the_gate = asyncio.Lock()
        self.ids = MessageIds()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Answer]],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Careful | None,
    ) -> _Answer:
        """Carry out one call; see `telegram.ext.BaseRateLimiter.process_request`.

        Raises:
            TelegramError: The last failure, when it was final or the attempts are used up.
        """
        chat = str(data["chat_id"]) if data.get("chat_id") is not None else None
        failures = 0
        while True:
            try:
                if chat is None or not _is_message(endpoint):
                    await self._wait_while_held(chat)
                    return await callback(*args, **kwargs)
                return await self._send(lambda: callback(*args, **kwargs), chat, rate_limit_args)
            except (RetryAfter, NetworkError) as error:
                failures += 1
                if rate_limit_args or failures >= _attempts(error, endpoint):
                    self._hold(error, chat)
                    raise
                _LOGGER.info("%s failed (%s), attempt %d", endpoint, type(error).__name__, failures)
                await self._pause(error, chat, failures)

    async def _wait_while_held(self, chat: str | None) -> None:
        if chat is not None:
            await asyncio.sleep(self._chat(chat).held_s(asyncio.get_running_loop().time()))

    async def _send(
        self, call: Callable[[], Coroutine[Any, Any, _Answer]], chat: str, careful: Careful | None
    ) -> _Answer:
        """Send one message when its chat, and everything, has a place for it."""
        loop, pace = asyncio.get_running_loop(), self._chat(chat)
        await asyncio.sleep(self._wait_s(chat, loop.time()))
        async with self._turn(chat, pace, careful), self._passed(careful):
            begun_s = loop.time()
            try:
                result = await call()
            finally:
                pace.ended(loop.time())
        self.ids.note_sent(result, begun_s)
        return result

    def _wait_s(self, chat: str, now_s: float) -> float:
        wait_s = self._chat(chat).reserve(now_s)
        is_group = chat.startswith(("-", "@"))
        return max(wait_s, _of(self._groups, chat, self._rates.per_group).reserve(now_s)) if is_group else wait_s

    @contextlib.asynccontextmanager
    async def _turn(self, chat: str, pace: Pace, careful: Careful | None) -> AsyncIterator[None]:
        """The chat's line; a letter leaves it again until the chat has rested, so that answers need not wait for it."""
        loop = asyncio.get_running_loop()
        while True:
            async with self._lines.turn(chat):
                rest_s = pace.rested_in_s(loop.time()) if careful else 0.0
                if rest_s <= 0:
                    yield
                    return
            await asyncio.sleep(rest_s)

    @contextlib.asynccontextmanager
    async def _passed(self, careful: Careful | None) -> AsyncIterator[None]:
        if careful is None:
            async with self._gate.passed():
                yield
            return
        async with contextlib.AsyncExitStack() as call:
            async with self._letter_at_the_gate:
                await careful.begin()
                await call.enter_async_context(self._gate.passed(is_letter=True))
            yield

    def _chat(self, chat: str) -> Pace:
        return _of(self._chats, chat, self._rates.per_chat)

    async def _pause(self, error: NetworkError | RetryAfter, chat: str | None, failures: int) -> None:
        if not isinstance(error, RetryAfter):
            await asyncio.sleep(self._pause_s * 2 ** (failures - 1))
            return
        if chat is None:
            await asyncio.sleep(retry_after_s(error))
        self._hold(error, chat)

    def _hold(self, error: NetworkError | RetryAfter, chat: str | None) -> None:
        """Send a chat nothing for as long as Telegram asks."""
        if chat is not None and isinstance(error, RetryAfter):
            until_s = asyncio.get_running_loop().time() + retry_after_s(error)
            self._chat(chat).hold(until_s)


def _of(paces: OrderedDict[str, Pace], chat: str, rate: tuple[int, float]) -> Pace:
    pace = paces.setdefault(chat, Pace(*rate))
    paces.move_to_end(chat)
    if len(paces) > _CHATS_REMEMBERED:
        paces.popitem(last=False)
    return pace


def _is_message(endpoint: str) -> bool:
    return endpoint.startswith(("send", "copyMessage", "forwardMessage")) and endpoint != "sendChatAction"


def retry_after_s(error: RetryAfter) -> float:
    """How many seconds Telegram asks to wait."""
    seconds = error.retry_after
    return seconds if isinstance(seconds, int | float) else seconds.total_seconds()


def _attempts(error: NetworkError | RetryAfter, endpoint: str) -> int:
    """How often a call that failed so is tried in all."""
    if isinstance(error, RetryAfter):
        return MAX_ATTEMPTS if retry_after_s(error) <= LONGEST_WAIT_S else 1
    if isinstance(error, BadRequest) or endpoint == "sendChatAction":
        return 1
    if _is_message(endpoint) and _may_have_arrived(error):
        return ATTEMPTS_WHEN_UNSURE
    return MAX_ATTEMPTS


def _may_have_arrived(error: NetworkError) -> bool:
    """Whether the call may have been carried out: it left, and no answer came back."""
    unanswered = isinstance(error, TimedOut) or isinstance(error.__cause__, httpx.HTTPError)
    return unanswered and not isinstance(error.__cause__, NEVER_SENT)
