"""Every change at the desk: who, when, what. Rows are only ever added; the database refuses anything else."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.store.database import Database
from knowledge.store.desk_tables import AuditRow


class Deed(StrEnum):
    """What somebody did."""

    INVITED = "invited"
    INVITATION_REVOKED = "invitation-revoked"
    JOINED = "joined"
    RENAMED = "renamed"
    ROLE_CHANGED = "role-changed"
    REMOVED = "removed"
    CLAIMED = "claimed"
    RELEASED = "released"
    LINKED = "linked"
    CLOSED = "closed"
    MERGED = "merged"
    SPLIT = "split"
    SUBMITTED = "submitted"
    EDITED = "edited"
    SENT_BACK = "sent-back"
    REJECTED = "rejected"
    APPROVED = "approved"
    CORRECTED = "corrected"
    RECHECKED = "rechecked"
    IMPORTED = "imported"


@dataclass(frozen=True)
class Actor:
    """Who did it: the person's hash, and the name they bear at the desk."""

    person: str
    name: str


THE_BOT: Final = Actor("bot", "SaferTogether")
"""Who did what the bot does by itself."""


@dataclass(frozen=True)
class AuditEntry:
    """One line of the log. `subject` names what was changed: `entry:<id>`, `cluster:<id>`, `member:<hash>`..."""

    id: int
    at: datetime
    by: Actor
    deed: Deed
    subject: str
    detail: str


def write_audit(session: Session, by: Actor, deed: Deed, subject: str, at: datetime, detail: str = "") -> None:
    """Adds a line in the caller's transaction, so that neither the change nor its line exists alone."""
    row = AuditRow(at=at, person=by.person, name=by.name, deed=deed.value, subject=subject, detail=detail)
    session.add(row)


class AuditLog:
    """The log of one database, to be read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, limit: int, offset: int = 0) -> list[AuditEntry]:
        """The newest lines first."""
        query = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit).offset(offset)
        with self._database.session(read_only=True) as session:
            return [_entry(row) for row in session.scalars(query)]

    def about(self, subject: str) -> list[AuditEntry]:
        """All lines about one subject, oldest first."""
        query = select(AuditRow).where(AuditRow.subject == subject).order_by(AuditRow.id)
        with self._database.session(read_only=True) as session:
            return [_entry(row) for row in session.scalars(query)]


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(row.id, row.at, Actor(row.person, row.name), Deed(row.deed), row.subject, row.detail)
