"""The guided conversation that writes a fact-check."""

from actions.buttons import press
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Form
from actions.desk.access import said
from actions.desk.entry_answers import entry_from, missing_language
from actions.desk.entry_steps import FACTS, SCOPE, WORDS
from actions.desk.entry_views import preview_messages
from actions.desk.keys import DeskKey
from actions.desk.notices import tell_reviewers
from actions.desk.presses import DeskPress
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Guideline
from knowledge.store.submission_rows import SubmissionKind
from knowledge.store.team_store import Member
from knowledge.text.language import Language
from knowledge.typed_values import slug

_FREE_ID_TRIES = 50


def write(member: Member, request: Request, services: Services) -> Reply:
    """/add, or "write an entry" at a cluster."""
    del member
    return begin(NEW, request, services, subject=request.argument if request.argument.isdecimal() else "")


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
            member.actor,
            proposed,
            SubmissionKind.NEW,
            services.clock(),
            tell_reviewers(services),
            cluster_id=cluster_id,
        )
    return submitted(proposed, request)


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


def submitted(entry: FactCheck | Guideline, request: Request) -> Reply:
    """It is saved and waits; a language that is missing is named."""
    row = (press(DeskKey.BUTTON_MINE, DeskPress.MINE), press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE))
    missing = missing_language(entry)
    if missing is None:
        return said(Phrase(DeskKey.SUBMITTED, {"id": entry.id}), request, row)
    key = DeskKey.SUBMITTED_WITHOUT_MS if missing is Language.MS else DeskKey.SUBMITTED_WITHOUT_EN
    return said(Phrase(key, {"id": entry.id}), request, row)


NEW = Form("desk-new", DeskKey.FORM_NEW, (*WORDS, *FACTS, *SCOPE), _finish_new, _preview_new)
