"""Dates as people say them: a day, a month or a year, as much as the source gives."""

from actions.message_key import MessageKey
from actions.reply import Phrase


def partial_date(value: str) -> Phrase:
    """A date of an entry (`2023-03-04`, `2023-03` or `2023`) in words."""
    year, *rest = value.split("-")
    if not rest:
        return Phrase(MessageKey.DATE_YEAR, {"year": year})
    month = Phrase(MessageKey(f"month-{int(rest[0])}"))
    if len(rest) == 1:
        return Phrase(MessageKey.DATE_MONTH, {"month": month, "year": year})
    return Phrase(MessageKey.DATE_DAY, {"day": str(int(rest[1])), "month": month, "year": year})


def month_of(value: str) -> Phrase:
    """The same without the day."""
    return partial_date(value[: len("2023-03")])
