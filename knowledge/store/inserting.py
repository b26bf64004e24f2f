"""Inserting what is not there yet, the same on both databases."""

from collections.abc import Sequence

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from knowledge.store.tables import Base


def insert_new(session: Session, table: type[Base], rows: Sequence[dict[str, object]], unique: str) -> int:
    """Inserts the rows whose value of the column `unique` is not there yet; returns how many they were."""
    if not rows:
        return 0
    connection = session.connection()
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing(index_elements=[unique])
    new = statement.returning(table.__table__.c[unique])
    return len(connection.execute(new, list(rows)).all())
