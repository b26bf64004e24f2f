"""Clusters of tips: where a tip belongs, and the queue. What the desk does with a cluster is in `cluster_work.py`."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from knowledge.scope import State
from knowledge.store.audit_log import THE_BOT, Deed, write_audit
from knowledge.store.cluster_moves import are_kept_apart, is_claimed, move_all
from knowledge.store.cluster_queue import how_many, in_order
from knowledge.store.cluster_rows import Cluster, ClusterState, QueueFilter, cluster_of
from knowledge.store.database import Database
from knowledge.store.desk_tables import ClusterRow, ClusterTipRow, KeptApartRow
from knowledge.store.tables import TipRow

CLUSTERS_LOCK = "clusters"
"""Whoever changes clusters holds this lock, so that two who act at once see each other's change."""


class ClusterStore:
    """The clusters of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unplaced(self) -> dict[int, str]:
        """The texts of tips that are in no cluster yet, oldest first, by number."""
        placed = select(ClusterTipRow.tip_id)
        query = select(TipRow.id, TipRow.text).where(TipRow.id.not_in(placed)).order_by(TipRow.id)
        with self._database.session(read_only=True) as session:
            return {tip_id: text for tip_id, text in session.execute(query)}

    def open_tips(self) -> dict[int, dict[int, str]]:
        """The texts of the tips of every open cluster, by the cluster's and the tip's number."""
        query = (
            select(ClusterTipRow.cluster_id, TipRow.id, TipRow.text)
            .join(TipRow, TipRow.id == ClusterTipRow.tip_id)
            .join(ClusterRow, ClusterRow.id == ClusterTipRow.cluster_id)
            .where(ClusterRow.state == ClusterState.OPEN.value)
            .order_by(TipRow.id)
        )
        found: dict[int, dict[int, str]] = {}
        with self._database.session(read_only=True) as session:
            for cluster_id, tip_id, text in session.execute(query):
                found.setdefault(cluster_id, {})[tip_id] = text
        return found

    def kept_apart(self) -> dict[int, set[int]]:
        """The clusters that people took each tip out of."""
        found: dict[int, set[int]] = {}
        with self._database.session(read_only=True) as session:
            for row in session.scalars(select(KeptApartRow)):
                found.setdefault(row.tip_id, set()).add(row.cluster_id)
        return found

    def place(self, tip_id: int, cluster_id: int | None, at: datetime) -> int:
        """Puts a tip in a cluster, or in a new one when that is None or not open any more; returns its number.

        A tip that is in one already stays there.
        """
        with self._database.session() as session:
            self._database.lock(session, CLUSTERS_LOCK)
            placed = session.get(ClusterTipRow, tip_id)
            if placed is not None:
                return placed.cluster_id
            row = session.get(ClusterRow, cluster_id) if cluster_id else None
            if row is None or row.state != ClusterState.OPEN:
                row = new_cluster(session, at)
            session.add(ClusterTipRow(tip_id=tip_id, cluster_id=row.id))
            return row.id

    def join(self, one_id: int, other_id: int, at: datetime) -> int | None:
        """Makes one of two clusters that turned out to be about one claim, and logs it; returns what is left of them.

        The one that somebody works on is left, else the older; what was asked, told and subscribed goes along.

        Returns:
            None when they stay two: one is not open, two members hold them, or people took tips of one out of the
            other.
        """
        with self._database.session() as session:
            self._database.lock(session, CLUSTERS_LOCK)
            rows = [session.get(ClusterRow, number) for number in sorted((one_id, other_id))]
            found = [row for row in rows if row is not None and row.state == ClusterState.OPEN]
            if len(found) < 2 or found[0].id == found[1].id or are_kept_apart(session, one_id, other_id):
                return None
            claimed = [row for row in found if is_claimed(row, at)]
            if len(claimed) > 1:
                return None
            into, row = found if found[0] in claimed or not claimed else reversed(found)
            move_all(session, row, into, at)
            write_audit(session, THE_BOT, Deed.MERGED, f"cluster:{row.id}", at, f"cluster:{into.id}")
            return into.id

    def tell_home_state(self, tip_id: int, person: str, state: State) -> bool:
        """Notes where the sender of a tip lives; False when the tip is not theirs or not there."""
        own = select(TipRow.id).where(TipRow.id == tip_id, TipRow.person == person)
        query = update(ClusterTipRow).where(ClusterTipRow.tip_id.in_(own)).values(home_state=state.value)
        with self._database.session() as session:
            return session.execute(query.returning(ClusterTipRow.tip_id)).first() is not None

    def queue(self, wanted: QueueFilter, at: datetime, limit: int, offset: int = 0) -> list[Cluster]:
        """A part of the open clusters that fit, in the queue's order; nothing else is read."""
        with self._database.session(read_only=True) as session:
            numbers = session.scalars(in_order(wanted, at).limit(limit).offset(offset)).all()
            tips = tips_by_cluster(session, numbers)
            rows = {row.id: row for row in session.scalars(select(ClusterRow).where(ClusterRow.id.in_(numbers)))}
        return [cluster_of(rows[number], tips[number], at) for number in numbers]

    def count(self, wanted: QueueFilter, at: datetime) -> int:
        """How many open clusters fit."""
        with self._database.session(read_only=True) as session:
            return session.execute(how_many(wanted, at)).scalar_one()

    def get(self, cluster_id: int, at: datetime) -> Cluster | None:
        """The cluster, whatever its state; one that was merged is the one it was merged into."""
        with self._database.session(read_only=True) as session:
            row = session.get(ClusterRow, cluster_id)
            while row is not None and row.merged_into is not None:
                row = session.get(ClusterRow, row.merged_into)
            if row is None:
                return None
            return cluster_of(row, tips_by_cluster(session, [row.id]).get(row.id, ()), at)


def new_cluster(session: Session, at: datetime) -> ClusterRow:
    """Adds an open cluster without tips."""
    row = ClusterRow(state=ClusterState.OPEN.value, made_at=at, changed_at=at)
    session.add(row)
    session.flush()
    return row


def tips_by_cluster(session: Session, cluster_ids: Sequence[int]) -> dict[int, list[tuple[ClusterTipRow, TipRow]]]:
    """The tips of some clusters, oldest first."""
    query = (
        select(ClusterTipRow, TipRow)
        .join(TipRow, TipRow.id == ClusterTipRow.tip_id)
        .where(ClusterTipRow.cluster_id.in_(cluster_ids))
        .order_by(TipRow.created_at, TipRow.id)
    )
    found: dict[int, list[tuple[ClusterTipRow, TipRow]]] = {}
    for placed, tip in session.execute(query):
        found.setdefault(placed.cluster_id, []).append((placed, tip))
    return found
