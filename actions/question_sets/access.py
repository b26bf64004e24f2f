"""Finding the set a button or code means, and saying so when there is none."""

from collections.abc import Callable
from dataclasses import replace

from actions.action import Action
from actions.buttons import press
from actions.question_sets.keys import QuestionSetKey
from actions.question_sets.presses import QuestionSetPress
from actions.reply import Button, Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.quiz.own_question import OwnQuestion
from knowledge.store.question_set_store import QuestionSet

ALL_SETS = press(QuestionSetKey.BUTTON_SETS, QuestionSetPress.LIST)
SetAction = Callable[[QuestionSet, Request, Services], Reply]


def said(text: Phrase, request: Request, *rows: tuple[Button, ...], replaces: bool = False) -> Reply:
    """One message; without rows of its own, with the way back to the list."""
    return Reply(request.language, (Message(text, rows or ((ALL_SETS,),)),), replaces=replaces)


def of_anybody(act: SetAction) -> Action:
    """For the set whose code the argument begins with; what follows the code is left as the argument."""

    def answer(request: Request, services: Services) -> Reply:
        code, _, rest = request.argument.partition("/")
        found = services.question_sets.get(code)
        if found is None:
            return said(Phrase(QuestionSetKey.GONE), request)
        return act(found, replace(request, argument=rest), services)

    return answer


def of_owner(act: SetAction) -> Action:
    """The same, for the set's owner only: to others it is as if there were none."""

    def owned(found: QuestionSet, request: Request, services: Services) -> Reply:
        if found.owner != request.person:
            return said(Phrase(QuestionSetKey.GONE), request)
        return act(found, request, services)

    return of_anybody(owned)


def may_propose(question: OwnQuestion, request: Request, services: Services) -> bool:
    """Whether this person may offer the question to everybody: one of the team, and it rests on a fact-check."""
    if question.based_on is None or question.is_outdated:
        return False
    return services.desk.team.member(request.person) is not None


def question_at(found: QuestionSet, argument: str) -> tuple[int, OwnQuestion] | None:
    """The question with this number, from 1."""
    number = int(argument) if argument.isdecimal() else 0
    return (number, found.questions[number - 1]) if 1 <= number <= len(found.questions) else None
