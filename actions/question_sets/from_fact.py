"""A published fact-check becomes a question: choose the claim, choose what to ask, edit, keep."""

from actions.buttons import press
from actions.labels import LABEL_LENGTH, name_of, shorten
from actions.question_sets.access import SetAction, said
from actions.question_sets.keys import QuestionSetKey
from actions.question_sets.presses import QuestionSetPress
from actions.question_sets.question_form import draft_question
from actions.reply import Button, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Status
from knowledge.quiz.from_fact_check import clue_cells, verdict_cells
from knowledge.store.question_set_store import QuestionSet

_LATEST = 8


def choose_fact(found: QuestionSet, request: Request, services: Services) -> Reply:
    """The newest fact-checks, each a button."""
    latest = services.entries.latest(_LATEST)
    back = (press(QuestionSetKey.BUTTON_BACK, QuestionSetPress.OPEN, found.code),)
    if not latest:
        return said(Phrase(QuestionSetKey.FACTS_NONE), request, back)
    rows = [
        (
            Button(
                shorten(name_of(one.entry, request.language), LABEL_LENGTH),
                Press(QuestionSetPress.FACT, f"{found.code}/{one.change_number}"),
            ),
        )
        for one in latest
        if isinstance(one.entry, FactCheck)
    ]
    return said(Phrase(QuestionSetKey.FACTS), request, *rows, back)


def choose_kind(found: QuestionSet, request: Request, services: Services) -> Reply:
    """What to ask about the claim."""
    entry = _fact_check(request.argument, services)
    if entry is None:
        return choose_fact(found, request, services)
    place = f"{found.code}/{request.argument}"
    verdict = press(QuestionSetKey.BUTTON_VERDICT, QuestionSetPress.VERDICT, place)
    clue = press(QuestionSetKey.BUTTON_CLUE, QuestionSetPress.CLUE, place)
    back = press(QuestionSetKey.BUTTON_BACK, QuestionSetPress.FACTS, found.code)
    text = Phrase(QuestionSetKey.FACT_KINDS, {"claim": name_of(entry, request.language)})
    return said(text, request, (verdict,), (clue,), (back,))


def ask_verdict(found: QuestionSet, request: Request, services: Services) -> Reply:
    """A whole question, to be read and edited."""
    entry = _fact_check(request.argument, services)
    if entry is None:
        return choose_fact(found, request, services)
    return draft_question(found, entry, verdict_cells(entry), request, services)


def ask_clue(found: QuestionSet, request: Request, services: Services) -> Reply:
    """A question whose options are asked next."""
    entry = _fact_check(request.argument, services)
    if entry is None:
        return choose_fact(found, request, services)
    return draft_question(found, entry, clue_cells(entry), request, services)


ACTIONS: dict[QuestionSetPress, SetAction] = {
    QuestionSetPress.FACTS: choose_fact,
    QuestionSetPress.FACT: choose_kind,
    QuestionSetPress.VERDICT: ask_verdict,
    QuestionSetPress.CLUE: ask_clue,
}


def _fact_check(argument: str, services: Services) -> FactCheck | None:
    """The published fact-check as it was when its button was made: one changed since is chosen anew."""
    number = int(argument) if argument.isdecimal() else 0
    changed = services.entries.changes_since(number - 1) if number else []
    same = next((one for one in changed if one.change_number == number), None)
    if same is None or same.status is not Status.PUBLISHED or not isinstance(same.entry, FactCheck):
        return None
    return same.entry
