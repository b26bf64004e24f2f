"""Entries under review: proposed by one member, decided by another.

A new entry is stored as pending while it waits; a correction waits here and leaves the published entry as it is until
it is approved. Approving writes the entry's new revision, the decision, its line in the log and what tells people, in
one transaction.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Select, func, select

from knowledge.entry import Status
from knowledge.errors import DecidedAlreadyError, EntryChangedError, OwnEntryError
from knowledge.freshness import malaysian_day
from knowledge.second_reading import CheckResult
from knowledge.store.audit_log import Actor, Deed, write_audit
from knowledge.store.cluster_work import Afterwards, answer_cluster
from knowledge.store.database import Database, Transaction
from knowledge.store.desk_tables import SubmissionRow
from knowledge.store.entry_store import EntryStore
from knowledge.store.submission_rows import (
    AnyEntry,
    Approved,
    Submission,
    SubmissionKind,
    SubmissionState,
    submission_of,
)

AfterDecision = Callable[[Transaction, Submission], None]
AfterApproval = Callable[[Transaction, Approved], None]


def _nothing(session: Transaction, submission: Submission) -> None:
    del session, submission


class SubmissionStore:
    """The submissions of one database."""

    def __init__(self, database: Database, entries: EntryStore) -> None:
        self._database = database
        self._entries = entries

    def submit(
        self,
        by: Actor,
        entry: AnyEntry,
        kind: SubmissionKind,
        at: datetime,
        afterwards: AfterDecision = _nothing,
        *,
        cluster_id: int | None = None,
    ) -> Submission:
        """Proposes an entry; `afterwards` is run in the same transaction.

        Raises:
            EntryChangedError: a new entry's id is taken already.
        """
        with self._database.session() as session:
            self._database.lock(session, "entries")
            stored = self._entries.read_in(session, entry.id)
            if kind is SubmissionKind.NEW and stored is not None:
                raise EntryChangedError
            if kind is SubmissionKind.NEW:
                self._entries.save_in(session, [(entry, Status.PENDING)])
            row = SubmissionRow(
                entry_id=entry.id, kind=kind.value, payload=entry.model_dump(mode="json"), author=by.person,
                writers=[by.person], cluster_id=cluster_id, base_revision=stored.revision if stored else None,
                state=SubmissionState.WAITING.value, made_at=at, changed_at=at,
            )  # fmt: skip
            session.add(row)
            write_audit(session, by, Deed.SUBMITTED, f"entry:{entry.id}", at, kind.value)
            session.flush()
            submission = submission_of(row)
            afterwards(session, submission)
            return submission

    def adopt(self, entry_id: str, at: datetime) -> Submission | None:
        """The open submission of a pending entry; made, with nobody as its writer, for one that came from a file."""
        with self._database.session() as session:
            self._database.lock(session, "entries")
            row = session.scalars(_open().where(SubmissionRow.entry_id == entry_id)).first()
            stored = self._entries.read_in(session, entry_id)
            if row is None and (stored is None or stored.status is not Status.PENDING):
                return None
            if row is not None and stored is not None and _is_outdated(row, stored.revision):
                row.payload, row.base_revision = stored.entry.model_dump(mode="json"), stored.revision
            if row is None and stored is not None:
                row = SubmissionRow(
                    entry_id=entry_id, kind=SubmissionKind.IMPORTED.value, payload=stored.entry.model_dump(mode="json"),
                    author="", writers=[], base_revision=stored.revision, state=SubmissionState.WAITING.value,
                    made_at=at, changed_at=at,
                )  # fmt: skip
                session.add(row)
                session.flush()
            return submission_of(row) if row is not None else None

    def get(self, submission_id: int) -> Submission | None:
        """The submission, whatever its state."""
        with self._database.session(read_only=True) as session:
            row = session.get(SubmissionRow, submission_id)
            return None if row is None else submission_of(row)

    def waiting(self) -> list[Submission]:
        """Those that wait for a reviewer, oldest first."""
        return self._list(
            select(SubmissionRow)
            .where(SubmissionRow.state == SubmissionState.WAITING.value)
            .order_by(SubmissionRow.changed_at, SubmissionRow.id)
        )

    def open_of(self, person: str) -> list[Submission]:
        """What a member wrote that is not decided yet: waiting or sent back, newest first."""
        return self._list(_open().where(SubmissionRow.author == person).order_by(SubmissionRow.id.desc()))

    def open_entry_ids(self) -> set[str]:
        """The entries that have an open submission."""
        return {submission.entry.id for submission in self._list(_open())}

    def count_waiting(self) -> int:
        """How many wait for a reviewer."""
        query = select(func.count()).select_from(SubmissionRow)
        with self._database.session(read_only=True) as session:
            return session.execute(query.where(SubmissionRow.state == SubmissionState.WAITING.value)).scalar_one()

    def edit(
        self, by: Actor, submission_id: int, entry: AnyEntry, at: datetime, afterwards: AfterDecision = _nothing
    ) -> Submission:
        """Puts other words in; whoever does so becomes a writer, and what was sent back waits again.

        `afterwards` is run in the same transaction when that makes new work: when it had been sent back.

        Raises:
            DecidedAlreadyError: it is not open (any more).
        """
        with self._database.session() as session:
            row = self._open_row(session, submission_id)
            was_sent_back = row.state == SubmissionState.SENT_BACK
            row.payload = entry.model_dump(mode="json")
            row.writers = [*row.writers, *({by.person} - set(row.writers))]
            row.state, row.changed_at = SubmissionState.WAITING.value, at
            if row.kind != SubmissionKind.CORRECTION:
                self._entries.save_in(session, [(entry, Status.PENDING)])
                row.base_revision = None
            write_audit(session, by, Deed.EDITED, f"entry:{row.entry_id}", at)
            submission = submission_of(row)
            if was_sent_back:
                afterwards(session, submission)
            return submission

    def confirm(self, by: Actor, entry: AnyEntry, deed: Deed, at: datetime) -> None:
        """Stores a published entry whose words are the same, with what a reviewer found out about it."""
        with self._database.session() as session:
            self._entries.save_in(session, [(entry, Status.PUBLISHED)])
            write_audit(session, by, deed, f"entry:{entry.id}", at)

    def send_back(
        self, by: Actor, submission_id: int, note: str, at: datetime, afterwards: AfterDecision
    ) -> Submission:
        """Asks the writer to change something; `afterwards` is run in the same transaction.

        Raises:
            DecidedAlreadyError: it is not open (any more).
        """
        with self._database.session() as session:
            row = self._open_row(session, submission_id)
            row.state, row.note, row.changed_at = SubmissionState.SENT_BACK.value, note, at
            write_audit(session, by, Deed.SENT_BACK, f"entry:{row.entry_id}", at, note)
            submission = submission_of(row)
            afterwards(session, submission)
            return submission

    def reject(self, by: Actor, submission_id: int, note: str, at: datetime, afterwards: AfterDecision) -> Submission:
        """Refuses it for good: a new entry is withdrawn, a published one stays as it is.

        Raises:
            DecidedAlreadyError: it is not open (any more).
        """
        with self._database.session() as session:
            row = self._open_row(session, submission_id)
            row.state, row.note, row.changed_at = SubmissionState.REJECTED.value, note, at
            row.decided_by = by.person
            submission = submission_of(row)
            if row.kind != SubmissionKind.CORRECTION:
                self._entries.save_in(session, [(submission.entry, Status.WITHDRAWN)])
            write_audit(session, by, Deed.REJECTED, f"entry:{row.entry_id}", at, note)
            afterwards(session, submission)
            return submission

    def approve(
        self, by: Actor, submission_id: int, at: datetime, afterwards: AfterApproval, tell_askers: Afterwards
    ) -> Approved:
        """Publishes it, answers its cluster, and tells people, all at once or not at all.

        Args:
            by: the reviewer, who has read the source.
            submission_id: what is approved.
            at: now, aware.
            afterwards: run in the transaction once the entry is stored.
            tell_askers: run in it with the tips of the cluster that the entry answers, if it was written for one.

        Raises:
            OwnEntryError: the reviewer wrote some of it.
            DecidedAlreadyError: it does not wait (any more).
            EntryChangedError: the entry was changed after its correction was written.
        """
        with self._database.session() as session:
            row = self._open_row(session, submission_id)
            if row.state != SubmissionState.WAITING:
                raise DecidedAlreadyError
            if by.person in row.writers:
                raise OwnEntryError
            submission = submission_of(row)
            approved = self._publish(session, submission, at)
            row.state, row.decided_by, row.changed_at = SubmissionState.APPROVED.value, by.person, at
            deed = Deed.CORRECTED if submission.kind is SubmissionKind.CORRECTION else Deed.APPROVED
            detail = f"revision {approved.now.revision}"
            write_audit(session, by, deed, f"entry:{submission.entry.id}", at, detail)
            if submission.cluster_id is not None:
                answer_cluster(session, submission.cluster_id, submission.entry.id, at, tell_askers)
            afterwards(session, approved)
            return approved

    def _publish(self, session: Transaction, submission: Submission, at: datetime) -> Approved:
        """Stores the entry as published and read a second time, today, by the reviewer."""
        before = self._entries.read_in(session, submission.entry.id)
        if submission.base_revision is not None and (before is None or before.revision != submission.base_revision):
            raise EntryChangedError
        reading = {
            "checked_at": malaysian_day(at).isoformat(),
            "checked_against": submission.entry.source_url,
            "check_result": CheckResult.CONFIRMED,
            "pending_reason": None,
        }
        self._entries.save_in(session, [(submission.entry.model_copy(update=reading), Status.PUBLISHED)])
        now = self._entries.read_in(session, submission.entry.id)
        if now is None:
            raise EntryChangedError
        return Approved(submission, before if before and before.status is Status.PUBLISHED else None, now)

    def _open_row(self, session: Transaction, submission_id: int) -> SubmissionRow:
        self._database.lock(session, "entries")
        row = session.scalars(_open().where(SubmissionRow.id == submission_id)).first()
        if row is None:
            raise DecidedAlreadyError
        return row

    def _list(self, query: Select[SubmissionRow]) -> list[Submission]:
        with self._database.session(read_only=True) as session:
            return [submission_of(row) for row in session.scalars(query)]


def _open() -> Select[SubmissionRow]:
    states = (SubmissionState.WAITING.value, SubmissionState.SENT_BACK.value)
    return select(SubmissionRow).where(SubmissionRow.state.in_(states))


def _is_outdated(row: SubmissionRow, revision: int) -> bool:
    """Whether a file brought the pending entry anew after somebody looked at it."""
    return row.kind == SubmissionKind.IMPORTED and row.base_revision not in (None, revision)
