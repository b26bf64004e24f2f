"""What people asked about, without their words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, select

from knowledge.store.database import Database
from knowledge.store.tables import QuestionRow
from knowledge.text.language import Language

OPENED: Final = "opened"
"""The outcome of reading an entry from a list or link: the person saw it, and asked nothing."""


@dataclass(frozen=True)
class Trend:
    """How many different people asked about an entry."""

    entry_id: str
    people: int


class QuestionLog:
    """The questions of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(
        self,
        person: str,
        entry_id: str | None,
        outcome: str,
        at: datetime,
        address: str = "",
        language: Language | None = None,
    ) -> None:
        """Keeps that a person asked and what came of it.

        Args:
            person: who asked.
            entry_id: the entry they were shown; None when nothing matched.
            outcome: what came of it, 30 characters at most.
            at: when, aware.
            address: where the answer went, so that a correction can follow it; empty in a group.
            language: the answer's.
        """
        row = QuestionRow(
            person=person, entry_id=entry_id, outcome=str(outcome), asked_at=at, address=address or None,
            language=language.value if language else None,
        )  # fmt: skip
        with self._database.session() as session:
            session.add(row)

    def trending(self, since: datetime, limit: int) -> list[Trend]:
        """The entries most people asked about since then; a person who asks twice counts once."""
        people = func.count(QuestionRow.person.distinct())
        query = (
            select(QuestionRow.entry_id, people)
            .where(QuestionRow.asked_at >= since, QuestionRow.entry_id.is_not(None), QuestionRow.outcome != OPENED)
            .group_by(QuestionRow.entry_id)
            .order_by(people.desc(), QuestionRow.entry_id)
            .limit(limit)
        )
        with self._database.session(read_only=True) as session:
            return [Trend(entry_id, count) for entry_id, count in session.execute(query) if entry_id]

    def purge(self, before: datetime) -> int:
        """Deletes what was asked before then; returns how many rows."""
        query = delete(QuestionRow).where(QuestionRow.asked_at < before).returning(QuestionRow.id)
        with self._database.session() as session:
            return len(session.execute(query).all())
