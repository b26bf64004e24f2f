"""Keeps one Rasa server running: starts it, asks whether it is well, starts it again, stops it."""

import asyncio
import contextlib
import logging
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

import httpx

from nlu.errors import ParserUnavailableError
from nlu.intents import Intent
from nlu.rasa_client import RasaClient
from nlu.rasa_process import RasaProcess

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).parents[1]
CANARY_TEXT, CANARY_INTENT = "hai", Intent.GREET
# A model that was never trained spreads itself evenly: 1/27 = 0.04 an intent. Ours gives the canary more than 0.5.
CANARY_CONFIDENCE = 0.3

Command = Callable[[int], Sequence[str]]


class ServiceState(StrEnum):
    """Whether the server can be asked."""

    STARTING = "starting"
    READY = "ready"
    DOWN = "down"


@dataclass(frozen=True)
class ServiceTimes:
    """How patient the service is, in seconds.

    Rasa takes 20 to 40 s to start on two cores, most of it importing TensorFlow.
    """

    start_limit_s: float = 180.0
    start_poll_s: float = 0.5
    check_every_s: float = 5.0
    check_timeout_s: float = 3.0
    failed_checks: int = 3
    first_pause_s: float = 1.0
    longest_pause_s: float = 60.0
    stop_grace_s: float = 10.0


def rasa_command(python: Path, model: Path) -> Command:
    """The command that serves `model` at a port, on the loopback address only, with a secret to be read from stdin."""

    def at(port: int) -> Sequence[str]:
        return (
            *(str(python), "-m", "nlu.components.run_rasa", "run", "--enable-api", "--quiet", "--secret-on-stdin"),
            *("--interface", "127.0.0.1", "--port", str(port), "--model", str(model)),
        )

    return at


class RasaService:
    """The supervisor. Use it as `async with`, or call `start` and `stop`.

    Args:
        command: the server's command line, given its port.
        log_path: where its output goes; it holds no message texts.
        times: limits and pauses.
        directory: where the server runs: the root of the project.
        transport: replaces the network in tests.
    """

    def __init__(
        self,
        command: Command,
        log_path: Path,
        times: ServiceTimes | None = None,
        directory: Path = PROJECT,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._command = command
        self._log_path = log_path
        self._times = times or ServiceTimes()
        self._directory = directory
        self._secret = secrets.token_urlsafe(32)
        self._state = ServiceState.DOWN
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._process: RasaProcess | None = None
        self.client = RasaClient(self._secret, transport=transport)

    @property
    def state(self) -> ServiceState:
        """Starting, ready, or down (stopped, or waiting to be started again)."""
        return self._state

    @property
    def pid(self) -> int | None:
        """The server's process id while it runs."""
        return self._process.pid if self._process else None

    async def start(self) -> None:
        """Begin supervising; returns at once. `wait_ready` waits."""
        if self._task is None:
            self._set(ServiceState.STARTING)
            self._task = asyncio.create_task(self._supervise(), name="rasa-service")

    async def wait_ready(self, timeout_s: float) -> bool:
        """Wait until it is ready; False if it is not by then."""
        try:
            async with asyncio.timeout(timeout_s):
                while self._state is not ServiceState.READY:
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return False
        return True

    async def stop(self) -> None:
        """End the server and the supervision."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None
        self._set(ServiceState.DOWN)
        await self.client.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _supervise(self) -> None:
        pause_s = self._times.first_pause_s
        while True:
            was_ready = await self._run_once()
            pause_s = self._times.first_pause_s if was_ready else min(pause_s * 2, self._times.longest_pause_s)
            self._set(ServiceState.DOWN)
            logger.warning("the Rasa server is down; starting it again in %.1f s (see %s)", pause_s, self._log_path)
            await asyncio.sleep(pause_s)

    async def _run_once(self) -> bool:
        """Start the server and stay until it is no good any more; True if it had become ready."""
        self._set(ServiceState.STARTING)
        port = _free_port()
        try:
            process = await RasaProcess.start(self._command(port), self._secret, self._log_path, self._directory)
        except OSError:
            logger.exception("the Rasa server cannot be started")
            return False
        self._process = process
        self.client.point_at(port)
        try:
            return await self._watch(process)
        finally:
            self._process = None
            await asyncio.shield(process.stop(self._times.stop_grace_s))

    async def _watch(self, process: RasaProcess) -> bool:
        if not await self._became_ready(process):
            return False
        self._set(ServiceState.READY)
        logger.info("the Rasa server is ready")
        failed = 0
        while process.is_running and failed < self._times.failed_checks:
            await self._pause(process, self._times.check_every_s)
            failed = 0 if await self._is_well() else failed + 1
        return True

    async def _became_ready(self, process: RasaProcess) -> bool:
        try:
            async with asyncio.timeout(self._times.start_limit_s):
                while process.is_running:
                    if await self._is_well():
                        return True
                    await self._pause(process, self._times.start_poll_s)
        except TimeoutError:
            logger.warning("the Rasa server was not ready after %.0f s", self._times.start_limit_s)
        return False

    @staticmethod
    async def _pause(process: RasaProcess, seconds: float) -> None:
        """Wait, but not past the server's end."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.ended(), seconds)

    async def _is_well(self) -> bool:
        """Whether it understands a greeting: a server with an untrained model answers, but does not."""
        try:
            parse = (await self.client.parse(CANARY_TEXT, timeout_s=self._times.check_timeout_s)).parse
        except ParserUnavailableError:
            return False
        return parse.intent is CANARY_INTENT and parse.confidence >= CANARY_CONFIDENCE

    def _set(self, state: ServiceState) -> None:
        self._state = state
        self._changed.set()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
