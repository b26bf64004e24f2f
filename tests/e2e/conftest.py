"""The real bot: real store with the seed, real embedder and retriever, real Rasa, over the simulator's Bot API."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import BotConfig, build_application
from bot.errors import BotStoppedError
from bot.flood import FloodLimits
from bot.identity import Identity
from bot.localisation import Localisation
from bot.nlu_starter import running_nlu
from bot.polling import run_polling
from bot.rate_limiter import SendingRates
from bot.settings import Settings, load_settings
from bot.simulator import Message, SimulatedPerson, Simulator
from bot.wiring import Knowledge, open_knowledge, services_of
from knowledge.store.update_inbox import UpdateInbox
from nlu.errors import RasaEnvironmentError
from nlu.late_parser import LateParser
from nlu.parser import Parser
from nlu.rasa_parser import RasaParser

UNHURRIED = FloodLimits(burst=1000, per_second=1000)
AT_ONCE = SendingRates(overall=(1000, 1.0), per_chat=(1000, 1.0), per_group=(1000, 1.0))
REPLY_LIMIT_S = 20.0


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder of its own."""
    return load_settings(data=tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def knowledge(settings: Settings) -> Iterator[Knowledge]:
    """The seed, findable by the shipped embedder."""
    opened = open_knowledge(settings, seeded=True)
    yield opened
    opened.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def rasa(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Parser]:
    """The real Rasa service."""
    log_path = tmp_path_factory.mktemp("rasa") / "rasa.log"
    async with contextlib.AsyncExitStack() as stack:
        try:
            service = await stack.enter_async_context(running_nlu(log_path, lambda _: None))
        except RasaEnvironmentError as error:
            if os.environ.get("SAFERTOGETHER_REQUIRE_NLU"):
                raise
            pytest.skip(f"no Rasa here: {error}")
        yield RasaParser(service.client)


@dataclass
class RunningBot:
    """A bot that answers, the Telegram it answers on, and the owner of its desk."""

    simulator: Simulator
    knowledge: Knowledge
    owner: SimulatedPerson

    async def ask(self, person: SimulatedPerson, text: str) -> Message:
        """Send a text and wait for the answer."""
        await person.send(text)
        return await self.simulator.private_chat(person).wait_for_reply(timeout_s=REPLY_LIMIT_S)

    async def press(self, person: SimulatedPerson, message: Message, label: str) -> Message:
        """Press a button and wait for the answer."""
        await person.press(message, label)
        return await self.simulator.private_chat(person).wait_for_reply(timeout_s=REPLY_LIMIT_S)


async def _follow_database(knowledge: Knowledge) -> None:
    """Make what is published findable, as the launcher does."""
    while True:
        await asyncio.to_thread(knowledge.indexer.refresh)
        await asyncio.sleep(0.3)


@contextlib.asynccontextmanager
async def running(knowledge: Knowledge, settings: Settings, parser: Parser) -> AsyncIterator[RunningBot]:
    """Run the application against a simulator until the block ends."""
    async with Simulator() as simulator:
        config = BotConfig(
            token=simulator.token,
            person_key=settings.person_key_bytes(),
            base_url=simulator.base_url,
            base_file_url=simulator.base_file_url,
            flood=UNHURRIED,
            sending=AT_ONCE,
        )
        inbox = UpdateInbox(knowledge.database, os.urandom(8).hex())
        owner = simulator.person("Puan Owner", language_code="en")
        services = services_of(knowledge, [Identity(config.person_key).person(owner.id)])
        application = build_application(services, parser, inbox, Localisation(), config)
        stop = asyncio.Event()
        polling = asyncio.create_task(run_polling(application, stop))
        following = asyncio.create_task(_follow_database(knowledge))
        try:
            yield RunningBot(simulator, knowledge, owner)
        finally:
            stop.set()
            following.cancel()
            with contextlib.suppress(BotStoppedError):
                await polling


@pytest_asyncio.fixture(loop_scope="session")
async def bot(knowledge: Knowledge, settings: Settings, rasa: Parser) -> AsyncIterator[RunningBot]:
    """The whole bot with NLU."""
    async with running(knowledge, settings, rasa) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def bot_without_nlu(knowledge: Knowledge, settings: Settings) -> AsyncIterator[RunningBot]:
    """The whole bot while Rasa is down."""
    async with running(knowledge, settings, LateParser()) as started:
        yield started


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root."""
    return Path(__file__).parents[2]
