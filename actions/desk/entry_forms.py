"""The guided conversations that write an entry, edit one under review, and correct a published one."""

from actions.buttons import press
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Form
from actions.desk.access import said
from actions.desk.entry_answers import entry_from, missing_language, values_of
from actions.desk.entry_steps import CORRECTION, FACTS, SCOPE, WORDS
from actions.desk.entry_views import preview_messages
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.links import EntryLink
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Status
from knowledge.store.submission_rows import Submission, SubmissionKind, SubmissionState
from knowledge.store.team_store import Member, Role
from knowledge.text.language import Language
from knowledge.typed_values import slug

_FREE_ID_TRIES = 50


def write(member: Member, request: Request, services: Services) -> Reply:
    """/add, or "write an entry" at a cluster."""
    del member
    return begin(NEW, request, services, subject=request.argument if request.argument.isdecimal() else "")


def edit(member: Member, request: Request, services: Services) -> Reply:
    """Change the words of what is under review: one's own, or as a reviewer."""
    submission = _open_submission(request.argument, services)
    if submission is None:
        return said(Phrase(DeskKey.DECIDED_ALREADY), request)
    if member.person not in submission.writers and not member.role.may(Role.REVIEWER):
        return said(Phrase(DeskKey.NOT_YOURS), request)
    if not isinstance(submission.entry, FactCheck):
        return said(Phrase(DeskKey.ONLY_FACT_CHECKS), request)
    values = values_of(submission.entry)
    if submission.kind is SubmissionKind.CORRECTION:
        notes = {"correction_ms": submission.entry.correction_ms, "correction_en": submission.entry.correction_en}
        values |= {name: note or "" for name, note in notes.items()}
        return begin(EDITED_CORRECTION, request, services, str(submission.id), values)
    return begin(EDITED, request, services, str(submission.id), values)


def correct(member: Member, request: Request, services: Services) -> Reply:
    """/correct ID: the note for readers first, then what is to be changed."""
    del member
    entry_id = EntryLink.read(request.argument.strip().rpartition("?start=")[2]).entry_id
    if not entry_id:
        return said(Phrase(DeskKey.CORRECT_WHAT), request)
    stored = services.entries.get(entry_id)
    if stored is None:
        return said(Phrase(DeskKey.CORRECT_UNKNOWN, {"id": entry_id[:60]}), request)
    if stored.status is not Status.PUBLISHED:
        return said(Phrase(DeskKey.CORRECT_NOT_PUBLISHED), request)
    if not isinstance(stored.entry, FactCheck):
        return said(Phrase(DeskKey.ONLY_FACT_CHECKS), request)
    if entry_id in services.desk.submissions.open_entry_ids():
        return said(Phrase(DeskKey.CORRECT_UNDER_WAY), request)
    return begin(CORRECTED, request, services, entry_id, values_of(stored.entry))


def _finish_new(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    if member is None:
        return Phrase(DeskKey.NO_LONGER_MEMBER)
    proposed = _proposed(answers, services)
    if isinstance(proposed, Phrase):
        return proposed
    stored = services.entries.get(proposed.id)
    if stored is None or stored.entry != proposed:
        cluster_id = int(answers.subject) if answers.subject else None
        services.desk.submissions.submit(
            member.actor, proposed, SubmissionKind.NEW, services.clock(), cluster_id=cluster_id
        )
    return _submitted(proposed, request)


def _finish_edit(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    submission = _open_submission(answers.subject, services)
    if member is None or submission is None or not isinstance(submission.entry, FactCheck):
        return Phrase(DeskKey.DECIDED_ALREADY if member else DeskKey.NO_LONGER_MEMBER)
    edited = entry_from(answers, submission.entry.id, services.today(), submission.entry)
    if isinstance(edited, Phrase):
        return edited
    services.desk.submissions.edit(member.actor, submission.id, edited, services.clock())
    return _submitted(edited, request)


def _finish_correction(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    stored = services.entries.get(answers.subject)
    if member is None or stored is None or not isinstance(stored.entry, FactCheck):
        return Phrase(DeskKey.NO_LONGER_MEMBER)
    if not answers.get("correction_ms") and not answers.get("correction_en"):
        return Phrase(DeskKey.CORRECTION_NOTE_MISSING)
    corrected = entry_from(answers, stored.entry.id, services.today(), stored.entry)
    if isinstance(corrected, Phrase):
        return corrected
    if values_of(corrected) == values_of(stored.entry):
        return Phrase(DeskKey.NOTHING_CORRECTED)
    if corrected.id in services.desk.submissions.open_entry_ids():
        return Phrase(DeskKey.CORRECT_UNDER_WAY)
    services.desk.submissions.submit(member.actor, corrected, SubmissionKind.CORRECTION, services.clock())
    return _submitted(corrected, request)


def _proposed(answers: Answers, services: Services) -> FactCheck | Phrase:
    """The new entry under an id that is free, or its own if it was saved a moment ago."""
    name = slug(answers.get("claim_en") or answers.get("claim_ms"))
    for number in range(1, _FREE_ID_TRIES):
        entry = entry_from(answers, name if number == 1 else f"{name}-{number}", services.today())
        if isinstance(entry, Phrase):
            return entry
        stored = services.entries.get(entry.id)
        if stored is None or stored.entry == entry:
            return entry
    return Phrase(DeskKey.ENTRY_CHANGED)


def _preview_new(request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
    return preview_messages(_proposed(answers, services), request, services)


def _preview_edit(request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
    submission = _open_submission(answers.subject, services)
    before = submission.entry if submission and isinstance(submission.entry, FactCheck) else None
    entry_id = before.id if before else "preview"
    return preview_messages(entry_from(answers, entry_id, services.today(), before), request, services)


def _preview_correction(request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
    stored = services.entries.get(answers.subject)
    before = stored.entry if stored and isinstance(stored.entry, FactCheck) else None
    return preview_messages(entry_from(answers, answers.subject, services.today(), before), request, services)


def _open_submission(number: str, services: Services) -> Submission | None:
    submission = services.desk.submissions.get(int(number)) if number.isdecimal() else None
    is_open = submission and submission.state in (SubmissionState.WAITING, SubmissionState.SENT_BACK)
    return submission if is_open else None


def _submitted(entry: FactCheck, request: Request) -> Reply:
    row = (press(DeskKey.BUTTON_MINE, DeskPress.MINE), press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE))
    missing = missing_language(entry)
    if missing is None:
        return said(Phrase(DeskKey.SUBMITTED, {"id": entry.id}), request, row)
    key = DeskKey.SUBMITTED_WITHOUT_MS if missing is Language.MS else DeskKey.SUBMITTED_WITHOUT_EN
    return said(Phrase(key, {"id": entry.id}), request, row)


_STEPS = (*WORDS, *FACTS, *SCOPE)
NEW = Form("desk-new", DeskKey.FORM_NEW, _STEPS, _finish_new, _preview_new)
EDITED = Form("desk-edit", DeskKey.FORM_EDIT, _STEPS, _finish_edit, _preview_edit)
EDITED_CORRECTION = Form("desk-edit-correction", DeskKey.FORM_EDIT, (*CORRECTION, *_STEPS), _finish_edit, _preview_edit)
CORRECTED = Form("desk-correct", DeskKey.FORM_CORRECT, (*CORRECTION, *_STEPS), _finish_correction, _preview_correction)
