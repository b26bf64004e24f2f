"""Formatted text: characters plus entities whose offsets count UTF-16 code units, as in Telegram."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.simulator.json_types import JsonObject

_URL: Final = r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}'»”]"
_DOMAIN: Final = r"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|my|org|net|gov|edu|info|me|io)\b(?:/[^\s<>\"]*[^\s<>\".,;:!?)])?"
_DETECTORS: Final = (
    ("url", re.compile(_URL, re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(_DOMAIN, re.IGNORECASE)),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z]\w{2,31}\b", re.ASCII)),
    ("bot_command", re.compile(r"(?<![\w/<>])/\w{1,64}(?:@\w{3,32})?\b", re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
_MAY_HOLD_ENTITY: Final = re.compile(r"[./@#]")
_SHUTS_OUT_DETECTION: Final = frozenset({"code", "pre", "text_link", "text_mention"})


@dataclass(frozen=True, slots=True)
class Entity:
    """One stretch of formatted text; `offset` and `length` are UTF-16 code units."""

    kind: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user_id: int | None = None

    @property
    def end(self) -> int:
        """The first UTF-16 code unit after the stretch."""
        return self.offset + self.length


@dataclass(frozen=True, slots=True)
class FormattedText:
    """Text as a person sees it, without markup, and its entities in reading order."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def __bool__(self) -> bool:
        """Tells whether there is any text."""
        return bool(self.text)


def utf16_length(text: str) -> int:
    """Measures text as Telegram's offsets do.

    Args:
        text: Any text.

    Returns:
        The number of UTF-16 code units.
    """
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Cuts the text of an entity out.

    Args:
        text: The whole text.
        offset: First UTF-16 code unit.
        length: Number of UTF-16 code units.

    Returns:
        The stretch; a cut inside a surrogate pair drops that half.
    """
    data = text.encode("utf-16-le")
    return data[2 * offset : 2 * (offset + length)].decode("utf-16-le", "ignore")


def trimmed(formatted: FormattedText) -> FormattedText:
    """Strips outer white space as Telegram does, moving and clipping the entities.

    Args:
        formatted: Text that may begin or end with white space.

    Returns:
        The stripped text; entities that covered only what was stripped are gone.
    """
    text = formatted.text.strip()
    if text == formatted.text:
        return formatted
    lead = utf16_length(formatted.text) - utf16_length(formatted.text.lstrip())
    limit = utf16_length(text)
    entities = []
    for entity in formatted.entities:
        start = min(max(entity.offset - lead, 0), limit)
        end = min(max(entity.end - lead, 0), limit)
        if end > start:
            entities.append(replace(entity, offset=start, length=end - start))
    return FormattedText(text, tuple(entities))


def with_detected(formatted: FormattedText) -> FormattedText:
    """Adds the entities Telegram finds by itself: links, mentions, commands, hashtags, addresses.

    Args:
        formatted: Text with the entities its author marked.

    Returns:
        The same text with both kinds of entities, sorted outermost first.
    """
    if not _MAY_HOLD_ENTITY.search(formatted.text):
        return formatted
    taken = [(entity.offset, entity.end) for entity in formatted.entities if entity.kind in _SHUTS_OUT_DETECTION]
    found = list(formatted.entities)
    for entity in _detect(formatted.text):
        if all(entity.end <= start or entity.offset >= end for start, end in taken):
            taken.append((entity.offset, entity.end))
            found.append(entity)
    return FormattedText(formatted.text, tuple(sorted(found, key=lambda item: (item.offset, -item.length))))


def entity_json(entity: Entity) -> JsonObject:
    """Writes an entity as a Bot API `MessageEntity`.

    Args:
        entity: The entity.

    Returns:
        Its JSON; `text_mention` carries only the person's id here.
    """
    payload: JsonObject = {"type": entity.kind, "offset": entity.offset, "length": entity.length}
    if entity.url is not None:
        payload["url"] = entity.url
    if entity.language is not None:
        payload["language"] = entity.language
    if entity.user_id is not None:
        payload["user"] = {"id": entity.user_id, "is_bot": False, "first_name": ""}
    return payload


def _detect(text: str) -> Iterator[Entity]:
    for kind, pattern in _DETECTORS:
        for match in pattern.finditer(text):
            yield Entity(kind, utf16_length(text[: match.start()]), utf16_length(match.group()))
