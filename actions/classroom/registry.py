"""What the classroom answers: intents, commands, buttons, links and conversations."""

from collections.abc import Mapping
from typing import Final

from actions.action import Action, FileAction
from actions.classroom import joining, listing, opening, panel, running
from actions.classroom.keys import ClassKey
from actions.classroom.presses import ClassPress
from actions.classroom.why import why
from actions.conversation.form import Form
from nlu.intents import Intent

KEYS: Final = ClassKey

ACTIONS: Final[Mapping[Intent, Action]] = {
    Intent.CREATE_CLASS: panel.new_class,
    Intent.JOIN_CLASS: joining.join,
    Intent.QUIZ_RESULTS: listing.results,
}

COMMANDS: Final[Mapping[str, Action]] = {
    "class": panel.new_class,
    "classes": listing.list_classes,
    "join": joining.join,
}

BUTTONS: Final[Mapping[str, Action]] = {
    ClassPress.NEW: panel.new_class,
    ClassPress.PANEL: panel.show_panel,
    ClassPress.SET: panel.change_setting,
    ClassPress.SOURCE: panel.choose_source,
    ClassPress.TIMING: panel.choose_timing,
    ClassPress.TITLE: panel.ask_title,
    ClassPress.OPEN: panel.open_draft,
    ClassPress.DISCARD: panel.discard,
    ClassPress.START: running.start,
    ClassPress.PAUSE: running.pause,
    ClassPress.RESUME: running.resume,
    ClassPress.NEXT: running.advance,
    ClassPress.SKIP: running.skip,
    ClassPress.EXTEND: running.extend,
    ClassPress.END: running.ask_to_end,
    ClassPress.END_SURE: running.end,
    ClassPress.STUDENTS: running.show_students,
    ClassPress.REMOVE: running.remove,
    ClassPress.LEAVE: joining.leave,
    ClassPress.WHY: why,
    ClassPress.SHOW: listing.show_class,
    ClassPress.FILES: listing.send_files,
    ClassPress.POST_TEST: opening.open_post_test,
    ClassPress.DELETE: listing.ask_to_delete,
    ClassPress.DELETE_SURE: listing.delete,
}

LINKS: Final[Mapping[str, Action]] = {opening.LINK_PREFIX: joining.open_link}
FORMS: Final[tuple[Form, ...]] = (panel.TITLE_FORM, joining.JOIN_FORM)
FILES: Final[tuple[FileAction, ...]] = ()
