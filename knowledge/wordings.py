"""The other ways in which people say what an entry is about, and what only sounds like it."""

from typing import Annotated

from pydantic import BaseModel, Field

from knowledge.constrained import Line
from knowledge.text.language import Language

MOST_WORDINGS = 12
"""In each language. More say little new, and an index numbers an entry's passages in a fixed range."""

MOST_LOOK_ALIKES = 12
_Wordings = Annotated[tuple[Line, ...], Field(max_length=MOST_WORDINGS)]


class Worded(BaseModel):
    """What is searched besides an entry's own texts, and never shown.

    Two people seldom describe one rumour in the same words; each wording is the same claim, or the same question, in
    others (the "expansion" of Nogueira et al., "Document Expansion by Query Prediction", 2019, written by people).

    Attributes:
        wordings_ms: in Malay or in Malay mixed with English.
        wordings_en: in English.
    """

    wordings_ms: _Wordings = ()
    wordings_en: _Wordings = ()

    def without_wordings(self) -> dict[str, tuple[str, ...]]:
        """The fields above, emptied: for when what they are wordings of has changed."""
        return {name: () for name in WordedClaim.model_fields if name in type(self).model_fields}

    def wordings(self, language: Language) -> tuple[str, ...]:
        """Those in one language."""
        return self.wordings_ms if language is Language.MS else self.wordings_en


class WordedClaim(Worded):
    """A claim with its wordings, and with claims that are easily taken for it.

    Attributes:
        look_alikes: claims, in any language, that sound like this one and are others: roles swapped, the opposite,
            another act of the same people. A message that comes nearer to one of them is not given this verdict.
    """

    look_alikes: Annotated[tuple[Line, ...], Field(max_length=MOST_LOOK_ALIKES)] = ()
