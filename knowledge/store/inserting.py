"""Inserting what is not there yet, the same on both databases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from knowledge.store.tables import Base

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


def insert_new(session: Session, table: type[Base], rows: Sequence[dict[str, object]], unique: str) -> int:
    """Inserts the rows whose value of the column `unique` is not there yet; returns how many they were."""
    if not rows:
        return 0
    connection = session.connection()
    statement = _postgresql_insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    new = statement.on_conflict_do_nothing(index_elements=[unique]).returning(table.__table__.c[unique])
    return len(connection.execute(new, list(rows)).all())


def _postgresql_insert(table: type[Base]) -> "postgresql.Insert":
    from sqlalchemy.dialects import postgresql  # SQLite does without it

    return postgresql.insert(table)
