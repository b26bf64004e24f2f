"""What an action gets: one message or button press, free of any channel's types."""

from dataclasses import dataclass
from enum import StrEnum

from actions.attachment import Attachment
from knowledge.text.language import Language
from nlu.intents import Intent
from nlu.parser import Entity


class Origin(StrEnum):
    """How the text reached us; forwarded texts are claims, not questions to the bot."""

    TYPED = "typed"
    FORWARDED = "forwarded"
    CAPTION = "caption"
    COMMAND = "command"
    BUTTON = "button"
    INLINE = "inline"


@dataclass(frozen=True)
class Request:
    """One thing a person did.

    `person` is a keyed hash of the Telegram id, never the id. `text` is what they wrote or, for a button, the text of
    the message the pressed answer belongs to (empty if gone). `argument` is a command's or button's argument.
    `language` is the one to answer in; `chosen_language` is what the person once picked, if they did. `address` is
    where the channel can write to the person later: opaque, empty in a group, and stored only where something must be
    sent later and the person is told so. `attachment` is the document or picture they sent, in a private chat.
    `is_unexpected` is whether somebody looked already and no guided conversation waits for it.
    """

    person: str
    text: str
    language: Language
    origin: Origin = Origin.TYPED
    intent: Intent = Intent.CHECK_CLAIM
    confidence: float = 0.0
    entities: tuple[Entity, ...] = ()
    argument: str = ""
    chosen_language: Language | None = None
    foreign_language: str | None = None
    in_group: bool = False
    has_media: bool = False
    address: str = ""
    attachment: Attachment | None = None
    is_unexpected: bool = False

    def entity(self, name: str) -> str | None:
        """The value of the first entity of this name, if any."""
        return next((entity.value for entity in self.entities if entity.name == name), None)
