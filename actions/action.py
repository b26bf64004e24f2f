"""What an action is, and what an area of the bot brings along."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from actions.conversation.form import Form
from actions.reply import Reply
from actions.request import Request
from actions.services import Services
from nlu.intents import Intent

Action = Callable[[Request, Services], Reply]
FileAction = Callable[[Request, Services], Reply | None]
"""What is done with a file somebody sends of their own accord; None when it is not for them or not for this area."""


class ActionArea(Protocol):
    """What the `registry` module of an area (`actions/<area>/registry.py`) holds."""

    @property
    def KEYS(self) -> type[StrEnum]:  # noqa: N802 - a module's constants
        """The area's texts: the enum of its `keys.py`."""
        ...

    @property
    def ACTIONS(self) -> Mapping[Intent, Action]:  # noqa: N802
        """Which action answers which intent."""
        ...

    @property
    def COMMANDS(self) -> Mapping[str, Action]:  # noqa: N802
        """Which action answers which command; each has a text `command-<name>` among the area's keys."""
        ...

    @property
    def BUTTONS(self) -> Mapping[str, Action]:  # noqa: N802
        """Which action answers which button: a member of the area's `presses.py`."""
        ...

    @property
    def LINKS(self) -> Mapping[str, Action]:  # noqa: N802
        """Which action opens a deep link (`?start=<prefix><argument>`), by prefixes such as "c_"."""
        ...

    @property
    def FORMS(self) -> Sequence[Form]:  # noqa: N802
        """The area's guided conversations."""
        ...

    @property
    def FILES(self) -> Sequence[FileAction]:  # noqa: N802
        """Who may want a document or picture that was sent outside a conversation, in the order they are asked."""
        ...
