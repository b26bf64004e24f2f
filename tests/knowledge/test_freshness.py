"""Entries that hold for a time only."""

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from knowledge.freshness import Staleness, malaysian_day, staleness
from tests.knowledge.conftest import MakeFactCheck


@pytest.mark.parametrize(
    ("fields", "today", "stale"),
    [
        ({}, date(2099, 1, 1), None),
        ({"valid_until": "2026-11-21"}, date(2026, 11, 21), None),
        ({"valid_until": "2026-11-21"}, date(2026, 11, 22), Staleness.NO_LONGER_VALID),
        ({"review_by": "2026-11-30"}, date(2026, 11, 30), None),
        ({"review_by": "2026-11-30"}, date(2026, 12, 1), Staleness.REVIEW_DUE),
        ({"valid_until": "2026-12-31", "review_by": "2025-01-01"}, date(2027, 1, 1), Staleness.NO_LONGER_VALID),
    ],
)
def test_an_entry_is_stale_after_its_day(
    make_fact_check: MakeFactCheck, fields: dict[str, str], today: date, stale: Staleness | None
) -> None:
    """The day named is the last good one; being invalid matters more than being due for a new look."""
    assert staleness(make_fact_check(**fields), today) is stale


def test_the_day_turns_at_malaysian_midnight() -> None:
    """16:00 UTC is the next day in Malaysia."""
    assert malaysian_day(datetime(2026, 11, 21, 15, 59, tzinfo=UTC)) == date(2026, 11, 21)
    assert malaysian_day(datetime(2026, 11, 21, 16, 0, tzinfo=UTC)) == date(2026, 11, 22)


@pytest.mark.parametrize("half", [{"corrected_on": "2026-03-14"}, {"correction_en": "The date was wrong."}])
def test_a_correction_has_a_day_and_a_note(make_fact_check: MakeFactCheck, half: dict[str, str]) -> None:
    """People are told what was corrected and when, never half of it."""
    with pytest.raises(ValidationError, match="both or neither"):
        make_fact_check(**half)
