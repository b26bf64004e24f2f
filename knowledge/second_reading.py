"""The evidence that an entry was compared with its source once more, by someone else than who wrote it."""

from enum import StrEnum

from pydantic import BaseModel, model_validator

from knowledge.constrained import Day, Line, Url


class CheckResult(StrEnum):
    """What came of the second reading."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    SOURCE_NOT_FOUND = "source_not_found"


class SecondReading(BaseModel):
    """What a second reading leaves in the record.

    Attributes:
        checked_at: the day of the reading.
        checked_against: the page that was read, an archive if the source has moved; for a source that was not
            found, the page that was tried. A quiz item is read against its entry: here stands the page that the
            entry was read against.
        check_result: what came of it.
        pending_reason: why the entry is not published, in English, for those who look after the entries.
    """

    checked_at: Day | None = None
    checked_against: Url | None = None
    check_result: CheckResult | None = None
    pending_reason: Line | None = None

    def is_read_twice(self) -> bool:
        """Whether the source was found and the entry agrees with it."""
        return self.check_result in (CheckResult.CONFIRMED, CheckResult.CORRECTED)

    @model_validator(mode="after")
    def _whole_or_not_at_all(self) -> "SecondReading":
        parts = (self.checked_at, self.checked_against, self.check_result)
        if any(parts) and not all(parts):
            raise ValueError("checked_at, checked_against and check_result go together: write all three or none")
        return self
