"""The queue as the database sees it: which open clusters fit, in which order, a page at a time."""

from datetime import datetime

from sqlalchemy import Select, func, or_, select

from knowledge.store.cluster_rows import ClusterState, QueueFilter, QueueOrder
from knowledge.store.desk_tables import ClusterRow, ClusterTipRow
from knowledge.store.tables import TipRow

_PEOPLE = func.count(TipRow.person.distinct())
_FIRST, _LAST = func.min(TipRow.created_at), func.max(TipRow.created_at)
# Of equal demand the older comes first.
_ORDERS = {
    QueueOrder.DEMAND: (_PEOPLE.desc(), _FIRST, ClusterRow.id),
    QueueOrder.OLDEST: (_FIRST, ClusterRow.id),
    QueueOrder.NEWEST: (_LAST.desc(), ClusterRow.id.desc()),
}


def in_order(wanted: QueueFilter, at: datetime) -> Select[int]:
    """The numbers of the clusters that fit, in the queue's order; one whose tips were all deleted is never there."""
    return _fitting(wanted, at).group_by(ClusterRow.id).order_by(*_ORDERS[wanted.order])


def how_many(wanted: QueueFilter, at: datetime) -> Select[int]:
    """How many they are."""
    return select(func.count()).select_from(_fitting(wanted, at).distinct().subquery())


def _fitting(wanted: QueueFilter, at: datetime) -> Select[int]:
    query = (
        select(ClusterRow.id)
        .join(ClusterTipRow, ClusterTipRow.cluster_id == ClusterRow.id)
        .join(TipRow, TipRow.id == ClusterTipRow.tip_id)
        .where(ClusterRow.state == ClusterState.OPEN.value)
    )
    if wanted.only_free:
        query = query.where(or_(ClusterRow.claimed_until.is_(None), ClusterRow.claimed_until <= at))
    if wanted.claimed_by is not None:
        query = query.where(ClusterRow.claimed_by == wanted.claimed_by, ClusterRow.claimed_until > at)
    if wanted.home_state is not None:
        told = select(ClusterTipRow.cluster_id).where(ClusterTipRow.home_state == wanted.home_state.value)
        query = query.where(ClusterRow.id.in_(told))
    if wanted.language is not None:
        written = select(ClusterTipRow.cluster_id).join(TipRow, TipRow.id == ClusterTipRow.tip_id)
        query = query.where(ClusterRow.id.in_(written.where(TipRow.language == wanted.language.value)))
    return query
