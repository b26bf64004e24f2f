"""The record of every Bot API call, for tests and benches."""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.simulator.json_types import JsonObject

_KEPT: Final = 50_000


@dataclass(slots=True, eq=False)
class ApiCall:
    """One call; times are seconds on `time.monotonic`, `finished_s` is None while it runs."""

    method: str
    params: JsonObject
    upload_names: tuple[str, ...] = ()
    started_s: float = field(default_factory=time.monotonic)
    finished_s: float | None = None
    status: int | None = None
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Whether it was answered with success."""
        return self.status == 200


class CallLog:
    """The latest calls, oldest first; very old ones are forgotten."""

    def __init__(self) -> None:
        """Starts empty."""
        self._calls: deque[ApiCall] = deque(maxlen=_KEPT)

    def __iter__(self) -> Iterator[ApiCall]:
        """Goes through the calls, oldest first."""
        return iter(tuple(self._calls))

    def __len__(self) -> int:
        """Counts the calls kept."""
        return len(self._calls)

    def add(self, call: ApiCall) -> None:
        """Notes a call that has just begun.

        Args:
            call: The call, filled in further when it ends.
        """
        self._calls.append(call)

    def of(self, method: str) -> list[ApiCall]:
        """Picks the calls of one method.

        Args:
            method: Bot API method in any case.

        Returns:
            Its calls, oldest first.
        """
        return [call for call in self._calls if call.method.lower() == method.lower()]

    def clear(self) -> None:
        """Forgets all calls."""
        self._calls.clear()
