from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from knowledge.entry import Status
from knowledge.errors import DecidedAlreadyError, EntryChangedError, OwnEntryError
from knowledge.second_reading import CheckResult
from knowledge.store.audit_log import Actor, AuditLog, Deed
from knowledge.store.cluster_rows import ClusterState, ClusterTip
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.database import Database, Transaction
from knowledge.store.entry_store import EntryStore
from knowledge.store.submission_rows import Approved, Submission, SubmissionKind, SubmissionState
from knowledge.store.submission_store import SubmissionStore
from knowledge.store.tip_store import TipStore
from knowledge.text.language import Language

from .examples import fact_check, guideline

NOW = datetime(2026, 8, 31, 12, 30, tzinfo=UTC)
AINA, BEN, CHE = Actor("a" * 32, "Aina"), Actor("b" * 32, "Ben"), Actor("c" * 32, "Che")


class Told:
    """Remembers what an approval told, and whom."""

    def __init__(self) -> None:
        self.approved: list[Approved] = []
        self.people: list[str] = []
        self.decided: list[Submission] = []

    def readers(self, session: Transaction, approved: Approved) -> None:
        """Notes the approval."""
        self.approved.append(approved)

    def writer(self, session: Transaction, submission: Submission) -> None:
        """Notes the decision."""
        self.decided.append(submission)

    def askers(self, session: Transaction, tips: Sequence[ClusterTip]) -> None:
        """Notes the senders."""
        self.people += [tip.person for tip in tips]


@pytest.fixture
def submissions(database: Database, store: EntryStore) -> SubmissionStore:
    """The submissions of `database`."""
    return SubmissionStore(database, store)


@pytest.fixture
def told() -> Told:
    """Nothing told yet."""
    return Told()


class TestNewEntries:
    def test_a_proposed_entry_waits_as_pending(self, submissions: SubmissionStore, store: EntryStore):
        """It is stored, but nobody sees it."""
        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW)
        assert store.require("a-claim").status is Status.PENDING
        assert [one.id for one in submissions.waiting()] == [proposed.id]
        assert submissions.open_of(AINA.person) == [proposed]
        assert (submissions.count_waiting(), submissions.open_entry_ids()) == (1, {"a-claim"})

    def test_an_id_that_is_taken_is_refused(self, submissions: SubmissionStore, store: EntryStore):
        """A new entry never replaces another."""
        store.save([(fact_check(), Status.PUBLISHED)])
        with pytest.raises(EntryChangedError):
            submissions.submit(AINA, fact_check(claim_en="Other."), SubmissionKind.NEW, NOW)
        assert store.require("a-claim").entry == fact_check()

    def test_another_person_publishes_it(self, submissions: SubmissionStore, store: EntryStore, told: Told, database):
        """The approval is the second reading: its day is in the entry; the log has all of it."""
        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW)
        before = store.change_number()
        approved = submissions.approve(BEN, proposed.id, NOW, told.readers, told.askers)
        stored = store.require("a-claim")
        assert (stored.status, stored.revision, store.change_number()) == (Status.PUBLISHED, 2, before + 1)
        assert (stored.entry.checked_at, stored.entry.check_result) == ("2026-08-31", CheckResult.CONFIRMED)
        assert told.approved == [approved]
        assert (approved.before, approved.now) == (None, stored)
        assert [(line.deed, line.by) for line in AuditLog(database).about("entry:a-claim")] == [
            (Deed.SUBMITTED, AINA), (Deed.APPROVED, BEN),
        ]  # fmt: skip

    def test_nobody_approves_what_they_wrote(self, submissions: SubmissionStore, store: EntryStore, told: Told):
        """Neither its author nor a reviewer who changed its words."""
        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW)
        submissions.edit(BEN, proposed.id, fact_check(claim_en="Better words."), NOW)
        for writer in (AINA, BEN):
            with pytest.raises(OwnEntryError):
                submissions.approve(writer, proposed.id, NOW, told.readers, told.askers)
        assert store.require("a-claim").status is Status.PENDING
        submissions.approve(CHE, proposed.id, NOW, told.readers, told.askers)
        assert store.require("a-claim").entry.claim_en == "Better words."

    def test_a_decision_is_made_once(self, submissions: SubmissionStore, told: Told):
        """Of two reviewers the second is told that it is decided."""
        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW)
        submissions.approve(BEN, proposed.id, NOW, told.readers, told.askers)
        with pytest.raises(DecidedAlreadyError):
            submissions.approve(CHE, proposed.id, NOW, told.readers, told.askers)
        with pytest.raises(DecidedAlreadyError):
            submissions.reject(CHE, proposed.id, "no", NOW, told.writer)
        assert len(told.approved) == 1

    def test_sent_back_it_waits_for_its_writer(self, submissions: SubmissionStore, told: Told):
        """It cannot be approved meanwhile; once changed it waits for a reviewer again."""
        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW)
        assert submissions.send_back(BEN, proposed.id, "Say when.", NOW, told.writer).note == "Say when."
        assert submissions.waiting() == []
        with pytest.raises(DecidedAlreadyError):
            submissions.approve(BEN, proposed.id, NOW, told.readers, told.askers)
        submissions.edit(AINA, proposed.id, fact_check(claim_en="Since 2022."), NOW)
        assert [one.writers for one in submissions.waiting()] == [(AINA.person,)]

    def test_rejected_it_is_withdrawn(self, submissions: SubmissionStore, store: EntryStore, told: Told):
        """A new entry that is refused is never shown."""
        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW)
        assert submissions.reject(BEN, proposed.id, "No source.", NOW, told.writer).state is SubmissionState.REJECTED
        assert store.require("a-claim").status is Status.WITHDRAWN
        assert [(one.author, one.note) for one in told.decided] == [(AINA.person, "No source.")]

    def test_when_telling_fails_nothing_is_published(self, submissions: SubmissionStore, store: EntryStore, told: Told):
        """Entry, decision, log and letters are one transaction."""

        def fail(session: Transaction, approved: Approved) -> None:
            raise RuntimeError

        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW)
        with pytest.raises(RuntimeError):
            submissions.approve(BEN, proposed.id, NOW, fail, told.askers)
        assert store.require("a-claim").status is Status.PENDING
        assert submissions.count_waiting() == 1

    def test_it_answers_the_cluster_it_was_written_for(self, submissions: SubmissionStore, told: Told, database):
        """Those who asked are told in the same transaction."""
        clusters = ClusterStore(database)
        number = clusters.place(TipStore(database).add("p", "pen?", Language.MS, NOW).id, None, NOW)
        proposed = submissions.submit(AINA, fact_check(), SubmissionKind.NEW, NOW, cluster_id=number)
        submissions.approve(BEN, proposed.id, NOW, told.readers, told.askers)
        cluster = clusters.get(number, NOW)
        assert cluster is not None
        assert (cluster.state, cluster.entry_id, told.people) == (ClusterState.ANSWERED, "a-claim", ["p"])


class TestCorrections:
    def test_the_published_entry_stays_until_the_correction_is_approved(
        self, submissions: SubmissionStore, store: EntryStore, told: Told
    ):
        """Then it is a new revision; the old one stays in the history."""
        store.save([(fact_check(), Status.PUBLISHED)])
        note = {"corrected_on": "2026-08-31", "correction_en": "The date was wrong."}
        proposed = submissions.submit(AINA, fact_check(**note), SubmissionKind.CORRECTION, NOW)
        assert store.require("a-claim").entry == fact_check()
        approved = submissions.approve(BEN, proposed.id, NOW, told.readers, told.askers)
        assert approved.before is not None
        assert (approved.before.revision, approved.before.entry) == (1, fact_check())
        assert approved.now.revision == 2
        assert store.revision("a-claim", 1) == fact_check()

    def test_a_correction_of_an_older_revision_is_refused(
        self, submissions: SubmissionStore, store: EntryStore, told: Told
    ):
        """It would undo what somebody else corrected meanwhile."""
        store.save([(fact_check(), Status.PUBLISHED)])
        proposed = submissions.submit(AINA, fact_check(claim_en="Mine."), SubmissionKind.CORRECTION, NOW)
        store.save([(fact_check(claim_en="Theirs."), Status.PUBLISHED)])
        with pytest.raises(EntryChangedError):
            submissions.approve(BEN, proposed.id, NOW, told.readers, told.askers)
        assert store.require("a-claim").entry.claim_en == "Theirs."

    def test_a_rejected_correction_changes_nothing(self, submissions: SubmissionStore, store: EntryStore, told: Told):
        """The published entry stays published."""
        store.save([(fact_check(), Status.PUBLISHED)])
        proposed = submissions.submit(AINA, fact_check(claim_en="Mine."), SubmissionKind.CORRECTION, NOW)
        submissions.reject(BEN, proposed.id, "No.", NOW, told.writer)
        assert store.require("a-claim").status is Status.PUBLISHED


class TestImported:
    def test_what_a_file_brought_is_reviewed_too(self, submissions: SubmissionStore, store: EntryStore, told: Told):
        """A pending entry without a writer becomes a submission when somebody looks at it, once."""
        store.save([(guideline(pending_reason="Not read again."), Status.PENDING)])
        adopted = submissions.adopt("a-rule", NOW)
        assert adopted is not None
        assert submissions.adopt("a-rule", NOW) == adopted
        submissions.approve(AINA, adopted.id, NOW, told.readers, told.askers)
        stored = store.require("a-rule")
        assert (stored.status, stored.entry.pending_reason) == (Status.PUBLISHED, None)

    def test_a_file_that_comes_again_is_what_is_reviewed(self, submissions: SubmissionStore, store: EntryStore):
        """Nobody approves words that were replaced meanwhile."""
        store.save([(guideline(), Status.PENDING)])
        adopted = submissions.adopt("a-rule", NOW)
        store.save([(guideline(body_en="Other words."), Status.PENDING)])
        again = submissions.adopt("a-rule", NOW)
        assert adopted is not None
        assert again is not None
        assert (again.id, again.entry.body_en) == (adopted.id, "Other words.")

    def test_there_is_nothing_to_adopt_of_what_is_published_or_unknown(
        self, submissions: SubmissionStore, store: EntryStore
    ):
        """Only pending entries wait."""
        store.save([(fact_check(), Status.PUBLISHED)])
        assert submissions.adopt("a-claim", NOW) is None
        assert submissions.adopt("nothing", NOW) is None
