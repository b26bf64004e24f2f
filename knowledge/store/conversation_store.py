"""Guided conversations in progress, so that nothing typed is lost in a restart."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete

from knowledge.store.conversation_tables import ConversationRow
from knowledge.store.database import Database

KEPT: Final = timedelta(days=7)


@dataclass(frozen=True)
class StoredConversation:
    """A conversation in progress: the form's name and its state, as `actions.conversation.state` writes it."""

    form: str
    state: str
    updated_at: datetime


class ConversationStore:
    """The conversations of one database: at most one for each person and chat, kept for `KEPT` after the last step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, person: str, address: str, now: datetime) -> StoredConversation | None:
        """The person's conversation in this chat, unless it has expired."""
        with self._database.session(read_only=True) as session:
            row = session.get(ConversationRow, (person, address))
            if row is None or row.updated_at <= now - KEPT:
                return None
            return StoredConversation(row.form, row.state, row.updated_at)

    def save(self, person: str, address: str, form: str, state: str, now: datetime) -> None:
        """Keeps the state in place of what was there."""
        row = ConversationRow(person=person, address=address, form=form, state=state, updated_at=now)
        with self._database.session() as session:
            self._database.lock(session, f"person:{person}")
            session.merge(row)

    def close(self, person: str, address: str) -> None:
        """Forgets the person's conversation in this chat, if there is one."""
        query = delete(ConversationRow).where(ConversationRow.person == person, ConversationRow.address == address)
        with self._database.session() as session:
            session.execute(query)

    def purge(self, now: datetime) -> int:
        """Deletes those that have expired; returns how many."""
        query = delete(ConversationRow).where(ConversationRow.updated_at <= now - KEPT)
        with self._database.session() as session:
            return len(session.execute(query.returning(ConversationRow.person)).all())
