"""Runs the Alembic migrations packaged beside this file; there is no alembic.ini."""

import threading
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from knowledge.errors import SchemaOutdatedError

# Alembic keeps the migration it runs in module globals, so one process runs one at a time.
_ONE_AT_A_TIME: Final = threading.Lock()


def upgrade(connection: Connection) -> None:
    """Brings the schema to the newest version inside the connection's transaction.

    Raises:
        SchemaOutdatedError: a newer version made the database.
    """
    config = Config()
    config.set_main_option("script_location", "knowledge.store:migrations")
    config.attributes["connection"] = connection
    try:
        with _ONE_AT_A_TIME:
            command.upgrade(config, "head")
    except CommandError as error:
        raise SchemaOutdatedError(
            f"The database was made by a newer version of SaferTogether ({error}). Install that version."
        ) from error
