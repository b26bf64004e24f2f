"""What people asked for, month by month: answers they got, and tips with what became of them. Counts only."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import Final

from sqlalchemy import select

from knowledge.store.cluster_rows import ClusterState
from knowledge.store.database import Database
from knowledge.store.desk_tables import ClusterRow, ClusterTipRow
from knowledge.store.tables import QuestionRow, TipRow

_MALAYSIA: Final = timezone(timedelta(hours=8))
_ROWS_PER_FETCH: Final = 1000


class Fate(StrEnum):
    """What became of a tip."""

    ANSWERED = "answered"
    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True)
class Asking:
    """That one person was shown an entry in a month (YYYY-MM, Malaysian time), however often."""

    month: str
    entry_id: str


@dataclass(frozen=True)
class TipFate:
    """One tip's month and what became of it."""

    month: str
    fate: Fate


class DemandLog:
    """What was asked, of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def askings(self, since: datetime) -> list[Asking]:
        """Each person's answered questions since then; the same entry counts once a month."""
        query = select(QuestionRow.asked_at, QuestionRow.person, QuestionRow.entry_id)
        query = query.where(QuestionRow.asked_at >= since, QuestionRow.entry_id.is_not(None))
        streamed = query.order_by(QuestionRow.id).execution_options(yield_per=_ROWS_PER_FETCH)
        with self._database.session(read_only=True) as session:
            found = dict.fromkeys((_month(at), person, str(entry)) for at, person, entry in session.execute(streamed))
        return [Asking(month, entry_id) for month, _, entry_id in found]

    def tip_fates(self, since: datetime) -> list[TipFate]:
        """Every tip since then; one that is in no cluster yet waits."""
        query = select(TipRow.created_at, ClusterRow.state).select_from(TipRow)
        query = query.outerjoin(ClusterTipRow, ClusterTipRow.tip_id == TipRow.id)
        query = query.outerjoin(ClusterRow, ClusterRow.id == ClusterTipRow.cluster_id)
        with self._database.session(read_only=True) as session:
            rows = session.execute(query.where(TipRow.created_at >= since).order_by(TipRow.id)).all()
        return [TipFate(_month(at), _FATES.get(state, Fate.OPEN)) for at, state in rows]


_FATES: Final = {ClusterState.ANSWERED.value: Fate.ANSWERED, ClusterState.CLOSED.value: Fate.CLOSED}


def _month(at: datetime) -> str:
    return at.astimezone(_MALAYSIA).strftime("%Y-%m")
