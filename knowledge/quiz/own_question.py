"""A question that an educator wrote."""

from typing import Final, TypeAlias

from pydantic import ConfigDict, TypeAdapter, model_validator

from knowledge.constrained import EntryId
from knowledge.entry import QuizItem
from knowledge.question import Question
from knowledge.text.language import Language

NO_TECHNIQUE: Final = "general"
"""The technique of a question whose author names none."""
MIDDLE: Final = 2
"""The difficulty of a question whose author names none."""


class OwnQuestion(Question):
    """A question of an own set; its explanation may be missing.

    Attributes:
        based_on: the fact-check it was made of, if it was.
        is_outdated: whether that fact-check was changed since: it is not asked until its owner has read it again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    based_on: EntryId | None = None
    is_outdated: bool = False

    def languages(self) -> tuple[Language, ...]:
        """The languages it can be asked in, Malay first."""
        return tuple(language for language in Language if self.is_asked_in(language))

    @model_validator(mode="after")
    def _in_some_language(self) -> "OwnQuestion":
        if not self.languages():
            raise ValueError("needs its question and options in Malay or in English")
        return self


Askable: TypeAlias = QuizItem | OwnQuestion
ASKABLE_ADAPTER: TypeAdapter[Askable] = TypeAdapter(Askable)
"""Reads back what a class may ask: an item of the bank (it has `based_on`) or a question of an own set."""
