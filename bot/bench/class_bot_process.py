"""The bot of `bot/bench/class_bot.py`, started and killed."""

import asyncio
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.simulator import RateLimits, Simulator, SimulatorOptions


class BenchBot:
    """The bot's process."""

    def __init__(self, simulator: Simulator, data: Path) -> None:
        """Starts nothing.

        Args:
            simulator: What it talks to.
            data: Where its database is.
        """
        self._command = (
            *(sys.executable, "-m", "bot.bench.class_bot"),
            *(simulator.token, simulator.base_url, simulator.base_file_url, str(data)),
        )
        self._process: Process | None = None

    async def start(self) -> None:
        """Start it; it polls when it is ready."""
        self._process = await asyncio.create_subprocess_exec(*self._command)

    async def kill(self) -> None:
        """End it as a power cut would: kill -9."""
        if self._process is not None:
            self._process.kill()
            await self._process.wait()
            self._process = None


@asynccontextmanager
async def bot_on_simulator(data: Path) -> AsyncIterator[tuple[Simulator, BenchBot]]:
    """Telegram's limits enforced by a simulator, and the bot beside it, which is killed at the end.

    Args:
        data: Where the bot's database is.
    """
    async with Simulator(SimulatorOptions(rate_limits=RateLimits())) as simulator:
        bot = BenchBot(simulator, data)
        await bot.start()
        try:
            yield simulator, bot
        finally:
            await bot.kill()
