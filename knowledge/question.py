"""A quiz question, within Telegram's limits."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints, model_validator

from knowledge.constrained import Name
from knowledge.text.language import Language

# Telegram's limits for a quiz poll: question 300, option 100, explanation 200 characters and 2 line feeds.
QuestionText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Option = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Explanation = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\n]*(\n[^\n]*){0,2}$")
]
Options = tuple[Option, Option, Option, Option]


class Question(BaseModel):
    """One question with four options, the right one and an explanation, in Malay, in English or in both."""

    skill_or_topic: Name
    difficulty: Annotated[int, Field(ge=1, le=3)]
    question_ms: QuestionText | None
    question_en: QuestionText | None
    options_ms: Options | None
    options_en: Options | None
    answer_index: Annotated[int, Field(ge=0, le=3)]
    explanation_ms: Explanation | None
    explanation_en: Explanation | None

    def question(self, language: Language) -> str | None:
        """What is asked in this language, if written."""
        return self.question_ms if language is Language.MS else self.question_en

    def is_asked_in(self, language: Language) -> bool:
        """Whether it can be asked in this language."""
        if language is Language.MS:
            return bool(self.question_ms and self.options_ms)
        return bool(self.question_en and self.options_en)

    @model_validator(mode="after")
    def _options_differ(self) -> "Question":
        for options in (self.options_ms, self.options_en):
            if options and len({option.casefold() for option in options}) != len(options):
                raise ValueError("two options are the same")
        return self
