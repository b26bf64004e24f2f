"""Look at question sets: one's own, or one whose code another educator gave."""

from actions.buttons import press
from actions.question_sets import views
from actions.question_sets.access import may_propose, question_at, said
from actions.question_sets.keys import QuestionSetKey
from actions.question_sets.presses import QuestionSetPress
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.quiz.set_codes import read_set_code
from knowledge.store.question_set_store import QuestionSet


def sets(request: Request, services: Services) -> Reply:
    """/sets: one's own; /sets CODE: the one with this code."""
    if request.in_group:
        return Reply(request.language, (Message(Phrase(QuestionSetKey.PRIVATE_ONLY)),))
    if not request.argument.strip():
        return show_list(request, services)
    return open_code(request, services)


def show_list(request: Request, services: Services) -> Reply:
    """One's own sets."""
    return Reply(request.language, (views.set_list(services.question_sets.of_owner(request.person)),))


def open_code(request: Request, services: Services) -> Reply:
    """The set whose code was typed or opened by a link."""
    code = read_set_code(request.argument)
    found = services.question_sets.get(code) if code else None
    if found is None:
        return said(Phrase(QuestionSetKey.CODE_WRONG), request)
    return show_set(found, request, services)


def show_set(found: QuestionSet, request: Request, services: Services) -> Reply:
    """A set; the argument says from which question on."""
    del services
    start = int(request.argument) if request.argument.isdecimal() else 0
    is_owner = found.owner == request.person
    return Reply(request.language, (views.set_message(found, start, request.language, is_owner=is_owner),))


def show_question(found: QuestionSet, request: Request, services: Services) -> Reply:
    """One question whole."""
    asked = question_at(found, request.argument)
    if asked is None:
        return said(Phrase(QuestionSetKey.QUESTION_GONE), request)
    is_owner, proposable = found.owner == request.person, may_propose(asked[1], request, services)
    return Reply(request.language, (views.question_message(found, *asked, is_owner=is_owner, may_propose=proposable),))


def copy_set(found: QuestionSet, request: Request, services: Services) -> Reply:
    """Keep a copy of another's set: later changes of theirs do not reach it."""
    copied = services.question_sets.add(request.person, found.title, found.questions, services.clock())
    if copied is None:
        return said(Phrase(QuestionSetKey.TOO_MANY_SETS), request)
    shown = views.set_message(copied, 0, request.language, is_owner=True)
    return Reply(request.language, (Message(Phrase(QuestionSetKey.COPIED)), shown))


def ask_delete(found: QuestionSet, request: Request, services: Services) -> Reply:
    """Ask before deleting a set."""
    del services
    yes = press(QuestionSetKey.BUTTON_DELETE_YES, QuestionSetPress.ERASE, found.code)
    back = press(QuestionSetKey.BUTTON_BACK, QuestionSetPress.OPEN, found.code)
    return said(Phrase(QuestionSetKey.DELETE_ASK, {"title": found.title}), request, (yes, back))


def delete_set(found: QuestionSet, request: Request, services: Services) -> Reply:
    """Delete a set with its questions."""
    services.question_sets.delete(found.code, request.person)
    return said(Phrase(QuestionSetKey.DELETED, {"title": found.title}), request, replaces=True)


def drop_question(found: QuestionSet, request: Request, services: Services) -> Reply:
    """Take one question out."""
    asked = question_at(found, request.argument)
    if asked is None:
        return said(Phrase(QuestionSetKey.QUESTION_GONE), request)
    rest = [question for place, question in enumerate(found.questions, start=1) if place != asked[0]]
    services.question_sets.replace(found.code, request.person, rest, services.clock())
    back = press(QuestionSetKey.BUTTON_BACK, QuestionSetPress.OPEN, found.code)
    return said(Phrase(QuestionSetKey.QUESTION_DROPPED, {"number": asked[0]}), request, (back,), replaces=True)
