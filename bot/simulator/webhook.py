"""Delivering updates to the bot's own web server, as Telegram does with webhooks."""

import asyncio
import re
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from bot.simulator.clock import Clock
from bot.simulator.json_types import JsonObject
from bot.simulator.updates import PendingUpdate, UpdateQueue

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_FIRST_RETRY_S: Final = 0.1
_LONGEST_RETRY_S: Final = 5.0
_ANSWER_WITHIN_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class WebhookTarget:
    """Where updates are posted."""

    url: str
    secret: str
    connections: int


class Webhook:
    """Posts pending updates until the bot accepts each with a 2xx answer."""

    def __init__(self, updates: UpdateQueue, clock: Clock) -> None:
        """Starts without a target.

        Args:
            updates: Where updates wait.
            clock: Dates the last error.
        """
        self._updates = updates
        self._clock = clock
        self._pump: asyncio.Task[None] | None = None
        self._under_way: dict[asyncio.Task[None], PendingUpdate] = {}
        self._error: tuple[int, str] | None = None
        self.target: WebhookTarget | None = None

    async def start(self, target: WebhookTarget) -> None:
        """Begins posting to a target, in place of the one before.

        Args:
            target: A loopback address.
        """
        await self.stop()
        self._error = None
        self.target = target
        self._pump = asyncio.create_task(self._run(target))

    async def stop(self) -> None:
        """Stops posting; what was not accepted waits again."""
        self.target = None
        tasks = [task for task in (self._pump, *self._under_way) if task]
        unaccepted = sorted(self._under_way.values(), key=lambda update: -update.id)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for update in unaccepted:
            self._updates.put_back(update)
        self._under_way.clear()
        self._pump = None

    def info_json(self) -> JsonObject:
        """Writes `WebhookInfo`.

        Returns:
            Its JSON.
        """
        payload: JsonObject = {
            "url": self.target.url if self.target else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates) + len(self._under_way),
        }
        if self._updates.allowed:
            payload["allowed_updates"] = self._updates.allowed
        if self.target:
            payload["max_connections"] = self.target.connections
        if self._error:
            payload["last_error_date"], payload["last_error_message"] = self._error
        return payload

    async def _run(self, target: WebhookTarget) -> None:
        slots = asyncio.Semaphore(target.connections)
        timeout = aiohttp.ClientTimeout(total=_ANSWER_WITHIN_S)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                await slots.acquire()
                update = await self._updates.next_ready()
                task = asyncio.create_task(self._deliver(session, target, update))
                self._under_way[task] = update
                task.add_done_callback(partial(self._finish, slots))

    def _finish(self, slots: asyncio.Semaphore, task: asyncio.Task[None]) -> None:
        self._under_way.pop(task, None)
        slots.release()

    async def _deliver(self, session: aiohttp.ClientSession, target: WebhookTarget, update: PendingUpdate) -> None:
        wait_s = _FIRST_RETRY_S
        while not await self._post(session, target, update):
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, _LONGEST_RETRY_S)

    async def _post(self, session: aiohttp.ClientSession, target: WebhookTarget, update: PendingUpdate) -> bool:
        headers = {SECRET_HEADER: target.secret} if target.secret else {}
        try:
            async with session.post(target.url, json=update.payload, headers=headers) as response:
                problem = "" if response.ok else f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = f"Connection failed: {error}"
        if problem:
            self._error = (self._clock.unix(), problem)
        return not problem


def is_loopback_url(url: str) -> bool:
    """Tells whether an address stays on this machine.

    Args:
        url: The webhook's address.

    Returns:
        Whether it is http(s) to a loopback host.
    """
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and (parts.hostname or "") in _LOOPBACK


def is_secret_token(secret: str) -> bool:
    """Tells whether Telegram takes a secret token.

    Args:
        secret: `secret_token`.

    Returns:
        Whether it is 1-256 letters, digits, "_" or "-".
    """
    return re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret) is not None
