"""Whom the desk writes to, in the transaction of what it tells."""

from collections.abc import Sequence

from actions.buttons import press
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.labels import name_of
from actions.outgoing import payload
from actions.reply import Message, Phrase
from actions.services import Services
from actions.updates.telling import tell_checked, tell_closed, tell_corrected
from knowledge.entry import FactCheck, Guideline, QuizItem
from knowledge.store.cluster_rows import CloseReason, ClusterTip
from knowledge.store.cluster_work import Afterwards
from knowledge.store.database import Transaction
from knowledge.store.outbox import Letter, put_letters
from knowledge.store.submission_rows import Approved, Submission
from knowledge.store.submission_store import AfterApproval, AfterDecision

LANE = "desk"


def tell_answer(services: Services, entry: FactCheck | Guideline | QuizItem) -> Afterwards:
    """Those who asked to know get the answer; a question for quizzes answers nobody."""

    def tell(session: Transaction, tips: Sequence[ClusterTip]) -> None:
        if isinstance(entry, QuizItem):
            return
        tell_checked(session, [tip.id for tip in tips], entry, services)

    return tell


def tell_reason(services: Services, reason: CloseReason) -> Afterwards:
    """Those who asked to know learn why there will be no answer; of a duplicate they hear from its twin."""

    def tell(session: Transaction, tips: Sequence[ClusterTip]) -> None:
        tell_closed(session, [tip.id for tip in tips], reason, services)

    return tell


def tell_about_approval(services: Services) -> AfterApproval:
    """The writer learns that it is published; those who got an older answer learn what changed."""

    def tell(session: Transaction, approved: Approved) -> None:
        before, now = approved.before, approved.now
        if before and isinstance(before.entry, FactCheck | Guideline) and isinstance(now.entry, FactCheck | Guideline):
            tell_corrected(session, before.entry, now.entry, now.revision, services)
        _write_to_writer(session, approved.submission, DeskKey.TOLD_PUBLISHED, services)

    return tell


def tell_writer(services: Services, *, is_refused: bool) -> AfterDecision:
    """The writer learns what to change, or why it was refused."""
    key = DeskKey.TOLD_REJECTED if is_refused else DeskKey.TOLD_SENT_BACK

    def tell(session: Transaction, submission: Submission) -> None:
        _write_to_writer(session, submission, key, services)

    return tell


def _write_to_writer(session: Transaction, submission: Submission, key: DeskKey, services: Services) -> None:
    writer = services.desk.team.member_in(session, submission.author)
    entry = submission.entry
    if writer is None or not writer.address:
        return
    params = {"claim": name_of(entry, writer.language)}
    if key is not DeskKey.TOLD_PUBLISHED:
        params["note"] = submission.note or ""
    rows = ((press(DeskKey.BUTTON_MINE, DeskPress.MINE),),) if key is DeskKey.TOLD_SENT_BACK else ()
    letter = Letter(
        key=f"desk:{submission.id}:{key.value}:{services.clock().isoformat()}",
        address=writer.address,
        person=writer.person,
        language=writer.language,
        payload=payload(Message(Phrase(key, params), rows)),
        lane=LANE,
    )
    put_letters(session, [letter], services.clock())
