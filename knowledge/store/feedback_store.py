"""What people thought of the answers."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select

from knowledge.store.database import Database
from knowledge.store.tables import FeedbackRow


class Rating(StrEnum):
    """What a person thought of an answer."""

    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"
    WRONG_CLAIM = "wrong_claim"


class FeedbackStore:
    """The ratings of one database: one per person and entry, the latest."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, person: str, rating: Rating, entry_id: str | None, at: datetime) -> None:
        """Keeps a rating in place of the person's earlier one of the same entry.

        Args:
            person: who rates.
            rating: what they thought.
            entry_id: the entry they were shown; None when the answer showed none.
            at: when, aware.
        """
        with self._database.session() as session:
            self._database.lock(session, f"person:{person}")
            same_entry = FeedbackRow.entry_id.is_not_distinct_from(entry_id)
            session.execute(delete(FeedbackRow).where(FeedbackRow.person == person, same_entry))
            session.add(FeedbackRow(person=person, rating=rating.value, entry_id=entry_id, created_at=at))

    def counts(self, entry_id: str) -> dict[Rating, int]:
        """How many people gave each rating to the entry, noughts included."""
        query = select(FeedbackRow.rating, func.count()).where(FeedbackRow.entry_id == entry_id)
        counts = dict.fromkeys(Rating, 0)
        with self._database.session(read_only=True) as session:
            for rating, count in session.execute(query.group_by(FeedbackRow.rating)):
                counts[Rating(rating)] = count
        return counts
