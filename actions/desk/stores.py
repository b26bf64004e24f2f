"""What the desk's actions work with."""

from dataclasses import dataclass

from knowledge.store.audit_log import AuditLog
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.cluster_work import ClusterWork
from knowledge.store.file_import import FileImports
from knowledge.store.submission_store import SubmissionStore
from knowledge.store.team_store import TeamStore
from knowledge.tip_sorting import Sorter


@dataclass(frozen=True)
class DeskStores:
    """The team, the audit log, clusters of tips and what is done with them, entries under review, and imports."""

    team: TeamStore
    audit: AuditLog
    clusters: ClusterStore
    work: ClusterWork
    submissions: SubmissionStore
    imports: FileImports
    sorter: Sorter
