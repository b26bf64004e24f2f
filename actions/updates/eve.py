"""/eve: the owners' switch for the eve of polling."""

from actions.buttons import press
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.updates.keys import UpdatesKey
from actions.updates.presses import UpdatesPress
from knowledge.store.eve import PollingEve
from knowledge.store.team_store import Member


def show_eve(member: Member, request: Request, services: Services) -> Reply:
    """Whether the switch is on, and the other way."""
    del member
    on = PollingEve(services.updates.database).is_on()
    return _said(request, Phrase(UpdatesKey.EVE_ON if on else UpdatesKey.EVE_OFF), on=on)


def turn_eve(member: Member, request: Request, services: Services) -> Reply:
    """Turn it, and say how many letters were held back or let go."""
    del member
    on = request.argument == "on"
    letters = PollingEve(services.updates.database).turn(services.clock(), on=on)
    return _said(request, Phrase(UpdatesKey.EVE_HELD if on else UpdatesKey.EVE_RELEASED, {"letters": letters}), on=on)


def _said(request: Request, text: Phrase, *, on: bool) -> Reply:
    label = UpdatesKey.BUTTON_EVE_OFF if on else UpdatesKey.BUTTON_EVE_ON
    return Reply(request.language, (Message(text, ((press(label, UpdatesPress.EVE, "off" if on else "on"),),)),))
