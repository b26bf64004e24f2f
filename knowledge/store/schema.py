"""Runs the Alembic migrations packaged beside this file; there is no alembic.ini."""

import threading

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

# Alembic keeps the migration it runs in module globals, so one process runs one at a time.
ONE_AT_A_TIME = threading.Lock()


def upgrade(connection: Connection) -> None:
    """Brings the schema to the newest version inside the connection's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def is_current(connection: Connection) -> bool:
    """Whether the newest migration is the one the database had last."""
    heads = ScriptDirectory.from_config(_config()).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(heads)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "knowledge.store:migrations")
    return config
