"""Telegram's sending limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits)."""

import math
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Final

COUNTED_METHODS: Final = frozenset(
    {"sendmessage", "sendphoto", "senddocument", "sendpoll", "forwardmessage", "copymessage"}
)


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Most messages a bot may send; None switches one limit off."""

    per_second: int | None = 30
    per_chat_per_second: int | None = 1
    per_group_per_minute: int | None = 20


class RateLimiter:
    """Sliding windows over the messages sent."""

    def __init__(self, limits: RateLimits) -> None:
        """Starts with empty windows.

        Args:
            limits: What to enforce.
        """
        self._limits = limits
        self._sent: dict[str, deque[float]] = defaultdict(deque)

    def admit(self, chat_id: int, now_s: float) -> int | None:
        """Counts one message, if it may be sent.

        Args:
            chat_id: Where it goes; groups have negative ids.
            now_s: Seconds on any steady clock.

        Returns:
            None if it may be sent, else whole seconds to wait.
        """
        windows = self._windows(chat_id)
        waits = [self._wait_s(name, most, span_s, now_s) for name, most, span_s in windows]
        wait_s = max(waits, default=0.0)
        if wait_s > 0:
            return max(1, math.ceil(wait_s))
        for name, _, _ in windows:
            self._sent[name].append(now_s)
        return None

    def _windows(self, chat_id: int) -> list[tuple[str, int, float]]:
        windows = [
            ("all", self._limits.per_second, 1.0),
            (f"chat {chat_id}", self._limits.per_chat_per_second, 1.0),
        ]
        if chat_id < 0:
            windows.append((f"group {chat_id}", self._limits.per_group_per_minute, 60.0))
        return [(name, most, span_s) for name, most, span_s in windows if most is not None]

    def _wait_s(self, name: str, most: int, span_s: float, now_s: float) -> float:
        sent = self._sent[name]
        while sent and sent[0] <= now_s - span_s:
            sent.popleft()
        return sent[0] + span_s - now_s if len(sent) >= most else 0.0
