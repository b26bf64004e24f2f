"""Entries are validated when they are made."""

import pytest
from pydantic import ValidationError

from knowledge.entry import ENTRY_ADAPTER, QuizItem
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
     ("verdict", "palsu"), ("unknown", "x")],
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
