"""Where the sender of a tip lives, if they want to say: fact-checkers then see where a rumour goes round."""

from actions.buttons import Row
from actions.desk.access import said
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.entry_phrases import state_name
from actions.reply import Button, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.scope import State

_IN_A_ROW = 3


def home_row(tip_id: int) -> Row:
    """The button below a stored tip that opens the choice of states."""
    return (Button(Phrase(DeskKey.BUTTON_HOME), Press(DeskPress.HOME, str(tip_id))),)


def tell_home_state(request: Request, services: Services) -> Reply:
    """First press: the states. Second: the one that was chosen is noted with the tip."""
    tip_id, _, name = request.argument.partition("/")
    if not tip_id.isdecimal():
        return Reply(request.language, notice=Phrase(DeskKey.NOTICE_TIP_GONE))
    if name not in set(State):
        return _choose(tip_id, request)
    services.desk.sorter.catch_up(services.clock())
    state = State(name)
    if not services.desk.clusters.tell_home_state(int(tip_id), request.person, state):
        return Reply(request.language, notice=Phrase(DeskKey.NOTICE_TIP_GONE))
    return said(Phrase(DeskKey.HOME_NOTED, {"state": state_name(state)}), request, replaces=True)


def _choose(tip_id: str, request: Request) -> Reply:
    buttons = [Button(state_name(state), Press(DeskPress.HOME, f"{tip_id}/{state.value}")) for state in State]
    rows = tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
    return said(Phrase(DeskKey.HOME_WHICH), request, *rows)
