"""Flood control: how much one person may ask of the bot, so that nobody can slow it down for the others."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_REMEMBERED: Final = 50_000


@dataclass(frozen=True)
class FloodLimits:
    """A token bucket: `burst` messages at once, then `per_second` on average.

    Eight at once lets somebody forward a handful of rumours; one every three seconds is faster than people type.
    """

    burst: int = 8
    per_second: float = 1 / 3


# Telegram asks while a person is still typing, several times a second.
INLINE_LIMITS: Final = FloodLimits(burst=30, per_second=3.0)


class Admission(Enum):
    """What becomes of one message: handled, answered with "too fast", or passed over in silence."""

    HANDLED = auto()
    WARNED = auto()
    SILENT = auto()


@dataclass
class _Bucket:
    tokens: float
    filled_s: float
    warned: bool = False


class FloodGate:
    """One bucket per key; of one event loop.

    Whoever empties the bucket is warned once. They hear nothing more until it has drained, that is until half of
    `burst` is free again: else every token regained would buy another message and another warning.
    """

    def __init__(self, limits: FloodLimits, clock: Callable[[], float] = time.monotonic) -> None:
        """Starts with full buckets.

        Args:
            limits: The same for every key.
            clock: Seconds on a steady clock.
        """
        self._limits = limits
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def admit(self, key: str) -> Admission:
        """Count one message.

        Args:
            key: The person.
        """
        bucket = self._refilled(key)
        if bucket.warned and bucket.tokens < self._limits.burst / 2:
            return Admission.SILENT
        if bucket.tokens < 1:
            bucket.warned = True
            return Admission.WARNED
        bucket.warned = False
        bucket.tokens -= 1
        return Admission.HANDLED

    def seconds_until_heard(self, key: str) -> int:
        """Tell how long a warned person should wait before they are answered again.

        Args:
            key: The person.

        Returns:
            Whole seconds, at least 1.
        """
        missing = self._limits.burst / 2 - self._refilled(key).tokens
        return max(1, math.ceil(missing / self._limits.per_second))

    def _refilled(self, key: str) -> _Bucket:
        now_s = self._clock()
        bucket = self._buckets.setdefault(key, _Bucket(self._limits.burst, now_s))
        gained = (now_s - bucket.filled_s) * self._limits.per_second
        bucket.tokens = min(self._limits.burst, bucket.tokens + gained)
        bucket.filled_s = now_s
        self._buckets.move_to_end(key)
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket
