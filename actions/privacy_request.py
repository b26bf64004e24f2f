"""What is kept about a person, and deleting it."""

from collections.abc import Mapping

from actions import buttons
from actions.compose import paragraphs
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.store.people_store import ForgetReport, PersonSummary
from knowledge.text.words import split_words

_DELETE = frozenset({"delete", "erase", "forget", "remove", "padam", "padamkan", "buang", "lupakan", "delate"})


def privacy_request(request: Request, services: Services) -> Reply:
    """A message about privacy: one that asks for deletion goes straight to the question before it."""
    if not request.in_group and _DELETE & set(split_words(request.text)):
        return confirm_forget(request, services)
    return show_privacy(request, services)


def show_privacy(request: Request, services: Services) -> Reply:
    """/privacy: what is kept. In a group nothing personal is offered."""
    del services
    text = Phrase(MessageKey.PRIVACY)
    if request.in_group:
        whole = paragraphs(text, Phrase(MessageKey.PRIVACY_IN_GROUP))
        return Reply(request.language, (Message(whole),))
    delete = buttons.press(MessageKey.BUTTON_DELETE_DATA, PressName.FORGET)
    return Reply(request.language, (Message(text, ((delete,),)),))


def confirm_forget(request: Request, services: Services) -> Reply:
    """Say what there is to delete, and ask."""
    if request.in_group:
        return show_privacy(request, services)
    kept = services.people.summary(request.person)
    is_member = services.desk.team.member(request.person) is not None
    has_digest = services.updates.subscription(request.person) is not None
    if kept.language is None and not (_counted(kept) or is_member or has_digest):
        return _said(Phrase(MessageKey.FORGET_NOTHING), request)
    counts = _counts(kept.language is not None, _numbers(kept))
    text = _with_classes(Phrase(MessageKey.FORGET_CONFIRM, counts), kept)
    if is_member:
        text = paragraphs(Phrase(MessageKey.FORGET_MEMBER), text)
    yes = buttons.press(MessageKey.BUTTON_DELETE_CONFIRM, PressName.ERASE)
    no = buttons.press(MessageKey.BUTTON_DELETE_CANCEL, PressName.KEEP)
    return Reply(request.language, (Message(text, ((yes, no),)),))


def forget(request: Request, services: Services) -> Reply:
    """Delete everything of the person, and say what it was."""
    is_member = services.desk.team.member(request.person) is not None
    has_digest = services.updates.subscription(request.person) is not None
    gone = services.people.forget(request.person)
    if not (gone.people or _counted(gone) or is_member or has_digest):
        return _said(Phrase(MessageKey.FORGET_NOTHING), request, replaces=True)
    counts = _counts(gone.people > 0, _numbers(gone))
    return _said(_with_classes(Phrase(MessageKey.FORGET_DONE, counts), gone), request, replaces=True)


def keep(request: Request, services: Services) -> Reply:
    """The person thought better of it."""
    del services
    return _said(Phrase(MessageKey.FORGET_CANCELLED), request, replaces=True)


def _numbers(of: PersonSummary | ForgetReport) -> dict[str, int]:
    return {"tips": of.tips, "feedback": of.feedback, "questions": of.questions, "sets": of.question_sets}


def _counts(language: bool, numbers: Mapping[str, int]) -> dict[str, str | int | Phrase]:
    chosen = MessageKey.FORGET_LANGUAGE_KEPT if language else MessageKey.FORGET_LANGUAGE_NONE
    return {"language": Phrase(chosen), **numbers}


def _counted(found: PersonSummary | ForgetReport) -> int:
    return sum(_numbers(found).values()) + found.classes + found.quizzes


def _with_classes(text: Phrase, found: PersonSummary | ForgetReport) -> Phrase:
    """With what quizzes and classes keep, where there is any: an educator must know that classes go whole."""
    if not (found.classes or found.quizzes):
        return text
    return paragraphs(text, Phrase(MessageKey.FORGET_CLASSES, {"classes": found.classes, "quizzes": found.quizzes}))


def _said(text: Phrase, request: Request, *, replaces: bool = False) -> Reply:
    return Reply(request.language, (Message(text, ((buttons.CHECK,),)),), replaces=replaces)
