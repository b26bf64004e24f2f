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

Letters of the outbox come with `Careful`: they wait until no answer to a person waits, are begun when their turn has
come, and are never repeated here: `bot/outbox_sender.py` finds out what became of them. Messages of one chat are sent
one after the other, so that what a chat got while a letter was under way is that letter.
"""

import asyncio
import logging
import os
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

from bot.lines import Lines
from bot.message_ids import MessageIds

_LOGGER = logging.getLogger(__name__)

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
    """How many messages may be sent in how many seconds: in all, in one chat, in one group."""

    overall: tuple[int, float] = (28, 1.0)  # two below Telegram's 30: nobody knows what else it counts
    per_chat: tuple[int, float] = (3, 3.0)
    per_group: tuple[int, float] = (20, 60.0)


@dataclass(frozen=True)
class Careful:
    """Sends a letter of the outbox; `begin` is awaited at the last moment before the call, and may raise."""

    begin: Callable[[], Awaitable[None]]


class Pace:
    """At most `most` starts in any `span_s` seconds, first come first served."""

    def __init__(self, most: int, span_s: float) -> None:
        """Starts with everything free.

        Args:
            most: How many.
            span_s: In how many seconds.
        """
        self._span_s = span_s
        self._starts: deque[float] = deque(maxlen=most)
        self._held_until_s = 0.0

    def reserve(self, now_s: float) -> float:
        """Take the next free place.

        Args:
            now_s: Seconds on a steady clock.

        Returns:
            Seconds to wait for it.
        """
        start_s = max(now_s, self._held_until_s)
        if len(self._starts) == self._starts.maxlen:
            start_s = max(start_s, self._starts[0] + self._span_s)
        self._starts.append(start_s)
        return start_s - now_s

    def free_in_s(self, now_s: float) -> float:
        """How many seconds until somebody who comes then need not wait."""
        is_full = len(self._starts) == self._starts.maxlen
        return max(0.0, self._held_until_s - now_s, self._starts[0] + self._span_s - now_s if is_full else 0.0)

    def hold(self, until_s: float) -> None:
        """Let nothing start before this moment."""
        self._held_until_s = max(self._held_until_s, until_s)

    def held_s(self, now_s: float) -> float:
        """How many seconds everything is held back."""
        return max(0.0, self._held_until_s - now_s)


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
        self._overall = Pace(*rates.overall)
        self._chats: OrderedDict[str, Pace] = OrderedDict()
        self._groups: OrderedDict[str, Pace] = OrderedDict()
        self._lines = Lines()
        self._next_letter_s = 0.0
        self.ids = MessageIds()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Careful | None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Carry out one call; see `telegram.ext.BaseRateLimiter.process_request`.

        Raises:
            TelegramError: The last failure, when it was final or the attempts are used up.
        """
        chat = str(data["chat_id"]) if data.get("chat_id") is not None else None
        failures = 0
        while True:
            await self._wait_for_chat(endpoint, chat)
            try:
                async with self._lines.turn(chat if _is_message(endpoint) else None):
                    await self._wait_for_all(endpoint, chat, rate_limit_args)
                    result = await callback(*args, **kwargs)
                if _is_message(endpoint):
                    self.ids.note_sent(result)
            except (RetryAfter, NetworkError) as error:
                failures += 1
                if rate_limit_args or failures >= _attempts(error, endpoint):
                    self._hold(error, chat)
                    raise
                _LOGGER.info("%s failed (%s), attempt %d", endpoint, type(error).__name__, failures)
                await self._pause(error, chat, failures)
            else:
                return result

    async def _wait_for_chat(self, endpoint: str, chat: str | None) -> None:
        now_s = asyncio.get_running_loop().time()
        if chat is None:
            return
        pace = _of(self._chats, chat, self._rates.per_chat)
        if not _is_message(endpoint):
            await asyncio.sleep(pace.held_s(now_s))
            return
        wait_s = pace.reserve(now_s)
        if chat.startswith(("-", "@")):
            wait_s = max(wait_s, _of(self._groups, chat, self._rates.per_group).reserve(now_s))
        if wait_s > 0:
            await asyncio.sleep(wait_s)

    async def _wait_for_all(self, endpoint: str, chat: str | None, careful: Careful | None) -> None:
        if chat is None or not _is_message(endpoint):
            return
        if careful is None:
            await asyncio.sleep(self._overall.reserve(asyncio.get_running_loop().time()))
            return
        await careful.begin()
        await self._wait_behind_answers()

    async def _wait_behind_answers(self) -> None:
        """Take a place that no answer to a person waits for; letters are spread evenly, never in bursts."""
        most, span_s = self._rates.overall
        while True:
            now_s = asyncio.get_running_loop().time()
            wait_s = max(self._overall.free_in_s(now_s), self._next_letter_s - now_s)
            if wait_s <= 0:
                break
            await asyncio.sleep(wait_s)
        self._overall.reserve(now_s)
        self._next_letter_s = now_s + span_s / most

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
            _of(self._chats, chat, self._rates.per_chat).hold(until_s)


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
