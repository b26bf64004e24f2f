"""What an action gives back: which texts to say and which buttons to offer. Only the channel sends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.text.language import Language


@dataclass(frozen=True)
class Phrase:
    """A text by its key, with its parameters: plain strings, numbers, or phrases inside phrases.

    The key is a member of an area's enum of keys: `actions.message_key.MessageKey`, `actions.desk.keys.DeskKey`, ...
    """

    key: StrEnum
    params: Mapping[str, "str | int | Phrase"] = field(default_factory=dict)


@dataclass(frozen=True)
class Press:
    """What pressing a button asks for: an action's name and its argument, together 1-64 bytes as `name:argument`."""

    action: str
    argument: str = ""


@dataclass(frozen=True)
class Link:
    """A button that opens a page."""

    url: str


@dataclass(frozen=True)
class Share:
    """A button that offers to send an entry on: the channel makes the forwardable text and deep link from the id."""

    entry_id: str


@dataclass(frozen=True)
class Button:
    """One button: a label and what it does."""

    label: Phrase | str
    target: Press | Link | Share


@dataclass(frozen=True)
class Message:
    """One message: a text and rows of buttons; `language` is its own, where it is not the reply's."""

    text: Phrase
    buttons: tuple[tuple[Button, ...], ...] = ()
    language: Language | None = None


@dataclass(frozen=True)
class Reply:
    """What to send, in `language`.

    `replaces` edits the message whose button was pressed instead of sending a new one. `notice` is the short line
    shown over the chat when a button is pressed. `quotes` replies to the person's message, so that a later button
    press can see what it was about without the bot having stored it.
    """

    language: Language
    messages: tuple[Message, ...] = ()
    notice: Phrase | None = None
    replaces: bool = False
    quotes: bool = False
