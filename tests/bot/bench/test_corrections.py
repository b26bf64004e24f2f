"""The bench of corrections, in small: the whole bot as a process of its own, really killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.bench.corrections import Wanted, measure_corrections
from tests.knowledge.store.conftest import postgres_server as postgres_server
from tests.knowledge.store.postgres import PostgresServer

pytestmark = [pytest.mark.e2e, pytest.mark.model]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """An empty database on a server; None for SQLite in the run's folder."""
    if request.param == "sqlite":
        yield None
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create_database()
    yield server.url(name)
    server.drop_database(name)


async def test_nothing_is_lost_or_comes_twice_when_the_bot_is_killed(tmp_path: Path, address: str | None) -> None:
    """Killed with a message, quiz or document delivered and not noted, the next run finds it and goes on."""
    measured = await measure_corrections(Wanted(42, 2, address, is_mixed=True), tmp_path, lambda line: None)
    assert (measured.lost, measured.twice, measured.refused_429) == (0, 0, 0)
    assert len(measured.in_flight) == 2
    assert min(measured.in_flight) > 0
    assert measured.probes > 0
