"""Messages people asked to have checked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.store.database import Database
from knowledge.store.tables import TipRow
from knowledge.text.language import Language

SAME_TIP_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class TipReceipt:
    """The tip's number, and whether this call made it."""

    id: int
    is_new: bool


@dataclass(frozen=True)
class Tip:
    """A tip as it is stored; `state` and `entry_id` are empty until somebody dealt with it."""

    id: int
    person: str
    text: str
    language: Language
    state: str | None
    entry_id: str | None
    created_at: datetime


class TipStore:
    """The tips of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, person: str, text: str, language: Language, at: datetime) -> TipReceipt:
        """Keeps a tip; the same words of the same person within `SAME_TIP_WITHIN` are one tip."""
        text = _storable(text)
        with self._database.session() as session:
            self._database.lock(session, f"person:{person}")
            same = _same_tip(session, person, text, at)
            if same is not None:
                return TipReceipt(same, is_new=False)
            row = TipRow(person=person, text=text, language=language.value, created_at=at)
            session.add(row)
            session.flush()
            return TipReceipt(row.id, is_new=True)

    def count(self) -> int:
        """How many tips there are."""
        with self._database.session(read_only=True) as session:
            return session.execute(select(func.count()).select_from(TipRow)).scalar_one()

    def list(self, limit: int) -> list[Tip]:
        """The newest tips first."""
        query = select(TipRow).order_by(TipRow.created_at.desc(), TipRow.id.desc()).limit(limit)
        with self._database.session(read_only=True) as session:
            return [_tip(row) for row in session.scalars(query)]


def _same_tip(session: Session, person: str, text: str, at: datetime) -> int | None:
    query = select(TipRow.id).where(
        TipRow.person == person,
        TipRow.text == text,
        TipRow.created_at > at - SAME_TIP_WITHIN,
        TipRow.created_at <= at + SAME_TIP_WITHIN,
    )
    return session.scalars(query.order_by(TipRow.id.desc()).limit(1)).first()


def _tip(row: TipRow) -> Tip:
    return Tip(row.id, row.person, row.text, Language(row.language), row.state, row.entry_id, row.created_at)


def _storable(text: str) -> str:
    """Without what a database's text cannot hold: NUL (PostgreSQL) and halves of characters (both)."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
