"""Updates waiting for the bot: one queue for long polling and for webhooks."""

import asyncio
import time
from collections import deque
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from bot.simulator.errors import ApiError
from bot.simulator.faults import Faults
from bot.simulator.json_types import JsonObject

_ONLY_ON_REQUEST: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_CONFLICT: Final = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, slots=True)
class PendingUpdate:
    """One update not yet confirmed.

    A `repeat` is the second copy of an update: delivered once whatever the bot has confirmed.
    """

    id: int
    payload: JsonObject
    repeat: bool = False


class UpdateQueue:
    """Keeps updates in order until the bot confirms them."""

    def __init__(self, faults: Faults, first_id: int | None = None) -> None:
        """Starts empty.

        Args:
            faults: Consulted once per update.
            first_id: The first `update_id`; None takes the time in milliseconds, so that a bot which
                remembers what it answered never takes a new simulator's updates for old ones.
        """
        self._faults = faults
        self._next_id = first_id if first_id is not None else time.time_ns() // 1_000_000
        self._pending: deque[PendingUpdate] = deque()
        self._allowed: frozenset[str] | None = None
        self._changed = asyncio.Event()
        self._poll_number = 0

    def __len__(self) -> int:
        """Counts the updates not yet confirmed."""
        return len(self._pending)

    @property
    def allowed(self) -> list[str]:
        """The kinds the bot asked for; empty means Telegram's default."""
        return sorted(self._allowed or ())

    def allow(self, kinds: Collection[str] | None) -> None:
        """Sets the kinds of updates made from now on.

        Args:
            kinds: `allowed_updates`; empty means the default, None leaves it as it is.
        """
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def push(self, kind: str, body: JsonObject) -> None:
        """Adds one update, unless the bot did not ask for this kind.

        Args:
            kind: Its field in `Update`, such as "message".
            body: That field's JSON.
        """
        wanted = kind in self._allowed if self._allowed else kind not in _ONLY_ON_REQUEST
        if not wanted:
            return
        fault = self._faults.take_delivery_fault()
        if fault.delay_s:
            asyncio.get_running_loop().call_later(fault.delay_s, self._append, kind, body, fault.copies)
        else:
            self._append(kind, body, fault.copies)

    def _append(self, kind: str, body: JsonObject, copies: int) -> None:
        payload: JsonObject = {"update_id": self._next_id, kind: body}
        for copy in range(copies):
            self._pending.append(PendingUpdate(self._next_id, payload, repeat=copy > 0))
        self._next_id += 1
        self._changed.set()

    def drop_all(self) -> None:
        """Forgets every pending update (`drop_pending_updates`)."""
        self._pending.clear()

    def put_back(self, update: PendingUpdate) -> None:
        """Returns an update a webhook did not accept.

        Args:
            update: What `next_ready` gave.
        """
        self._pending.appendleft(update)
        self._changed.set()

    async def next_ready(self) -> PendingUpdate:
        """Takes the oldest update that may be delivered, waiting for one if need be.

        Returns:
            The update, no longer pending.
        """
        while not self._pending:
            await self._wait(None)
        return self._pending.popleft()

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[JsonObject]:
        """Answers `getUpdates`.

        Args:
            offset: First update wanted, confirming all before it; negative counts from the end.
            limit: Most updates to return.
            timeout_s: Longest wait for the first one.

        Returns:
            `Update` JSON objects, oldest first.

        Raises:
            ApiError: 409 when another `getUpdates` begins meanwhile.
        """
        self._confirm(offset)
        self._poll_number += 1
        mine = self._poll_number
        self._changed.set()
        deadline_s = time.monotonic() + timeout_s
        while not self._pending:
            if time.monotonic() >= deadline_s:
                return []
            await self._wait(deadline_s - time.monotonic())
            if mine != self._poll_number:
                raise ApiError(409, _CONFLICT)
        return [update.payload for update in self._first(limit)]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            keep = list(self._pending)[offset:]
            self._pending = deque(keep)
        elif offset and any(update.id < offset and not update.repeat for update in self._pending):
            self._pending = deque(update for update in self._pending if update.repeat or update.id >= offset)

    def _first(self, limit: int) -> list[PendingUpdate]:
        batch: dict[int, PendingUpdate] = {}
        for update in list(self._pending):
            if len(batch) == limit:
                break
            if update.id not in batch:
                batch[update.id] = update
                if update.repeat:
                    self._pending.remove(update)
        return list(batch.values())

    async def _wait(self, timeout_s: float | None) -> None:
        self._changed.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), timeout_s)
