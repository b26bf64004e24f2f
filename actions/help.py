"""What the bot can do, and who is behind it."""

from actions import buttons
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services


def show_help(request: Request, services: Services) -> Reply:
    """/help."""
    del services
    rows = ((buttons.TRY_SAMPLE,), (buttons.RULES,))
    return Reply(request.language, (Message(Phrase(MessageKey.HELP), rows),))


def show_about(request: Request, services: Services) -> Reply:
    """/about."""
    del services
    rows = ((buttons.HELP,), (buttons.LATEST,))
    return Reply(request.language, (Message(Phrase(MessageKey.ABOUT), rows),))
