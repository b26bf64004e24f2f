"""What SQLite needs to serve several threads and processes at once."""

import sqlite3
import time
from typing import Final

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS: Final = 5000
_WAL_RETRY_S: Final = 0.05


def prepare(engine: Engine) -> None:
    """Sets up every connection of `engine`, and how its transactions begin.

    sqlite3 would open transactions by itself, and never before DDL; with that switched off a transaction is what
    SQLAlchemy says it is. A writer takes the write lock when it begins: a transaction that reads first and wants
    to write later cannot wait for another writer (https://www.sqlite.org/rescode.html#busy_snapshot).
    """
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        _use_write_ahead_log(cursor)
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")  # what a person asks to be forgotten is overwritten
    finally:
        cursor.close()


def _use_write_ahead_log(cursor: DBAPICursor) -> None:
    """Switches to WAL; the switch does not honour `busy_timeout`, so it waits for the lock here."""
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_WAL_RETRY_S)
        else:
            return


def _on_begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("read_only", False)
    opened = connection.connection.dbapi_connection
    if isinstance(opened, sqlite3.Connection):  # asked directly: SQLAlchemy's own way costs more than a whole read
        opened.execute("BEGIN" if read_only else "BEGIN IMMEDIATE")
