"""The bot under test: against the simulator, and against a Telegram that only records."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest

from actions.services import Services
from bot.simulator import Simulator
from knowledge.entry import FactCheck, Topic, Verdict
from knowledge.store.database import Database, sqlite_url
from tests.bot.bot_world import BotWorld, FakeParser, FakeRetriever, fresh_services
from tests.bot.recording_request import RecordingRequest

# Two shared cores: how long an example takes says nothing.
hypothesis.settings.register_profile(
    "bot", deadline=None, max_examples=60, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("bot")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database to copy."""
    path = tmp_path_factory.mktemp("template") / "store.db"
    database = Database(sqlite_url(path))
    database.migrate()
    database.dispose()
    return path


@pytest.fixture
def database(template: Path, tmp_path: Path) -> Iterator[Database]:
    """An empty database."""
    path = tmp_path / "store.db"
    shutil.copy(template, path)
    database = Database(sqlite_url(path))
    yield database
    database.dispose()


@pytest.fixture
def retriever() -> FakeRetriever:
    """Finds nothing until a test says otherwise."""
    return FakeRetriever()


@pytest.fixture
def services(database: Database, retriever: FakeRetriever) -> Services:
    """Real stores and the fake retriever."""
    return fresh_services(database, retriever)


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A simulator without a bot."""
    async with Simulator() as running:
        yield running


@pytest.fixture
def unstarted(simulator: Simulator, database: Database, services: Services, retriever: FakeRetriever) -> BotWorld:
    """A world whose bot is not running yet."""
    return BotWorld(simulator, database, services, retriever, FakeParser())


@pytest.fixture
async def world(unstarted: BotWorld) -> AsyncIterator[BotWorld]:
    """A world with the bot polling."""
    async with unstarted.polling():
        yield unstarted


@pytest.fixture
def telegram() -> RecordingRequest:
    """A Telegram that records calls and answers as told."""
    return RecordingRequest()


@pytest.fixture
def black_dot() -> FactCheck:
    """A false claim about ballots, in both languages."""
    return FactCheck(
        id="black-dot",
        topic=Topic.BALLOTS_COUNTING,
        claim_ms="Kertas undi bertanda titik hitam sengaja diedarkan supaya undi menjadi rosak.",
        claim_en="Ballot papers with a black dot are handed out on purpose so that votes are spoilt.",
        verdict=Verdict.FALSE,
        summary_ms="SPR berkata dakwaan ini tidak benar. Kertas undi disemak sebelum diberikan.",
        summary_en="SPR says this is not true. Ballots are checked before they are handed out.",
        review_date="2023-03-03",
        publisher="Sebenarnya.my (MCMC)",
        source_url="https://sebenarnya.my/titik-hitam",
    )
