"""Greetings, thanks, goodbyes, and the question whether this is a bot."""

from actions import buttons
from actions.buttons import Row
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services


def greet(request: Request, services: Services) -> Reply:
    """A greeting, and what to do next."""
    del services
    return _say(MessageKey.GREET, request, (buttons.TRY_SAMPLE,), (buttons.HELP,))


def thank(request: Request, services: Services) -> Reply:
    """Thanks."""
    del services
    return _say(MessageKey.THANK, request, (buttons.LATEST,))


def goodbye(request: Request, services: Services) -> Reply:
    """A goodbye."""
    del services
    return _say(MessageKey.GOODBYE, request, (buttons.LATEST,))


def bot_challenge(request: Request, services: Services) -> Reply:
    """It is a bot, and says so."""
    del services
    return _say(MessageKey.BOT_CHALLENGE, request, (buttons.HELP,))


def _say(key: MessageKey, request: Request, *rows: Row) -> Reply:
    return Reply(request.language, (Message(Phrase(key), rows),))
