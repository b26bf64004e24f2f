"""What voters are told later: what answers which intent, command and button."""

from collections.abc import Mapping, Sequence
from typing import Final

from actions.action import Action, FileAction
from actions.conversation.form import Form
from actions.desk.access import for_role
from actions.updates.eve import show_eve, turn_eve
from actions.updates.follow_up import follow
from actions.updates.keys import UpdatesKey
from actions.updates.presses import UpdatesPress
from actions.updates.subscribing import choose_hour, choose_topics, subscribe_menu, switch_corrections, unsubscribe
from knowledge.store.team_store import Role
from nlu.intents import Intent

KEYS: Final = UpdatesKey
ACTIONS: Final[Mapping[Intent, Action]] = {
    Intent.SUBSCRIBE_UPDATES: subscribe_menu,
    Intent.UNSUBSCRIBE_UPDATES: unsubscribe,
}
COMMANDS: Final[Mapping[str, Action]] = {"subscribe": subscribe_menu, "eve": for_role(Role.OWNER, show_eve)}
BUTTONS: Final[Mapping[str, Action]] = {
    UpdatesPress.FOLLOW: follow,
    UpdatesPress.CORRECTIONS: switch_corrections,
    UpdatesPress.HOUR: choose_hour,
    UpdatesPress.TOPICS: choose_topics,
    UpdatesPress.STOP: unsubscribe,
    UpdatesPress.MENU: subscribe_menu,
    UpdatesPress.EVE: for_role(Role.OWNER, turn_eve),
}
LINKS: Final[Mapping[str, Action]] = {}
FORMS: Final[Sequence[Form]] = ()
FILES: Final[Sequence[FileAction]] = ()
