"""What submissions look like from outside the store."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.entry import ENTRY_ADAPTER, FactCheck, Guideline, QuizItem
from knowledge.store.desk_tables import SubmissionRow
from knowledge.store.entry_rows import StoredEntry

AnyEntry = FactCheck | Guideline | QuizItem


class SubmissionKind(StrEnum):
    """What approving it does."""

    NEW = "new"
    CORRECTION = "correction"
    IMPORTED = "imported"


class SubmissionState(StrEnum):
    """How far a submission is."""

    WAITING = "waiting"
    SENT_BACK = "sent-back"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Submission:
    """A proposed entry. `writers` are all who put words into it; `note` is the reviewer's, if it was sent back."""

    id: int
    entry: AnyEntry
    kind: SubmissionKind
    state: SubmissionState
    author: str
    writers: tuple[str, ...]
    cluster_id: int | None
    base_revision: int | None
    note: str | None
    made_at: datetime


@dataclass(frozen=True)
class Approved:
    """What approving stored: the entry as it is now, and as it was before if it was published then."""

    submission: Submission
    before: StoredEntry | None
    now: StoredEntry


def submission_of(row: SubmissionRow) -> Submission:
    """The row as a submission."""
    return Submission(
        id=row.id, entry=ENTRY_ADAPTER.validate_python(row.payload), kind=SubmissionKind(row.kind),
        state=SubmissionState(row.state), author=row.author, writers=tuple(row.writers), cluster_id=row.cluster_id,
        base_revision=row.base_revision, note=row.note, made_at=row.made_at,
    )  # fmt: skip
