"""What only one process may do at a time, such as sending letters.

SQLite: a lock on a file beside the database (`flock`); PostgreSQL: an advisory lock on a connection of its own. The
operating system and the server let go of them when the process ends, also by `kill -9`: nothing has to expire.
"""

import fcntl
import os
from pathlib import Path

from sqlalchemy import Connection, func, select

from knowledge.errors import StoreError
from knowledge.store.database import Database
from knowledge.store.failures import FOREIGN_ERRORS, translated


class Holding:
    """One name that at most one process holds.

    Args:
        database: whose processes compete.
        name: what is held; letters and digits.
    """

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = name
        self._file: int | None = None
        self._connection: Connection | None = None

    def take(self) -> bool:
        """Takes it, if nobody has it; True when it is held now.

        Raises:
            StoreError: the database or the file's folder cannot be used.
        """
        if self._file is not None:
            return True
        path = self._database.file
        return self._take_on_server() if path is None else self._take_file(path)

    def release(self) -> None:
        """Lets go of it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._drop_connection()

    def _take_file(self, path: Path) -> bool:
        try:
            descriptor = os.open(path.with_name(f"{path.name}.{self._name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError(f"The lock beside the database cannot be made: {error.strerror}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        self._file = descriptor
        return True

    def _take_on_server(self) -> bool:
        """Asks again each time: a connection that broke has lost its lock. Taking twice in one session is harmless."""
        key = func.hashtextextended(f"holding:{self._name}", 0)
        try:
            if self._connection is None:
                self._connection = self._database.connect()
            held = self._connection.execute(select(func.pg_try_advisory_lock(key))).scalar_one()
            self._connection.commit()
        except FOREIGN_ERRORS as error:
            self._drop_connection()
            raise translated(error) from error
        if not held:
            self._drop_connection()
        return bool(held)

    def _drop_connection(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
