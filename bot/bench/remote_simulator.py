"""The other end of `simulator_process`."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from bot.bench.simulator_process import ADDRESS, LINE_BYTES, RESULT, TRAFFIC, Address
from bot.bench.traffic import Traffic, TrafficResult
from bot.errors import BotError

_END_WITHIN_S: Final = 5.0


class RemoteSimulator:
    """A simulator in another process."""

    def __init__(self, process: Process, address: Address) -> None:
        """Wraps a running one.

        Args:
            process: With pipes as standard input and output.
            address: What it said first.
        """
        self._process = process
        self.address = address

    async def play(self, traffic: Traffic) -> TrafficResult:
        """Let people write, and wait until they were answered or it took too long.

        Args:
            traffic: What they write, and how fast.

        Raises:
            BotError: If the process has ended.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(TRAFFIC.dump_json(traffic) + b"\n")
        return RESULT.validate_json(await _line(self._process))


@asynccontextmanager
async def remote_simulator() -> AsyncIterator[RemoteSimulator]:
    """Run a simulator in a process of its own until the block ends.

    Raises:
        BotError: If it does not start.
    """
    command = (sys.executable, "-m", "bot.bench.simulator_process")
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, limit=LINE_BYTES)
    try:
        yield RemoteSimulator(process, ADDRESS.validate_json(await _line(process)))
    finally:
        await _end(process)


async def _line(process: Process) -> bytes:
    assert process.stdout is not None
    line = await process.stdout.readline()
    if not line:
        raise BotError("The simulator's process ended early; its own words are above.")
    return line


async def _end(process: Process) -> None:
    assert process.stdin is not None
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), _END_WITHIN_S)
    except TimeoutError:
        process.kill()
        await process.wait()
