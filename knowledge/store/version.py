"""Which version the schema has, and which it should have: at most starts they agree, and Alembic is not needed."""

from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

_MIGRATIONS: Final = Path(__file__).parent / "migrations" / "versions"
_TABLE: Final = "alembic_version"


@cache
def newest() -> str:
    """The newest migration's number; its file is named for it, `vNNNN_what.py`."""
    return max(path.name[1:5] for path in _MIGRATIONS.glob("v[0-9][0-9][0-9][0-9]_*.py"))


def is_current(connection: Connection) -> bool:
    """Whether the newest migration is the one the database had last."""
    if not inspect(connection).has_table(_TABLE):
        return False
    return connection.scalars(text(f"SELECT version_num FROM {_TABLE}")).all() == [newest()]
