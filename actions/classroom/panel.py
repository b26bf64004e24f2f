"""/class: one message with all that can be chosen for a class; every choice has a default, so one tap opens it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from actions.classroom.keys import ClassKey
from actions.classroom.opening import open_class
from actions.classroom.panel_view import panel_message, sources, timings
from actions.classroom.running import gone
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Form, Step
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.errors import ClassNotFoundError
from knowledge.freshness import malaysian_day
from knowledge.quiz.plan import (
    KEPT_DAYS,
    NUMBERS,
    TITLE_CHARS,
    ClassPlan,
    Mode,
    Shown,
    Source,
    Timing,
)
from knowledge.quiz.roster import StoredClass
from knowledge.quiz.session import Phase
from knowledge.text.language import Language

_Value = TypeVar("_Value")
_SETTINGS: Final = ("number", "shown", "late", "shuffle", "mode", "pair", "rank", "kept")


def new_class(request: Request, services: Services) -> Reply:
    """/class: a draft with defaults, ready to open."""
    if not request.address:
        return Reply(request.language, (Message(Phrase(ClassKey.PRIVATE_ONLY)),))
    now = services.clock()
    shown = Shown.MS if request.language is Language.MS else Shown.EN
    title = f"{'Kelas' if request.language is Language.MS else 'Class'} {malaysian_day(now):%d.%m.%Y}"
    plan = ClassPlan(title, shown)
    draft = services.classes.draft(request.person, request.address, request.language, plan, now)
    return Reply(request.language, (panel_message(draft, services),))


def show_panel(request: Request, services: Services) -> Reply:
    """Back to the panel from a list of choices."""
    draft = _draft(request, services)
    return _shown(draft, request, services) if draft else gone(request)


def change_setting(request: Request, services: Services) -> Reply:
    """The next value of one setting."""
    draft = _draft(request, services)
    name = request.argument.partition("/")[2]
    if draft is None or name not in _SETTINGS:
        return gone(request)
    return _changed(draft, _next(draft.session.plan, name), request, services)


def choose_source(request: Request, services: Services) -> Reply:
    """Where the questions come from: the list, or the choice from it."""
    draft = _draft(request, services)
    if draft is None:
        return gone(request)
    value = request.argument.partition("/")[2]
    if not value:
        return replace(sources(draft, request, services), replaces=True)
    kind, _, which = value.partition("=")
    if kind not in set(Source):
        return gone(request)
    plan = replace(draft.session.plan, source=Source(kind), source_value=which)
    return _changed(draft, plan, request, services)


def choose_timing(request: Request, services: Services) -> Reply:
    """Who decides when a question ends: the list, or the choice from it."""
    draft = _draft(request, services)
    if draft is None:
        return gone(request)
    value = request.argument.partition("/")[2]
    if not value:
        return Reply(request.language, (Message(Phrase(ClassKey.TIMING_WHICH), timings(draft)),), replaces=True)
    kind, _, seconds = value.partition("=")
    if kind not in set(Timing) or (seconds and not seconds.isdigit()):
        return gone(request)
    plan = replace(draft.session.plan, timing=Timing(kind), seconds=int(seconds or 0))
    return _changed(draft, plan, request, services)


def ask_title(request: Request, services: Services) -> Reply:
    """Type another title."""
    return begin(TITLE_FORM, request, services, subject=request.argument)


def discard(request: Request, services: Services) -> Reply:
    """No class after all."""
    if _draft(request, services):
        services.classes.delete(int(request.argument), request.person)
    return Reply(request.language, (Message(Phrase(ClassKey.DISCARDED)),), replaces=True)


def open_draft(request: Request, services: Services) -> Reply:
    """The plan is settled: code, link and QR picture."""
    draft = _draft(request, services)
    return open_class(draft, request, services) if draft else gone(request)


def _read_title(request: Request, answers: Answers, services: Services) -> str | Phrase:
    del answers, services
    title = " ".join(request.text.split())
    return title if 0 < len(title) <= TITLE_CHARS else Phrase(ClassKey.TITLE_LENGTH, {"limit": TITLE_CHARS})


def _keep_title(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    draft = _draft(replace(request, argument=answers.subject), services)
    if draft is None:
        return gone(request)
    return replace(
        _changed(draft, replace(draft.session.plan, title=answers.get("title")), request, services), replaces=False
    )


TITLE_FORM: Final = Form(
    "class-title",
    ClassKey.TITLE_FORM,
    (Step("title", ClassKey.TITLE_FORM, ClassKey.TITLE_WANTED, read=_read_title),),
    _keep_title,
)


def _draft(request: Request, services: Services) -> StoredClass | None:
    first = request.argument.partition("/")[0]
    record = services.classes.get(int(first)) if first.isdigit() else None
    if record is None or record.educator != request.person or record.session.phase is not Phase.DRAFT:
        return None
    return record


def _changed(draft: StoredClass, plan: ClassPlan, request: Request, services: Services) -> Reply:
    try:
        with services.classes.room(draft.id) as room:
            room.plan(plan)
            changed = room.record
    except ClassNotFoundError:
        return gone(request)
    return _shown(changed, request, services)


def _shown(draft: StoredClass, request: Request, services: Services) -> Reply:
    return Reply(request.language, (panel_message(draft, services),), replaces=True)


def _next(plan: ClassPlan, name: str) -> ClassPlan:
    if name == "number":
        return replace(plan, number=_after(plan.number, NUMBERS))
    if name == "shown":
        return replace(plan, shown=_after(plan.shown, tuple(Shown)))
    if name == "late":
        return replace(plan, late_allowed=not plan.late_allowed)
    if name == "shuffle":
        return replace(plan, shuffled=not plan.shuffled)
    if name == "rank":
        return replace(plan, leaderboard=not plan.leaderboard)
    if name == "kept":
        return replace(plan, kept_days=_after(plan.kept_days, KEPT_DAYS))
    mode = Mode.TEST if plan.mode is Mode.PRACTICE else Mode.PRACTICE
    if name == "mode":
        return replace(plan, mode=mode, is_paired=plan.is_paired and mode is Mode.TEST)
    return replace(plan, is_paired=not plan.is_paired, mode=plan.mode if plan.is_paired else Mode.TEST)


def _after(value: _Value, values: Sequence[_Value]) -> _Value:
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
