"""What a parser is: text in, intent and entities out."""

from dataclasses import dataclass
from typing import Protocol

from nlu.intents import Intent


@dataclass(frozen=True)
class Entity:
    """A span of the text with a meaning: `name` is platform, organisation, state, language or class_code."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Parse:
    """What a parser made of a text; `confidence` in [0, 1]."""

    intent: Intent
    confidence: float
    entities: tuple[Entity, ...] = ()

    def entity(self, name: str) -> str | None:
        """The value of the first entity of this name, if any."""
        return next((entity.value for entity in self.entities if entity.name == name), None)


class Parser(Protocol):
    """Anything that parses."""

    async def parse(self, text: str) -> Parse:
        """Parse one text.

        Raises:
            ParserUnavailableError: if there is no answer in time; the caller falls back.
        """
        ...
