"""How an entry is kept up: when to read it again, what else it rests on, and its last correction."""

from pydantic import BaseModel, model_validator

from knowledge.constrained import Day, Paragraph, Url
from knowledge.text.language import Language


class Upkeep(BaseModel):
    """What an entry's editors keep up; all of it may be left out.

    Attributes:
        review_by: the last day before somebody should read it again.
        more_sources: pages besides `source_url` that say the same.
        corrected_on: the day of the last correction; earlier ones stand in the entry's earlier revisions.
        correction_ms: the public note of what was corrected, in Malay.
        correction_en: the same in English.
    """

    review_by: Day | None = None
    more_sources: tuple[Url, ...] = ()
    corrected_on: Day | None = None
    correction_ms: Paragraph | None = None
    correction_en: Paragraph | None = None

    def correction(self, language: Language) -> str | None:
        """What the last correction changed, in this language or else in the other."""
        in_malay, in_english = self.correction_ms, self.correction_en
        return (in_malay or in_english) if language is Language.MS else (in_english or in_malay)

    @model_validator(mode="after")
    def _correction_is_dated(self) -> "Upkeep":
        if bool(self.corrected_on) is not bool(self.correction_ms or self.correction_en):
            raise ValueError("corrected_on goes together with correction_ms or correction_en: write both or neither")
        return self
