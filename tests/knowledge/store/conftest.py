"""Every test that asks for `database` runs once on SQLite and once on PostgreSQL.

Without PostgreSQL those runs are skipped; SAFERTOGETHER_REQUIRE_POSTGRES=1 makes them fail instead.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.store.database import Database, sqlite_url
from knowledge.store.entry_store import EntryStore

from .postgres import PostgresMissing, PostgresServer

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A running server; skips, or fails where it is required, when there is none to run."""
    try:
        server = PostgresServer()
    except PostgresMissing as missing:
        if os.environ.get("SAFERTOGETHER_REQUIRE_POSTGRES") == "1":
            pytest.fail(f"PostgreSQL is required here: {missing}")
        pytest.skip(f"needs PostgreSQL: {missing}")
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> str:
    """The name of a migrated database to copy: quicker than migrating for every test."""
    name = postgres_server.create_database()
    template = Database(postgres_server.url(name))
    template.migrate()
    template.dispose()
    return name


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "empty.db")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create_database()
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated, empty database."""
    if request.param == "sqlite":
        made = Database(sqlite_url(tmp_path / "store.db"))
        made.migrate()
        made.dispose()
        yield sqlite_url(tmp_path / "store.db")
        return
    template = request.getfixturevalue("postgres_template")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create_database(template)
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A migrated, empty database."""
    made = Database(url)
    yield made
    made.dispose()


@pytest.fixture
def store(database: Database) -> EntryStore:
    """The entries of `database`."""
    return EntryStore(database)
