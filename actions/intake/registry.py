"""What taking files adds to the bot."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from actions.action import Action, FileAction
from actions.conversation.form import Form
from actions.intake.keys import IntakeKey
from actions.intake.receive import FORM, receive
from nlu.intents import Intent

KEYS: Final[type[StrEnum]] = IntakeKey
ACTIONS: Final[Mapping[Intent, Action]] = {}
COMMANDS: Final[Mapping[str, Action]] = {}
BUTTONS: Final[Mapping[str, Action]] = {}
LINKS: Final[Mapping[str, Action]] = {}
FORMS: Final[Sequence[Form]] = (FORM,)
FILES: Final[Sequence[FileAction]] = (receive,)
