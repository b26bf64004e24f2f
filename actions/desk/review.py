"""/review: what waits for a second person, and their decision. Nobody decides on what they wrote themselves."""

from actions.buttons import Row, press
from actions.compose import lines, paragraphs
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Form, Step
from actions.desk.access import refusal, said
from actions.desk.entry_changes import changes
from actions.desk.entry_views import as_voters_see_it, entry_line
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.desk.reading import alone
from actions.desk.telling import tell_about_approval, tell_answer, tell_writer
from actions.labels import name_of
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Guideline, QuizItem
from knowledge.errors import DecidedAlreadyError, DeskError
from knowledge.store.submission_rows import Submission, SubmissionKind, SubmissionState
from knowledge.store.team_store import Member
from knowledge.text.language import Language
from knowledge.typed_texts import read_note

PER_PAGE = 5
_OPEN = (SubmissionState.WAITING, SubmissionState.SENT_BACK)
_REVIEWS = press(DeskKey.BUTTON_REVIEW, DeskPress.REVIEWS)


def review(member: Member, request: Request, services: Services) -> Reply:
    """A page of what waits: what members wrote first, then what files brought."""
    page = int(request.argument) if request.argument.isdecimal() else 0
    written = [(one.entry, Press(DeskPress.REVIEW, str(one.id))) for one in services.desk.submissions.waiting()]
    under_review = services.desk.submissions.open_entry_ids()
    brought = [
        (stored.entry, Press(DeskPress.PENDING, stored.entry.id))
        for stored in services.entries.pending()
        if stored.entry.id not in under_review
    ]
    waiting = [*written, *brought]
    shown = waiting[page * PER_PAGE : (page + 1) * PER_PAGE]
    if not shown:
        return said(Phrase(DeskKey.REVIEW_EMPTY), request, (press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE),))
    first = page * PER_PAGE + 1
    numbered = list(enumerate(shown, start=first))
    listed = lines(*(entry_line(number, entry, request.language) for number, (entry, _) in numbered))
    text = Phrase(DeskKey.REVIEW, {"written": len(written), "brought": len(brought), "entries": listed})
    numbers = tuple(Button(str(number), target) for number, (_, target) in numbered)
    pages = tuple(
        press(label, DeskPress.REVIEWS, str(there))
        for label, there in ((DeskKey.BUTTON_PREVIOUS_PAGE, page - 1), (DeskKey.BUTTON_NEXT_PAGE, page + 1))
        if 0 <= there * PER_PAGE < len(waiting)
    )
    return said(text, request, numbers, *((pages,) if pages else ()))


def show_submission(member: Member, request: Request, services: Services) -> Reply:
    """The entry as voters will see it, what a correction changes, and the buttons to decide."""
    submission = _open(request, services)
    return _shown(submission, member, request, services)


def show_pending(member: Member, request: Request, services: Services) -> Reply:
    """The same for an entry that a file brought."""
    submission = services.desk.submissions.adopt(request.argument, services.clock())
    if submission is None:
        raise DecidedAlreadyError
    return _shown(submission, member, request, services)


def approve(member: Member, request: Request, services: Services) -> Reply:
    """Publish it: searchable at once, those who asked are told, and so is its writer."""
    submission = _open(request, services)
    entry = submission.entry
    approved = services.desk.submissions.approve(
        member.actor,
        submission.id,
        services.clock(),
        tell_about_approval(services),
        tell_answer(services, entry),
    )
    key = DeskKey.CORRECTION_PUBLISHED if submission.kind is SubmissionKind.CORRECTION else DeskKey.PUBLISHED
    return said(Phrase(key, {"id": entry.id, "revision": approved.now.revision}), request, (_REVIEWS,))


def send_back(member: Member, request: Request, services: Services) -> Reply:
    """Ask what the writer should change."""
    return _begin_note(SENT_BACK, member, request, services)


def reject(member: Member, request: Request, services: Services) -> Reply:
    """Ask why it is refused."""
    return _begin_note(REJECTED, member, request, services)


def mine(member: Member, request: Request, services: Services) -> Reply:
    """What the member wrote that is not decided yet, with the reviewers' notes."""
    own = services.desk.submissions.open_of(member.person)
    if not own:
        return said(Phrase(DeskKey.MINE_EMPTY), request, (press(DeskKey.BUTTON_WRITE, DeskPress.WRITE),))
    messages = tuple(_own(one, request.language) for one in own[:PER_PAGE])
    return Reply(request.language, messages)


def _open(request: Request, services: Services) -> Submission:
    submission = services.desk.submissions.get(int(request.argument)) if request.argument.isdecimal() else None
    if submission is None or submission.state not in _OPEN:
        raise DecidedAlreadyError
    return submission


def _shown(submission: Submission, member: Member, request: Request, services: Services) -> Reply:
    entry = submission.entry
    writer = services.desk.team.member(submission.author) if submission.author else None
    parts = [Phrase(DeskKey.SUBMISSION_BY, {"name": writer.name}) if writer else Phrase(DeskKey.SUBMISSION_FROM_FILE)]
    if entry.pending_reason:
        parts.append(Phrase(DeskKey.SUBMISSION_PENDING_REASON, {"reason": entry.pending_reason}))
    if submission.kind is SubmissionKind.CORRECTION and not isinstance(entry, QuizItem):
        stored = services.entries.get(entry.id)
        parts += changes(stored.entry, entry) if stored and isinstance(stored.entry, FactCheck | Guideline) else []
    if submission.note:
        parts.append(Phrase(DeskKey.SUBMISSION_NOTE, {"note": submission.note}))
    decide = Message(paragraphs(*parts), _decisions(submission, member))
    return Reply(request.language, (*as_voters_see_it(entry, services), decide))


def _decisions(submission: Submission, member: Member) -> tuple[Row, ...]:
    number = str(submission.id)
    edit = _edit(submission)
    refuse = (
        press(DeskKey.BUTTON_SEND_BACK, DeskPress.SEND_BACK, number),
        press(DeskKey.BUTTON_REJECT, DeskPress.REJECT, number),
    )
    if member.person in submission.writers:
        return (*((edit,) if edit else ()), (_REVIEWS,))
    return ((press(DeskKey.BUTTON_APPROVE, DeskPress.APPROVE, number),), refuse, (*edit, _REVIEWS))


def _own(submission: Submission, language: Language) -> Message:
    entry = submission.entry
    name = name_of(entry, language)
    edit = _edit(submission)
    rows = (edit,) if edit else ()
    if submission.state is SubmissionState.SENT_BACK:
        sent_back = Phrase(DeskKey.MINE_SENT_BACK, {"claim": name, "note": submission.note or ""})
        return Message(sent_back, rows)
    return Message(Phrase(DeskKey.MINE_WAITING, {"claim": name}), rows)


def _edit(submission: Submission) -> Row:
    """The way to mend it; a quiz question is mended in its set and offered anew."""
    if isinstance(submission.entry, QuizItem):
        return ()
    return (press(DeskKey.BUTTON_EDIT, DeskPress.EDIT, str(submission.id)),)


def _begin_note(form: Form, member: Member, request: Request, services: Services) -> Reply:
    submission = _open(request, services)
    if member.person in submission.writers:
        return said(Phrase(DeskKey.OWN_ENTRY), request, (_REVIEWS,))
    return begin(form, request, services, subject=str(submission.id))


def _finish_send_back(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    return _decide(request, answers, services, is_refused=False)


def _finish_reject(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    return _decide(request, answers, services, is_refused=True)


def _decide(request: Request, answers: Answers, services: Services, *, is_refused: bool) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    if member is None:
        return Phrase(DeskKey.NO_LONGER_MEMBER)
    decide = services.desk.submissions.reject if is_refused else services.desk.submissions.send_back
    note, number = answers.get("note"), int(answers.subject)
    try:
        submission = decide(member.actor, number, note, services.clock(), tell_writer(services, is_refused=is_refused))
    except DeskError as error:
        return said(refusal(error), request, (_REVIEWS,))
    key = DeskKey.SUBMISSION_REJECTED if is_refused else DeskKey.SUBMISSION_SENT_BACK
    return said(Phrase(key, {"id": submission.entry.id}), request, (_REVIEWS,))


_NOTE = (Step("note", DeskKey.FIELD_NOTE, DeskKey.ASK_SEND_BACK_NOTE, alone(read_note)),)
_WHY = (Step("note", DeskKey.FIELD_NOTE, DeskKey.ASK_REJECT_NOTE, alone(read_note)),)
SENT_BACK = Form("desk-send-back", DeskKey.FORM_SEND_BACK, _NOTE, _finish_send_back)
REJECTED = Form("desk-reject", DeskKey.FORM_REJECT, _WHY, _finish_reject)
