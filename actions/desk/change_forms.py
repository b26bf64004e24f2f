"""The guided conversations that edit an entry under review and correct a published one: fact-checks and guidelines."""

from actions.conversation.engine import begin
from actions.conversation.form import Answers, Form
from actions.desk.access import said
from actions.desk.entry_answers import entry_from, values_of
from actions.desk.entry_forms import submitted
from actions.desk.entry_steps import CORRECTION, FACTS, SCOPE, WORDS
from actions.desk.entry_views import preview_messages
from actions.desk.guideline_answers import guideline_from, guideline_values
from actions.desk.guideline_steps import RULE
from actions.desk.keys import DeskKey
from actions.desk.notices import tell_reviewers
from actions.links import EntryLink
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Guideline, QuizItem, Status
from knowledge.store.submission_rows import Submission, SubmissionKind, SubmissionState
from knowledge.store.team_store import Member, Role

_Shown = FactCheck | Guideline


def edit(member: Member, request: Request, services: Services) -> Reply:
    """Change the words of what is under review: one's own, or as a reviewer."""
    submission = _open_submission(request.argument, services)
    if submission is None or isinstance(submission.entry, QuizItem):
        return said(Phrase(DeskKey.DECIDED_ALREADY), request)
    if member.person not in submission.writers and not member.role.may(Role.REVIEWER):
        return said(Phrase(DeskKey.NOT_YOURS), request)
    entry, is_rule = submission.entry, isinstance(submission.entry, Guideline)
    if submission.kind is not SubmissionKind.CORRECTION:
        form = EDITED_RULE if is_rule else EDITED
        return begin(form, request, services, str(submission.id), _values(entry))
    notes = {"correction_ms": entry.correction_ms or "", "correction_en": entry.correction_en or ""}
    form = EDITED_RULE_CORRECTION if is_rule else EDITED_CORRECTION
    return begin(form, request, services, str(submission.id), _values(entry) | notes)


def correct(member: Member, request: Request, services: Services) -> Reply:
    """/correct ID: the note for readers first, then what is to be changed."""
    del member
    entry_id = EntryLink.read(request.argument.strip().rpartition("?start=")[2]).entry_id
    if not entry_id:
        return said(Phrase(DeskKey.CORRECT_WHAT), request)
    stored = services.entries.get(entry_id)
    if stored is None or isinstance(stored.entry, QuizItem):
        return said(Phrase(DeskKey.CORRECT_UNKNOWN, {"id": entry_id[:60]}), request)
    if stored.status is not Status.PUBLISHED:
        return said(Phrase(DeskKey.CORRECT_NOT_PUBLISHED), request)
    if entry_id in services.desk.submissions.open_entry_ids():
        return said(Phrase(DeskKey.CORRECT_UNDER_WAY), request)
    form = CORRECTED_RULE if isinstance(stored.entry, Guideline) else CORRECTED
    return begin(form, request, services, entry_id, _values(stored.entry))


def _finish_edit(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    submission = _open_submission(answers.subject, services)
    if member is None or submission is None or isinstance(submission.entry, QuizItem):
        return Phrase(DeskKey.DECIDED_ALREADY if member else DeskKey.NO_LONGER_MEMBER)
    edited = _changed(submission.entry, answers, services)
    if isinstance(edited, Phrase):
        return edited
    services.desk.submissions.edit(member.actor, submission.id, edited, services.clock(), tell_reviewers(services))
    return submitted(edited, request)


def _finish_correction(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    stored = services.entries.get(answers.subject)
    if member is None or stored is None or isinstance(stored.entry, QuizItem):
        return Phrase(DeskKey.NO_LONGER_MEMBER)
    if not answers.get("correction_ms") and not answers.get("correction_en"):
        return Phrase(DeskKey.CORRECTION_NOTE_MISSING)
    corrected = _changed(stored.entry, answers, services)
    if isinstance(corrected, Phrase):
        return corrected
    if _values(corrected) == _values(stored.entry):
        return Phrase(DeskKey.NOTHING_CORRECTED)
    if corrected.id in services.desk.submissions.open_entry_ids():
        return Phrase(DeskKey.CORRECT_UNDER_WAY)
    kind, tell = SubmissionKind.CORRECTION, tell_reviewers(services)
    services.desk.submissions.submit(member.actor, corrected, kind, services.clock(), tell)
    return submitted(corrected, request)


def _preview_edit(request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
    submission = _open_submission(answers.subject, services)
    return _preview(submission.entry if submission else None, request, answers, services)


def _preview_correction(request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
    stored = services.entries.get(answers.subject)
    return _preview(stored.entry if stored else None, request, answers, services)


def _preview(
    before: _Shown | QuizItem | None, request: Request, answers: Answers, services: Services
) -> tuple[Message, ...]:
    if before is None or isinstance(before, QuizItem):
        return (Message(Phrase(DeskKey.DECIDED_ALREADY)),)
    return preview_messages(_changed(before, answers, services), request, services)


def _changed(before: _Shown, answers: Answers, services: Services) -> _Shown | Phrase:
    if isinstance(before, Guideline):
        return guideline_from(answers, before, services.today())
    return entry_from(answers, before.id, services.today(), before)


def _values(entry: _Shown) -> dict[str, str]:
    return guideline_values(entry) if isinstance(entry, Guideline) else values_of(entry)


def _open_submission(number: str, services: Services) -> Submission | None:
    submission = services.desk.submissions.get(int(number)) if number.isdecimal() else None
    is_open = submission and submission.state in (SubmissionState.WAITING, SubmissionState.SENT_BACK)
    return submission if is_open else None


_EDIT, _CORRECT = DeskKey.FORM_EDIT, DeskKey.FORM_CORRECT
_FACT, _RULE = (*WORDS, *FACTS, *SCOPE), (*RULE, *SCOPE)
EDITED = Form("desk-edit", _EDIT, _FACT, _finish_edit, _preview_edit)
EDITED_CORRECTION = Form("desk-edit-correction", _EDIT, (*CORRECTION, *_FACT), _finish_edit, _preview_edit)
CORRECTED = Form("desk-correct", _CORRECT, (*CORRECTION, *_FACT), _finish_correction, _preview_correction)
EDITED_RULE = Form("desk-edit-rule", _EDIT, _RULE, _finish_edit, _preview_edit)
EDITED_RULE_CORRECTION = Form("desk-edit-rule-fix", _EDIT, (*CORRECTION, *_RULE), _finish_edit, _preview_edit)
CORRECTED_RULE = Form("desk-correct-rule", _CORRECT, (*CORRECTION, *_RULE), _finish_correction, _preview_correction)
