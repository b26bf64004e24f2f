"""The texts of an entry that are searched."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.entry import FactCheck, Guideline
from knowledge.text.language import Language
from knowledge.wordings import MOST_WORDINGS

MOST_PASSAGES = len(Language) * (2 + MOST_WORDINGS)
"""How many passages an entry may have: heading, body and wordings in each language."""


class PassageRole(StrEnum):
    """What a passage is to its entry: its `heading` (claim or title), another `wording` of it, or its `body`."""

    HEADING = "heading"
    WORDING = "wording"
    BODY = "body"


@dataclass(frozen=True)
class Passage:
    """One indexed text of an entry in one language."""

    entry_id: str
    role: PassageRole
    language: Language
    text: str


def passages_of(entry: FactCheck | Guideline) -> Iterator[Passage]:
    """The passages of an entry: heading, other wordings and body in each language it is written in."""
    for language in Language:
        heading, body = (
            (entry.claim(language), entry.summary(language))
            if isinstance(entry, FactCheck)
            else (entry.title(language), entry.body(language))
        )
        if heading:
            yield Passage(entry.id, PassageRole.HEADING, language, heading)
        yield from (Passage(entry.id, PassageRole.WORDING, language, text) for text in entry.wordings(language))
        if body:
            yield Passage(entry.id, PassageRole.BODY, language, body)
