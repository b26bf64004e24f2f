"""The simulator as a process of its own: `python -m bot.bench.simulator_process`.

It writes one line of JSON with its addresses, then reads `Traffic` lines from standard input and answers each with a
`TrafficResult` line. It ends with its standard input, so it never outlives the bench.
"""

import asyncio
import sys
from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter

from bot.bench.traffic import Traffic, TrafficResult, play
from bot.simulator import Simulator

# A line holds all messages of a run.
LINE_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True)
class Address:
    """What a bot must know to talk to the simulator."""

    token: str
    base_url: str
    base_file_url: str


ADDRESS: Final = TypeAdapter(Address)
TRAFFIC: Final = TypeAdapter(Traffic)
RESULT: Final = TypeAdapter(TrafficResult)


async def serve() -> None:
    """Run a simulator and do what standard input says, until it ends."""
    lines = asyncio.StreamReader(limit=LINE_BYTES)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    async with Simulator() as simulator:
        _say(ADDRESS.dump_json(Address(simulator.token, simulator.base_url, simulator.base_file_url)))
        while line := await lines.readline():
            _say(RESULT.dump_json(await play(simulator, TRAFFIC.validate_json(line))))


def _say(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    asyncio.run(serve())
