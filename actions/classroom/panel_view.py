"""How the panel of /class looks."""

from dataclasses import replace

from actions.buttons import Row, press
from actions.classroom.keys import ClassKey
from actions.classroom.presses import ClassPress
from actions.compose import lines, paragraphs
from actions.dates import partial_date
from actions.labels import shorten
from actions.question_sets.keys import QuestionSetKey
from actions.question_sets.presses import QuestionSetPress
from actions.quiz.item_bank import candidates, counts, how_many_this_week, published_items
from actions.quiz.keys import QuizKey
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.freshness import malaysian_day
from knowledge.quiz.plan import QUESTION_SECONDS, SESSION_MINUTES, ClassPlan, Mode, Source, Timing
from knowledge.quiz.roster import StoredClass

_OWN_SETS = 5
_TITLE = 40


def panel_message(draft: StoredClass, services: Services) -> Message:
    """The panel of a draft: what is chosen, and a button for each choice."""
    plan, found = draft.session.plan, len(candidates(draft.session.plan, services))
    head = Phrase(ClassKey.PANEL, {"title": plan.title, "number": min(plan.number, found), "source": source_name(plan)})
    kept = Phrase(ClassKey.PANEL_KEPT, {"date": partial_date(malaysian_day(draft.purge_at).isoformat())})
    few = [Phrase(ClassKey.PANEL_FEW, {"number": found})] if found < plan.number else []
    details = lines(
        timing_name(plan), _on(plan.late_allowed, "late"), Phrase(ClassKey(f"mode-{plan.mode.value}")), kept
    )
    return Message(paragraphs(head, details, *few), _panel_buttons(draft, plan))


def _panel_buttons(draft: StoredClass, plan: ClassPlan) -> tuple[Row, ...]:
    def to(name: str, label: Phrase) -> Button:
        return Button(label, Press(ClassPress.SET, f"{draft.id}/{name}"))

    own = str(draft.id)
    pair, rank = _on(plan.is_paired, "pair"), _on(plan.shows_leaderboard, "rank")
    ranks = (to("rank", rank),) if plan.mode is Mode.PRACTICE else ()
    return (
        (press(ClassKey.BUTTON_OPEN, ClassPress.OPEN, own),),
        (press(ClassKey.BUTTON_TITLE, ClassPress.TITLE, own), press(ClassKey.BUTTON_SOURCE, ClassPress.SOURCE, own)),
        (
            to("number", Phrase(ClassKey.BUTTON_NUMBER, {"number": plan.number})),
            to("shown", Phrase(ClassKey(f"shown-{plan.shown.value}"))),
        ),
        (press(ClassKey.BUTTON_TIMING, ClassPress.TIMING, own), to("late", _on(plan.late_allowed, "late"))),
        (to("shuffle", _on(plan.shuffled, "shuffle")), to("mode", Phrase(ClassKey(f"mode-{plan.mode.value}")))),
        (to("pair", pair), *ranks),
        (
            to("kept", Phrase(ClassKey.BUTTON_KEPT, {"number": plan.kept_days})),
            press(ClassKey.BUTTON_DISCARD, ClassPress.DISCARD, own),
        ),
        (press(QuestionSetKey.BUTTON_SETS, QuestionSetPress.LIST),),
    )


def _on(is_on: bool, name: str) -> Phrase:
    return Phrase(ClassKey(f"{name}-{'on' if is_on else 'off'}"))


def timing_name(plan: ClassPlan) -> Phrase:
    """How the time is kept, in words."""
    if plan.timing is Timing.SESSION:
        return session_length(plan.seconds // 60)
    return Phrase(ClassKey(f"timing-{plan.timing.value}"), {"seconds": plan.seconds} if plan.seconds else {})


def session_length(minutes: int) -> Phrase:
    """The time of a whole session, in minutes or days."""
    if minutes % 1440:
        return Phrase(ClassKey.TIMING_SESSION, {"minutes": minutes})
    return Phrase(ClassKey.TIMING_DAYS, {"days": minutes // 1440})


def source_name(plan: ClassPlan) -> Phrase:
    """Where the questions come from, in words."""
    if plan.source is Source.TOPIC:
        return Phrase(QuizKey(f"theme-{plan.source_value}"))
    return Phrase(ClassKey(f"source-{plan.source.value}"))


def sources(draft: StoredClass, request: Request, services: Services) -> Reply:
    """Where the questions may come from, with how many there are."""
    plan = draft.session.plan

    def to(label: Phrase, value: str) -> Row:
        return (Button(label, Press(ClassPress.SOURCE, f"{draft.id}/{value}")),)

    week = how_many_this_week(replace(plan, source=Source.NEWEST), services, services.clock())
    rows = [to(Phrase(ClassKey.SOURCE_MIXED), "mixed"), to(Phrase(ClassKey.SOURCE_WEEK, {"number": week}), "newest")]
    for theme, number in counts(published_items(services)).items():
        label = Phrase(ClassKey.SOURCE_THEME, {"theme": Phrase(QuizKey(f"theme-{theme.value}")), "number": number})
        rows.append(to(label, f"topic={theme.value}"))
    first = rows[:2]
    for own in services.question_sets.of_owner(request.person)[:_OWN_SETS]:
        label = Phrase(ClassKey.SOURCE_OWN, {"title": shorten(own.title, _TITLE), "number": own.questions})
        first.append(to(label, f"set={own.code}"))
    back = (press(ClassKey.BUTTON_BACK, ClassPress.PANEL, str(draft.id)),)
    return Reply(request.language, (Message(Phrase(ClassKey.SOURCE_WHICH), (*_in_pairs(rows[2:], first), back)),))


def _in_pairs(rows: list[Row], first: list[Row]) -> tuple[Row, ...]:
    flat = [button for row in rows for button in row]
    return (*first, *(tuple(flat[begin : begin + 2]) for begin in range(0, len(flat), 2)))


def timings(draft: StoredClass) -> tuple[Row, ...]:
    """The ways to keep the time."""

    def to(label: Phrase, value: str) -> Button:
        return Button(label, Press(ClassPress.TIMING, f"{draft.id}/{value}"))

    own = to(Phrase(ClassKey.TIMING_NONE), "none")
    led = to(Phrase(ClassKey.TIMING_LED), "led")
    each = tuple(to(Phrase(ClassKey.BUTTON_SECONDS, {"seconds": one}), f"question={one}") for one in QUESTION_SECONDS)
    whole = tuple(to(session_length(one), f"session={one * 60}") for one in SESSION_MINUTES)
    back = press(ClassKey.BUTTON_BACK, ClassPress.PANEL, str(draft.id))
    return ((own,), (led,), each, whole[:3], whole[3:], (back,))
