"""What the quiz answers: its intent, its command and its buttons."""

from collections.abc import Mapping
from typing import Final

from actions.action import Action, FileAction
from actions.conversation.form import Form
from actions.quiz import menu, playing
from actions.quiz.keys import QuizKey
from actions.quiz.presses import QuizPress
from nlu.intents import Intent

KEYS: Final = QuizKey
ACTIONS: Final[Mapping[Intent, Action]] = {Intent.START_QUIZ: menu.show_menu}
COMMANDS: Final[Mapping[str, Action]] = {"quiz": menu.show_menu}
BUTTONS: Final[Mapping[str, Action]] = {
    QuizPress.MENU: menu.change_menu,
    QuizPress.GO: menu.begin_quiz,
    QuizPress.WHY: playing.why,
}
LINKS: Final[Mapping[str, Action]] = {}
FORMS: Final[tuple[Form, ...]] = ()
FILES: Final[tuple[FileAction, ...]] = ()
