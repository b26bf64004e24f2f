"""Inserting what is not there yet, the same on both databases."""

from collections.abc import Sequence

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from knowledge.store.tables import Base

_ROWS_PER_STATEMENT = 500


def insert_new(session: Session, table: type[Base], rows: Sequence[dict[str, object]], unique: str) -> int:
    """Inserts the rows whose value of the column `unique` is not there yet; returns how many they were."""
    insert = postgresql.insert if session.connection().dialect.name == "postgresql" else sqlite.insert
    column = table.__table__.c[unique]
    inserted = 0
    for start in range(0, len(rows), _ROWS_PER_STATEMENT):
        statement = insert(table).values(list(rows[start : start + _ROWS_PER_STATEMENT]))
        new = statement.on_conflict_do_nothing(index_elements=[unique]).returning(column)
        inserted += len(session.execute(new).all())
    return inserted
