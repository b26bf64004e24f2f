"""A store to import into and export from, on SQLite: the store's own tests cover both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.store.database import Database, sqlite_url
from knowledge.store.entry_store import EntryStore


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a migrated, empty database, to copy: quicker than migrating for every test."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    database = Database(sqlite_url(path))
    database.migrate()
    database.dispose()
    return path


@pytest.fixture
def store(empty_database: Path, tmp_path: Path) -> Iterator[EntryStore]:
    """An empty store."""
    path = tmp_path / "store.db"
    path.write_bytes(empty_database.read_bytes())
    database = Database(sqlite_url(path))
    yield EntryStore(database)
    database.dispose()
