"""`safertogether run` from the inside: what starts, what it says, how it stops."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest

from bot.launcher import launch
from bot.settings import Settings, load_settings

pytestmark = [pytest.mark.e2e, pytest.mark.model]
STARTED_WITHIN_S = 120


def offline(tmp_path: Path, **given: object) -> Settings:
    return load_settings(data=tmp_path).model_copy(update={"nlu": "off", "simulator_port": 0} | given)


async def started(said: list[str], start: str) -> str:
    async with asyncio.timeout(STARTED_WITHIN_S):
        while not (found := next((line for line in said if line.startswith(start)), None)):
            await asyncio.sleep(0.05)
    return found


async def test_without_a_token_the_simulator_page_is_served(tmp_path: Path) -> None:
    """The address is printed, the page opens, and stopping leaves nothing behind."""
    said: list[str] = []
    stop = asyncio.Event()
    running = asyncio.create_task(launch(offline(tmp_path), said.append, stop))
    line = await started(said, "No TELEGRAM_BOT_TOKEN")
    address = re.search(r"http://127\.0\.0\.1:\d+/", line)
    assert address
    async with httpx.AsyncClient() as client:
        assert "SaferTogether" in (await client.get(address[0])).text
    stop.set()
    await running
    assert said[-1] == "Stopped."
    with pytest.raises(httpx.ConnectError):
        async with httpx.AsyncClient() as client:
            await client.get(address[0])


async def test_second_start_keeps_what_the_first_made(tmp_path: Path) -> None:
    """Database, vectors and person key are made once."""
    times = []
    for _ in range(2):
        said: list[str] = []
        stop = asyncio.Event()
        running = asyncio.create_task(launch(offline(tmp_path), said.append, stop))
        await started(said, "No TELEGRAM_BOT_TOKEN")
        stop.set()
        await running
        times.append([(tmp_path / name).stat().st_mtime_ns for name in ("vectors.npz", "person.key")])
    assert times[0] == times[1]
