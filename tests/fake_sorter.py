"""Sorts tips by their first word, so that a test sees at once what belongs together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.desk.stores import DeskStores
from knowledge.store.audit_log import AuditLog
from knowledge.store.cluster_rows import ClusterTip
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.cluster_work import ClusterWork
from knowledge.store.database import Database
from knowledge.store.entry_store import EntryStore
from knowledge.store.file_import import FileImports
from knowledge.store.submission_store import SubmissionStore
from knowledge.store.team_store import TeamStore


@dataclass
class FakeSorter:
    """Tips with the same first word are one cluster; the first tip is the headline."""

    clusters: ClusterStore

    def catch_up(self, at: datetime) -> int:
        """Place every tip."""
        unplaced = self.clusters.unplaced()
        for tip_id, text in unplaced.items():
            groups = self.clusters.open_tips()
            same = (number for number, texts in groups.items() if _first(next(iter(texts.values()))) == _first(text))
            self.clusters.place(tip_id, next(same, None), at)
        return len(unplaced)

    def headline(self, tips: Sequence[ClusterTip]) -> ClusterTip:
        """The first."""
        return tips[0]

    def similar(self, cluster_id: int, limit: int) -> list[int]:
        """All others, by number."""
        return [number for number in sorted(self.clusters.open_tips()) if number != cluster_id][:limit]


def fake_desk(database: Database, owners: Sequence[str] = ()) -> DeskStores:
    """Real stores and the fake sorter."""
    clusters = ClusterStore(database)
    return DeskStores(
        team=TeamStore(database, owners),
        audit=AuditLog(database),
        clusters=clusters,
        work=ClusterWork(database),
        submissions=SubmissionStore(database, EntryStore(database)),
        imports=FileImports(database, EntryStore(database)),
        sorter=FakeSorter(clusters),
    )


def _first(text: str) -> str:
    return text.split()[0].lower()
