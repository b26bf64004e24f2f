"""What people ask for that is not open yet: say so, and offer what helps meanwhile."""

from actions import buttons
from actions.buttons import Row
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from nlu.intents import Intent

_GUIDES: Row = (buttons.GUIDES,)
_SAID: dict[Intent, tuple[MessageKey, tuple[Row, ...]]] = {
    Intent.START_QUIZ: (MessageKey.QUIZ_NOT_OPEN, ((buttons.TRY_SAMPLE,), _GUIDES)),
    Intent.CREATE_CLASS: (MessageKey.CLASS_NOT_OPEN, (_GUIDES,)),
    Intent.JOIN_CLASS: (MessageKey.CLASS_NOT_OPEN, (_GUIDES,)),
    Intent.QUIZ_RESULTS: (MessageKey.RESULTS_NOT_OPEN, (_GUIDES,)),
}


def not_open_yet(request: Request, services: Services) -> Reply:
    """A true line about the feature the intent asks for, and a next step that works."""
    del services
    key, rows = _SAID[request.intent]
    return Reply(request.language, (Message(Phrase(key), rows),), quotes=True)
