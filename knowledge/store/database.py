"""The database itself: its connection, its transactions and its schema."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, func, make_url, select
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from knowledge.errors import StoreError
from knowledge.store import sqlite, version
from knowledge.store.failures import FOREIGN_ERRORS, translated

Transaction = Session
"""What is written with one is kept or undone as a whole; callers outside the store only hand it on."""

_POOL_SIZE = 8
_POOL_OVERFLOW = 24  # asyncio.to_thread uses at most 32 threads


def sqlite_url(path: Path | str) -> str:
    """The URL of the SQLite database in this file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


class Database:
    """One database, used from any thread.

    Args:
        url: `sqlite:///file.db` (see `sqlite_url`) or `postgresql://user:password@host/name`.

    Raises:
        StoreError: the URL is not one of these.
    """

    def __init__(self, url: str) -> None:
        self._engine = _make_engine(_checked(url))
        self._reading = self._engine.execution_options(read_only=True)
        self._writing = threading.Lock()

    def migrate(self) -> None:
        """Brings the schema to this version; processes that start together take turns.

        Raises:
            SchemaOutdatedError: a newer version made the database.
            StoreError: the database cannot be reached or written.
        """
        with _foreign_errors_translated(), self._engine.begin() as connection:
            _lock(connection, "migrate")
            if not version.is_current(connection):
                from knowledge.store import schema  # most starts do without Alembic

                schema.upgrade(connection)

    def schema_is_current(self) -> bool:
        """Whether the schema is this version's."""
        with _foreign_errors_translated(), self._reading.connect() as connection:
            return version.is_current(connection)

    @contextmanager
    def session(self, *, read_only: bool = False) -> Iterator[Session]:
        """One transaction: committed at the end, undone whole when anything is raised.

        Args:
            read_only: the transaction writes nothing, so that SQLite need not let it wait for a writer.

        Raises:
            SchemaOutdatedError: a table or column is missing.
            StoreError: the database failed.
        """
        engine = self._reading if read_only else self._engine
        with (
            _foreign_errors_translated(),
            self._turn(read_only=read_only),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def lock(self, session: Session, name: str) -> None:
        """Keeps other transactions that ask for the same `name` waiting until this one ends.

        SQLite needs nothing: there a writing transaction already keeps all other writers waiting.
        """
        _lock(session.connection(), name)

    @contextmanager
    def _turn(self, *, read_only: bool) -> Iterator[None]:
        """SQLite's writers look now and then whether it is their turn; threads of one process are woken at once."""
        if read_only or self.file is None:
            yield
            return
        is_ours = self._writing.acquire(timeout=sqlite.BUSY_TIMEOUT_MS / 1000)
        try:
            yield
        finally:
            if is_ours:
                self._writing.release()

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database; None on a server."""
        is_file = self._engine.url.get_backend_name() == "sqlite"
        return Path(self._engine.url.database or "") if is_file else None

    def connect(self) -> Connection:
        """A connection of one's own, for what outlives a transaction; to be closed."""
        return self._engine.connect()

    def dispose(self) -> None:
        """Closes every connection."""
        self._engine.dispose()


@contextmanager
def _foreign_errors_translated() -> Iterator[None]:
    try:
        yield
    except FOREIGN_ERRORS as error:
        raise translated(error) from error


def _lock(connection: Connection, name: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))


def _checked(url: str) -> URL:
    """The URL, with psycopg 3 as PostgreSQL's driver. Its text is never repeated: it may hold a password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError("The database URL cannot be read; write sqlite:///file.db or postgresql://…") from error
    backend = parsed.drivername.partition("+")[0]
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(f"The database {backend!r} is not supported; use SQLite or PostgreSQL.")
    if parsed.database in (None, "", ":memory:"):
        raise StoreError("An SQLite database needs a file: threads and processes share it.")
    return parsed


def _make_engine(url: URL) -> Engine:
    is_file = url.get_backend_name() == "sqlite"
    engine = create_engine(
        url,
        pool_size=_POOL_SIZE,
        max_overflow=_POOL_OVERFLOW,
        pool_pre_ping=not is_file,  # a server may have closed a waiting connection, a file has not
        hide_parameters=True,
    )
    if is_file:
        sqlite.prepare(engine)
    return engine
