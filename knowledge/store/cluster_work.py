"""What the desk does with a cluster: claim and release, link, close, merge, split.

`afterwards` is run in the same transaction as the change, with the cluster's tips: what tells the people who asked is
written together with it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import update

from knowledge.errors import ClusterGoneError, ClusterTakenError
from knowledge.store.audit_log import Actor, Deed, write_audit
from knowledge.store.cluster_moves import is_claimed, move_all
from knowledge.store.cluster_rows import CloseReason, ClusterState, ClusterTip, cluster_of
from knowledge.store.cluster_store import CLUSTERS_LOCK, new_cluster, tips_by_cluster
from knowledge.store.database import Database, Transaction
from knowledge.store.desk_tables import ClusterRow, ClusterTipRow, KeptApartRow, MemberRow

CLAIM_LASTS = timedelta(hours=2)
"""Long enough to write an entry, short enough that nobody who went home holds up a rumour."""

Afterwards = Callable[[Transaction, Sequence[ClusterTip]], None]


class ClusterWork:
    """The desk's hand on the clusters of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, by: Actor, cluster_id: int, at: datetime) -> datetime:
        """Takes a cluster for `CLAIM_LASTS`, or takes it for longer; returns until when.

        Raises:
            ClusterTakenError: somebody else has it.
            ClusterGoneError: it is not open.
        """
        with self._database.session() as session:
            row = self._open(session, by, cluster_id, at)
            if row.claimed_by != by.person or not is_claimed(row, at):
                write_audit(session, by, Deed.CLAIMED, f"cluster:{cluster_id}", at)
            row.claimed_by, row.claimed_until = by.person, at + CLAIM_LASTS
            return at + CLAIM_LASTS

    def release(self, by: Actor, cluster_id: int, at: datetime) -> None:
        """Gives a claimed cluster back; nothing happens when it is not claimed.

        Raises:
            ClusterTakenError: somebody else has it.
            ClusterGoneError: it is not open.
        """
        with self._database.session() as session:
            row = self._open(session, by, cluster_id, at)
            if is_claimed(row, at):
                row.claimed_by = row.claimed_until = None
                write_audit(session, by, Deed.RELEASED, f"cluster:{cluster_id}", at)

    def link(self, by: Actor, cluster_id: int, entry_id: str, at: datetime, afterwards: Afterwards) -> None:
        """Says that an entry answers the cluster already.

        Raises:
            ClusterTakenError: somebody else has it.
            ClusterGoneError: it is not open.
        """
        with self._database.session() as session:
            row = self._open(session, by, cluster_id, at)
            write_audit(session, by, Deed.LINKED, f"cluster:{cluster_id}", at, entry_id)
            answer_cluster(session, row.id, entry_id, at, afterwards)

    def close(self, by: Actor, cluster_id: int, reason: CloseReason, at: datetime, afterwards: Afterwards) -> None:
        """Closes the cluster without an entry.

        Raises:
            ClusterTakenError: somebody else has it.
            ClusterGoneError: it is not open.
        """
        with self._database.session() as session:
            row = self._open(session, by, cluster_id, at)
            row.state, row.reason = ClusterState.CLOSED.value, reason.value
            row.claimed_by = row.claimed_until = None
            write_audit(session, by, Deed.CLOSED, f"cluster:{cluster_id}", at, reason.value)
            afterwards(session, _tips_of(session, row, at))

    def merge(self, by: Actor, cluster_id: int, into_id: int, at: datetime) -> None:
        """Moves all tips of one cluster into another.

        Raises:
            ClusterTakenError: somebody else has one of them.
            ClusterGoneError: one of them is not open, or both are one.
        """
        with self._database.session() as session:
            row = self._open(session, by, cluster_id, at)
            into = self._open(session, by, into_id, at)
            if into.id == row.id:
                raise ClusterGoneError
            move_all(session, row, into, at)
            write_audit(session, by, Deed.MERGED, f"cluster:{cluster_id}", at, f"cluster:{into.id}")

    def split(self, by: Actor, cluster_id: int, tip_ids: Sequence[int], at: datetime) -> int:
        """Moves some tips to a cluster of their own, for good; returns its number.

        Raises:
            ValueError: these are no tips of the cluster, or all of them.
            ClusterTakenError: somebody else has it.
            ClusterGoneError: it is not open.
        """
        with self._database.session() as session:
            row = self._open(session, by, cluster_id, at)
            own = {tip.id for tip in _tips_of(session, row, at)}
            if not tip_ids or not own > set(tip_ids):
                raise ValueError("some but not all of the cluster's tips can be split off")
            new = new_cluster(session, at)
            chosen = ClusterTipRow.tip_id.in_(tip_ids)
            session.execute(update(ClusterTipRow).where(chosen).values(cluster_id=new.id))
            session.add_all(KeptApartRow(tip_id=tip_id, cluster_id=row.id) for tip_id in tip_ids)
            session.add_all(KeptApartRow(tip_id=tip_id, cluster_id=new.id) for tip_id in own - set(tip_ids))
            write_audit(session, by, Deed.SPLIT, f"cluster:{cluster_id}", at, f"cluster:{new.id}")
            return new.id

    def _open(self, session: Transaction, by: Actor, cluster_id: int, at: datetime) -> ClusterRow:
        """The cluster, to be changed."""
        self._database.lock(session, CLUSTERS_LOCK)
        row = session.get(ClusterRow, cluster_id)
        if row is None or row.state != ClusterState.OPEN:
            raise ClusterGoneError
        if is_claimed(row, at) and row.claimed_by != by.person:
            holder = session.get(MemberRow, row.claimed_by)
            raise ClusterTakenError(holder.name if holder else "")
        row.changed_at = at
        return row


def answer_cluster(session: Transaction, cluster_id: int, entry_id: str, at: datetime, afterwards: Afterwards) -> None:
    """Says in the caller's transaction that an entry answers the cluster; a merged one is the one it went into."""
    row = session.get(ClusterRow, cluster_id)
    while row is not None and row.merged_into is not None:
        row = session.get(ClusterRow, row.merged_into)
    if row is None or row.state != ClusterState.OPEN:
        return
    row.state, row.entry_id = ClusterState.ANSWERED.value, entry_id
    row.claimed_by = row.claimed_until = None
    row.changed_at = at
    afterwards(session, _tips_of(session, row, at))


def _tips_of(session: Transaction, row: ClusterRow, at: datetime) -> tuple[ClusterTip, ...]:
    return cluster_of(row, tips_by_cluster(session, [row.id]).get(row.id, ()), at).tips
