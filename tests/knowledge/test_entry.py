"""Entries are validated when they are made."""

from datetime import date

import pytest
from pydantic import ValidationError

from knowledge.entry import ENTRY_ADAPTER, QuizItem
from knowledge.second_reading import CheckResult
from knowledge.text.language import Language
from tests.knowledge.conftest import MakeFactCheck

QUIZ = {
    "id": "kuiz-1", "skill_or_topic": "scam", "difficulty": 1, "question_ms": "Apa?", "question_en": None,
    "options_ms": ["a", "b", "c", "d"], "options_en": None, "answer_index": 2, "explanation_ms": "Kerana c.",
    "explanation_en": None, "based_on": "titik-hitam", "source_url": "https://a.my",
}  # fmt: skip


def test_entry_in_one_language_is_enough(make_fact_check: MakeFactCheck) -> None:
    """An entry may lack one language."""
    assert make_fact_check(claim_en=None, summary_en=None).languages() == (Language.MS,)


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", "Huruf Besar"), ("id", "x" * 57), ("claim_ms", "x" * 301), ("review_date", "2022-13"), ("source_url", "ftp://a.my"),
     ("verdict", "palsu"), ("unknown", "x"), ("states", ["penang"]), ("election", "PRN Sabah"),
     ("valid_until", "2026-02-30")],
)  # fmt: skip
def test_bad_field_is_refused(make_fact_check: MakeFactCheck, field: str, value: str) -> None:
    """What Telegram's links could not carry, or what the schema does not know, is never stored."""
    with pytest.raises(ValidationError):
        make_fact_check(**{field: value})


def test_entry_without_any_language_is_refused(make_fact_check: MakeFactCheck) -> None:
    """There must be something to show."""
    with pytest.raises(ValidationError, match="Malay or in English"):
        make_fact_check(claim_en=None, summary_en=None, claim_ms=None, summary_ms=None)


def test_quiz_item_keeps_telegrams_limits() -> None:
    """Question 300, option 100, explanation 200 characters with two line feeds at most, four different options."""
    assert QuizItem.model_validate(QUIZ).answer_index == 2
    for change in (
        {"question_ms": "x" * 301}, {"options_ms": ["a", "b", "c", "x" * 101]}, {"explanation_ms": "a\nb\nc\nd"},
        {"options_ms": ["a", "A", "c", "d"]}, {"options_ms": ["a", "b", "c"]}, {"answer_index": 4},
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            QuizItem.model_validate(QUIZ | change)


def test_adapter_reads_by_kind(make_fact_check: MakeFactCheck) -> None:
    """A stored record comes back as the entry it was."""
    entry = make_fact_check()
    assert ENTRY_ADAPTER.validate_json(entry.model_dump_json()) == entry


def test_last_day_still_counts(make_fact_check: MakeFactCheck) -> None:
    """An entry is past on the day after its last day, and never without one."""
    entry = make_fact_check(valid_until="2026-11-25")
    assert not entry.is_past(date(2026, 11, 25))
    assert entry.is_past(date(2026, 11, 26))
    assert not make_fact_check().is_past(date(2999, 1, 1))


def test_days_in_order(make_fact_check: MakeFactCheck) -> None:
    """What ends before it begins is a slip."""
    with pytest.raises(ValidationError, match="before valid_from"):
        make_fact_check(valid_from="2026-01-02", valid_until="2026-01-01")
    assert make_fact_check(valid_from="2026-01-02", valid_until="2026-01-02").valid_from == "2026-01-02"


@pytest.mark.parametrize(
    "election", ["federal", "state", "by-election", "pru15", "prn-sabah-2025", "prk-ayer-kuning-2025"]
)
def test_sorts_of_election(make_fact_check: MakeFactCheck, election: str) -> None:
    """A sort of election or a single one."""
    assert make_fact_check(election=election).election == election


def test_second_reading_is_whole(make_fact_check: MakeFactCheck) -> None:
    """Day, page and result together; only a source that was found counts as read."""
    with pytest.raises(ValidationError, match="all three or none"):
        make_fact_check(checked_at="2026-11-25", check_result="confirmed")
    reading = {"checked_at": "2026-11-25", "checked_against": "https://a.my"}
    read = {result: make_fact_check(**reading, check_result=result).is_read_twice() for result in CheckResult}
    assert read == {"confirmed": True, "corrected": True, "source_not_found": False}
    assert not make_fact_check().is_read_twice()
