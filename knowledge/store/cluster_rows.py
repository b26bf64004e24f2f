"""What clusters look like from outside the store, and how they are counted: by people, never by messages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from knowledge.scope import State
from knowledge.store.desk_tables import ClusterRow, ClusterTipRow
from knowledge.store.tables import TipRow
from knowledge.text.language import Language


class ClusterState(StrEnum):
    """How far the desk is with a cluster."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    MERGED = "merged"


class CloseReason(StrEnum):
    """Why a cluster is closed without an entry."""

    OPINION = "opinion"
    NOT_CHECKABLE = "not-checkable"
    SATIRE = "satire"
    DUPLICATE = "duplicate"


class QueueOrder(StrEnum):
    """What comes first in the queue."""

    DEMAND = "demand"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True)
class QueueFilter:
    """What of the queue to see: whose (`free` means claimed by nobody), which state and language, and the order."""

    order: QueueOrder = QueueOrder.DEMAND
    only_free: bool = False
    claimed_by: str | None = None
    home_state: State | None = None
    language: Language | None = None


@dataclass(frozen=True)
class ClusterTip:
    """One tip of a cluster, as it was written."""

    id: int
    person: str
    text: str
    language: Language
    asked_at: datetime
    home_state: State | None


@dataclass(frozen=True)
class Cluster:
    """Tips about one claim, oldest first, and how far the desk is with them.

    `claimed_by` is empty when nobody has claimed it or the claim has run out.
    """

    id: int
    state: ClusterState
    reason: CloseReason | None
    entry_id: str | None
    claimed_by: str | None
    claimed_until: datetime | None
    tips: tuple[ClusterTip, ...]

    @property
    def people(self) -> int:
        """How many different people asked: the demand."""
        return len({tip.person for tip in self.tips})

    @property
    def first_asked(self) -> datetime:
        """When it was asked first."""
        return self.tips[0].asked_at

    @property
    def last_asked(self) -> datetime:
        """When it was asked last."""
        return self.tips[-1].asked_at

    def people_in_hours(self, hours: int, until: datetime) -> list[int]:
        """How many different people asked in each of the last hours before `until`, oldest hour first."""
        since = until - timedelta(hours=hours)
        recent = [tip for tip in self.tips if since < tip.asked_at <= until]
        asked = {(int((until - tip.asked_at) / timedelta(hours=1)), tip.person) for tip in recent}
        counts = Counter(hours_ago for hours_ago, _ in asked)
        return [counts[hours_ago] for hours_ago in reversed(range(hours))]

    def people_per_state(self) -> list[tuple[State, int]]:
        """How many different people of each state asked, of those who told; most first."""
        told = {(tip.home_state, tip.person) for tip in self.tips if tip.home_state}
        counts = Counter(state for state, _ in told)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def cluster_of(row: ClusterRow, tips: Sequence[tuple[ClusterTipRow, TipRow]], at: datetime) -> Cluster:
    """The row with its tips, oldest first."""
    is_claimed = row.claimed_until is not None and row.claimed_until > at
    return Cluster(
        id=row.id,
        state=ClusterState(row.state),
        reason=CloseReason(row.reason) if row.reason else None,
        entry_id=row.entry_id,
        claimed_by=row.claimed_by if is_claimed else None,
        claimed_until=row.claimed_until if is_claimed else None,
        tips=tuple(_tip(placed, tip) for placed, tip in tips),
    )


def _tip(placed: ClusterTipRow, tip: TipRow) -> ClusterTip:
    home = State(placed.home_state) if placed.home_state else None
    return ClusterTip(tip.id, tip.person, tip.text, Language(tip.language), tip.created_at, home)
