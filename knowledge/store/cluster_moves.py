"""What makes one cluster of two, by hand or by itself, in the caller's transaction."""

from datetime import datetime

from sqlalchemy import Select, delete, exists, select, update
from sqlalchemy.orm import Session

from knowledge.store.cluster_rows import ClusterState
from knowledge.store.desk_tables import ClusterRow, ClusterTipRow, KeptApartRow


def is_claimed(row: ClusterRow, at: datetime) -> bool:
    """Whether a member holds the cluster."""
    return row.claimed_until is not None and row.claimed_until > at


def are_kept_apart(session: Session, one_id: int, other_id: int) -> bool:
    """Whether people took a tip that is in one of the clusters out of the other."""
    pairs = ((one_id, other_id), (other_id, one_id))
    return any(
        session.scalar(select(exists().where(KeptApartRow.cluster_id == left, KeptApartRow.tip_id.in_(_inside(there)))))
        for left, there in pairs
    )


def move_all(session: Session, row: ClusterRow, into: ClusterRow, at: datetime) -> None:
    """Moves every tip of `row` into `into`, and leaves the way there; what was kept out of `row` stays kept out."""
    session.execute(update(ClusterTipRow).where(ClusterTipRow.cluster_id == row.id).values(cluster_id=into.id))
    _keep_out_of(session, row.id, into.id)
    row.state, row.merged_into = ClusterState.MERGED.value, into.id
    row.claimed_by = row.claimed_until = None
    row.changed_at = into.changed_at = at


def _keep_out_of(session: Session, old_id: int, new_id: int) -> None:
    """Tips kept out of the old cluster are kept out of the new one, but for those that are in it now."""
    known = select(KeptApartRow.tip_id).where(KeptApartRow.cluster_id == new_id)
    kept = select(KeptApartRow.tip_id).where(
        KeptApartRow.cluster_id == old_id,
        KeptApartRow.tip_id.not_in(_inside(new_id)),
        KeptApartRow.tip_id.not_in(known),
    )
    session.add_all([KeptApartRow(tip_id=tip_id, cluster_id=new_id) for tip_id in session.scalars(kept).all()])
    session.flush()
    is_void = (KeptApartRow.cluster_id == new_id) & KeptApartRow.tip_id.in_(_inside(new_id))
    gone = delete(KeptApartRow).where((KeptApartRow.cluster_id == old_id) | is_void)
    session.execute(gone, execution_options={"synchronize_session": False})


def _inside(cluster_id: int) -> Select[int]:
    return select(ClusterTipRow.tip_id).where(ClusterTipRow.cluster_id == cluster_id)
