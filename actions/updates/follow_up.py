"""Asking to be told when a tip is checked: where the person's chat is, is kept only then."""

from actions import buttons
from actions.buttons import Row, press
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.updates.keys import UpdatesKey
from actions.updates.presses import UpdatesPress


def offer(tip_id: int) -> Row:
    """The button under "stored for fact-checkers"."""
    return (press(UpdatesKey.BUTTON_FOLLOW, UpdatesPress.FOLLOW, str(tip_id)),)


def follow(request: Request, services: Services) -> Reply:
    """Keep the wish."""
    number = int(request.argument) if request.argument.isdecimal() and len(request.argument) < 10 else 0
    if not request.address:
        return _said(request, Phrase(UpdatesKey.PRIVATE_ONLY))
    if not services.updates.follow(number, request.person, request.address, request.language, services.clock()):
        return _said(request, Phrase(UpdatesKey.FOLLOW_UNKNOWN))
    return _said(request, Phrase(UpdatesKey.FOLLOWED, {"number": number}))


def _said(request: Request, text: Phrase) -> Reply:
    return Reply(request.language, (Message(text, ((buttons.HOW_TO_CHECK,),)),))
