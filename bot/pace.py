"""Who may start when: at most so many in a span, first come first served. Moments are seconds on a steady clock."""

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import Final

REST_S: Final = 1.05
"""Between a letter and the message before it in the same chat: Telegram's one a second, and a little for the way."""

_LOOK_S: Final = 0.005


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
        self._ended_s = -REST_S

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

    def rested_in_s(self, now_s: float) -> float:
        """How many seconds until the last end is `REST_S` ago; those that wait or are under way have not ended."""
        return max(0.0, self._ended_s + REST_S - now_s)

    def ended(self, now_s: float) -> None:
        """Note that what was started is over: rest counts from here."""
        self._ended_s = now_s

    def hold(self, until_s: float) -> None:
        """Let nothing start before this moment."""
        self._held_until_s = max(self._held_until_s, until_s)

    def held_s(self, now_s: float) -> float:
        """How many seconds everything is held back."""
        return max(0.0, self._held_until_s - now_s)


class EvenPace:
    """Starts spread evenly, `most` in `span_s` seconds; after a rest `BURST` may start together."""

    BURST: Final = 2

    def __init__(self, most: int, span_s: float) -> None:
        """Starts with everything free.

        Args:
            most: How many.
            span_s: In how many seconds.
        """
        self._between_s = span_s / most
        self._next_s = 0.0

    def reserve(self, now_s: float) -> float:
        """Take the next free place.

        Args:
            now_s: Seconds on a steady clock.

        Returns:
            Seconds to wait for it.
        """
        wait_s = self.free_in_s(now_s)
        self._next_s = max(self._next_s, now_s + wait_s) + self._between_s
        return wait_s

    def free_in_s(self, now_s: float) -> float:
        """How many seconds until somebody who comes then need not wait."""
        return max(0.0, self._next_s - (self.BURST - 1) * self._between_s - now_s)


class Gate:
    """Where all messages pass at an even pace, answers to people before letters.

    A place is taken in the moment of passing, never ahead: when the whole process was held up, those whose moment went
    by meanwhile would all pass at once.

    Telegram counts a message when it comes in, which is some time between the call's beginning and its end. So what is
    under way, or ended less than `span_s` ago, may have been counted within that span: it is never more than `most` and
    `SPARE`, however long calls are on their way.
    """

    SPARE: Final = 2

    def __init__(self, most: int, span_s: float) -> None:
        """Starts open.

        Args:
            most: How many pass.
            span_s: In how many seconds.
        """
        self._pace = EvenPace(most, span_s)
        self._most, self._span_s = most + self.SPARE, span_s
        self._line = asyncio.Lock()
        self._answers = 0
        self._under_way = 0
        self._ended_s: deque[float] = deque()

    @contextlib.asynccontextmanager
    async def passed(self, *, is_letter: bool = False) -> AsyncIterator[None]:
        """Wait for a place, answers in order and one letter behind all of them; the block is the call.

        Args:
            is_letter: Whether any answer goes first.
        """
        await (self._take_place(self._has_answers) if is_letter else self._stand_in_line())
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._ended_s.append(asyncio.get_running_loop().time())

    async def _stand_in_line(self) -> None:
        self._answers += 1
        try:
            async with self._line:
                await self._take_place(lambda: False)
        finally:
            self._answers -= 1

    async def _take_place(self, is_behind: Callable[[], bool]) -> None:
        loop = asyncio.get_running_loop()
        while (wait_s := self._pace.free_in_s(loop.time())) > 0 or self._is_full(loop.time()) or is_behind():
            await asyncio.sleep(wait_s or _LOOK_S)
        self._pace.reserve(loop.time())

    def _has_answers(self) -> bool:
        return self._answers > 0

    def _is_full(self, now_s: float) -> bool:
        while self._ended_s and self._ended_s[0] <= now_s - self._span_s:
            self._ended_s.popleft()
        return self._under_way + len(self._ended_s) >= self._most
