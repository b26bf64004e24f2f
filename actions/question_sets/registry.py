"""What question sets add to the bot."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from actions.action import Action, FileAction
from actions.conversation.form import Form
from actions.desk.access import for_role
from actions.question_sets import bank, browsing, files, from_fact, question_form
from actions.question_sets.access import of_anybody, of_owner
from actions.question_sets.keys import QuestionSetKey
from actions.question_sets.presses import QuestionSetPress
from knowledge.store.team_store import Role
from nlu.intents import Intent

KEYS: Final[type[StrEnum]] = QuestionSetKey

ACTIONS: Final[Mapping[Intent, Action]] = {}

COMMANDS: Final[Mapping[str, Action]] = {"sets": browsing.sets}

BUTTONS: Final[Mapping[str, Action]] = {
    QuestionSetPress.LIST: browsing.show_list,
    QuestionSetPress.OPEN: of_anybody(browsing.show_set),
    QuestionSetPress.TEMPLATE: files.send_template,
    QuestionSetPress.NEW: question_form.begin_set,
    QuestionSetPress.ADD: of_owner(question_form.add_question),
    QuestionSetPress.FILE: of_owner(files.send_set),
    QuestionSetPress.COPY: of_anybody(browsing.copy_set),
    QuestionSetPress.DELETE: of_owner(browsing.ask_delete),
    QuestionSetPress.ERASE: of_owner(browsing.delete_set),
    QuestionSetPress.QUESTION: of_anybody(browsing.show_question),
    QuestionSetPress.CHANGE: of_owner(question_form.change_question),
    QuestionSetPress.PROPOSE: for_role(Role.CONTRIBUTOR, bank.propose),
    QuestionSetPress.DROP: of_owner(browsing.drop_question),
    **{name: of_owner(act) for name, act in from_fact.ACTIONS.items()},
}

LINKS: Final[Mapping[str, Action]] = {"s_": browsing.open_code}

FORMS: Final[Sequence[Form]] = (question_form.TITLE_FORM, question_form.QUESTION_FORM)

FILES: Final[Sequence[FileAction]] = (files.take_file,)
