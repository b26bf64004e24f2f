"""The texts of an entry that are searched."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.entry import FactCheck, Guideline
from knowledge.text.language import Language


class PassageRole(StrEnum):
    """What a passage is to its entry: its `heading` (claim or title) or its `body` (summary or answer)."""

    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True)
class Passage:
    """One indexed text of an entry in one language."""

    entry_id: str
    role: PassageRole
    language: Language
    text: str


def passages_of(entry: FactCheck | Guideline) -> Iterator[Passage]:
    """The passages of an entry: heading and body in each language it is written in."""
    for language in Language:
        heading, body = (
            (entry.claim(language), entry.summary(language))
            if isinstance(entry, FactCheck)
            else (entry.title(language), entry.body(language))
        )
        if heading:
            yield Passage(entry.id, PassageRole.HEADING, language, heading)
        if body:
            yield Passage(entry.id, PassageRole.BODY, language, body)
