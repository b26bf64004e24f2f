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
"""

import asyncio
import logging
import os
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

_LOGGER = logging.getLogger(__name__)

# python-telegram-bot 22 warns whenever Telegram says "retry after", unless asked for its coming `timedelta`s.
os.environ.setdefault("PTB_TIMEDELTA", "true")

MAX_ATTEMPTS: Final = 5
ATTEMPTS_WHEN_UNSURE: Final = 2
LONGEST_WAIT_S: Final = 120.0
FIRST_PAUSE_S: Final = 0.5
_CHATS_REMEMBERED: Final = 10_000
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True)
class SendingRates:
    """How many messages may be sent in how many seconds: in all, in one chat, in one group."""

    overall: tuple[int, float] = (28, 1.0)  # two below Telegram's 30: nobody knows what else it counts
    per_chat: tuple[int, float] = (3, 3.0)
    per_group: tuple[int, float] = (20, 60.0)


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

    def hold(self, until_s: float) -> None:
        """Let nothing start before this moment."""
        self._held_until_s = max(self._held_until_s, until_s)

    def held_s(self, now_s: float) -> float:
        """How many seconds everything is held back."""
        return max(0.0, self._held_until_s - now_s)


class PatientRateLimiter(BaseRateLimiter[None]):
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
        rate_limit_args: None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Carry out one call; see `telegram.ext.BaseRateLimiter.process_request`.

        Raises:
            TelegramError: The last failure, when it was final or the attempts are used up.
        """
        chat = str(data["chat_id"]) if data.get("chat_id") is not None else None
        failures = 0
        while True:
            await self._wait_for_turn(endpoint, chat)
            try:
                return await callback(*args, **kwargs)
            except (RetryAfter, NetworkError) as error:
                failures += 1
                if failures >= _attempts(error, endpoint):
                    raise
                _LOGGER.info("%s failed (%s), attempt %d", endpoint, type(error).__name__, failures)
                await self._pause(error, chat, failures)

    async def _wait_for_turn(self, endpoint: str, chat: str | None) -> None:
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
        await asyncio.sleep(self._overall.reserve(asyncio.get_running_loop().time()))

    async def _pause(self, error: NetworkError | RetryAfter, chat: str | None, failures: int) -> None:
        if not isinstance(error, RetryAfter):
            await asyncio.sleep(self._pause_s * 2 ** (failures - 1))
            return
        wait_s = _retry_after_s(error)
        if chat is None:
            await asyncio.sleep(wait_s)
        else:
            _of(self._chats, chat, self._rates.per_chat).hold(asyncio.get_running_loop().time() + wait_s)


def _of(paces: OrderedDict[str, Pace], chat: str, rate: tuple[int, float]) -> Pace:
    pace = paces.setdefault(chat, Pace(*rate))
    paces.move_to_end(chat)
    if len(paces) > _CHATS_REMEMBERED:
        paces.popitem(last=False)
    return pace


def _is_message(endpoint: str) -> bool:
    return endpoint.startswith(("send", "copyMessage", "forwardMessage")) and endpoint != "sendChatAction"


def _retry_after_s(error: RetryAfter) -> float:
    seconds = error.retry_after
    return seconds if isinstance(seconds, int | float) else seconds.total_seconds()


def _attempts(error: NetworkError | RetryAfter, endpoint: str) -> int:
    """How often a call that failed so is tried in all."""
    if isinstance(error, RetryAfter):
        return MAX_ATTEMPTS if _retry_after_s(error) <= LONGEST_WAIT_S else 1
    if isinstance(error, BadRequest) or endpoint == "sendChatAction":
        return 1
    if _is_message(endpoint) and _may_have_arrived(error):
        return ATTEMPTS_WHEN_UNSURE
    return MAX_ATTEMPTS


def _may_have_arrived(error: NetworkError) -> bool:
    """Whether the call may have been carried out: it left, and no answer came back."""
    unanswered = isinstance(error, TimedOut) or isinstance(error.__cause__, httpx.HTTPError)
    return unanswered and not isinstance(error.__cause__, _NEVER_SENT)
