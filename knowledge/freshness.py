"""Whether an entry still holds: past the day it was valid until, or past the day it should be read again."""

from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from knowledge.entry import FactCheck, Guideline

MALAYSIA = timezone(timedelta(hours=8), "MYT")
"""The whole country keeps one time, without summer time."""


class Staleness(StrEnum):
    """Why an entry should be looked at again."""

    NO_LONGER_VALID = "no-longer-valid"
    REVIEW_DUE = "review-due"


def malaysian_day(moment: datetime) -> date:
    """The day it is in Malaysia at an aware moment."""
    return moment.astimezone(MALAYSIA).date()


def staleness(entry: FactCheck | Guideline, today: date) -> Staleness | None:
    """Why the entry is stale today; None while it is not. A day that was named still counts in full."""
    if entry.is_past(today):
        return Staleness.NO_LONGER_VALID
    if entry.review_by and date.fromisoformat(entry.review_by) < today:
        return Staleness.REVIEW_DUE
    return None
