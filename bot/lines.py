"""Queues in which one waits for another: a chat's updates, a chat's messages."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field


@dataclass
class _Line:
    """One queue: its lock and how many are in it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class Lines:
    """Queues by name; who stands in one waits for those before, never for another queue."""

    def __init__(self) -> None:
        """Starts with nobody waiting."""
        self._lines: dict[str, _Line] = {}

    def __len__(self) -> int:
        """How many queues there are."""
        return len(self._lines)

    @contextlib.asynccontextmanager
    async def turn(self, name: str | None) -> AsyncIterator[None]:
        """Wait for one's turn, and keep it until the block ends.

        Args:
            name: The queue; None waits for nobody.
        """
        if name is None:
            yield
            return
        line = self._lines.setdefault(name, _Line())
        line.length += 1
        try:
            async with line.lock:
                yield
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[name]
