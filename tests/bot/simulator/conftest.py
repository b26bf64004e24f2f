"""A running simulator, alone and with the tiny bot attached."""

import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from telegram import Bot

from bot.simulator import SimulatedPerson, Simulator
from tests.bot.simulator.tiny_bot import Connect, TinyBot, polling


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A simulator without a bot."""
    async with Simulator() as running:
        yield running


@pytest.fixture
async def tiny(simulator: Simulator) -> AsyncIterator[TinyBot]:
    """The tiny bot, polling the simulator."""
    async with polling(simulator) as bot:
        yield bot


@pytest.fixture
async def connect() -> AsyncIterator[Connect]:
    """Makes plain clients, closed when the test ends."""
    async with AsyncExitStack() as stack:

        async def client(simulator: Simulator) -> Bot:
            bot = Bot(simulator.token, base_url=simulator.base_url, base_file_url=simulator.base_file_url)
            return await stack.enter_async_context(bot)

        yield client


@pytest.fixture
async def bot(simulator: Simulator, connect: Connect) -> Bot:
    """A plain client of the simulator."""
    return await connect(simulator)


@pytest.fixture
async def aina(simulator: Simulator) -> SimulatedPerson:
    """Someone who has started the bot, with that update already read."""
    person = simulator.person("Aina")
    await person.send("/start")
    simulator.world.updates.drop_all()
    return person
