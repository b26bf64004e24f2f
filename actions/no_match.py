"""Nothing is known of a message: say so, give two tips that fit it, and offer to pass it on."""

from actions import buttons
from actions.buttons import Row
from actions.compose import paragraphs
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.tips import choose_tips
from knowledge.entry import FactCheck, Guideline


def no_match(request: Request, related: FactCheck | Guideline | None = None) -> Reply:
    """Say that it is not checked yet and not to be trusted yet; offer a rule that may help, if there is one."""
    text = _with_tips(MessageKey.NO_MATCH, request)
    if related is None:
        return _reply(text, request)
    rule = (buttons.named(related, request.language),)
    return _reply(paragraphs(text, Phrase(MessageKey.RELATED_RULE)), request, rule)


def none_of_these(request: Request, services: Services) -> Reply:
    """None of the suggested claims was meant."""
    del services
    return _reply(_with_tips(MessageKey.NO_MATCH_AFTER_CHOICES, request), request)


def not_that_one(request: Request) -> Reply:
    """The answer was about another claim."""
    return _reply(_with_tips(MessageKey.NOT_MY_CLAIM, request), request)


def _with_tips(key: MessageKey, request: Request) -> Phrase:
    first, second = choose_tips(request)
    return Phrase(key, {"first": Phrase(first), "second": Phrase(second)})


def _reply(text: Phrase, request: Request, *rows: Row) -> Reply:
    message = Message(text, (*rows, (buttons.SEND_TIP,), (buttons.HOW_TO_CHECK,)))
    return Reply(request.language, (message,), quotes=True)
