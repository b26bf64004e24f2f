from datetime import date

import pytest

from knowledge.entry import Status
from knowledge.inspection.completeness_rules import SCREEN, dates, languages, length, same_numbers
from knowledge.text.language import Language
from tests.knowledge.store.examples import fact_check, guideline, quiz_item

from .conftest import listed, named

TODAY = date(2026, 11, 25)


def test_published_entries_are_in_both_languages():
    """What is pending may still lack one."""
    assert named(languages(listed(guideline()))) == [("language-missing", "a-rule")]
    assert named(languages(listed(guideline(), Status.PENDING))) == []
    assert named(languages(listed(fact_check()))) == []


def test_both_languages_give_the_same_figures():
    """A year or an amount that only one has is a slip; other ways to write it, and small numbers, are none."""
    differs = fact_check(summary_ms="Pada 2019 denda RM5,000.", summary_en="In 2018 a fine of RM5,000.")
    (finding,) = same_numbers(listed(differs))
    assert "only ms: 2019; only en: 2018" in finding.problem
    same = fact_check(summary_ms="10 orang, 1,500 undi pada 2019.", summary_en="Ten people, 1500 votes in 2019.")
    assert named(same_numbers(listed(same))) == []
    assert named(same_numbers(listed(guideline(title_en="Since 2019?")))) == []


def test_entries_say_from_when_they_are():
    """One date is enough for a fact-check; a guideline needs the month it was read; a quiz item has no date."""
    assert named(dates(listed(fact_check(review_date=None)), TODAY)) == [("date-missing", "a-claim")]
    assert named(dates(listed(fact_check(review_date=None, claim_date="2024")), TODAY)) == []
    assert named(dates(listed(guideline()), TODAY)) == [("date-missing", "a-rule")]
    assert named(dates(listed(guideline(as_of="2026-11")), TODAY)) == []
    assert named(dates(listed(quiz_item()), TODAY)) == []


@pytest.mark.parametrize("field", ["claim_date", "review_date"])
@pytest.mark.parametrize(
    ("value", "wrong"), [("2026-11-26", True), ("2026-12", True), ("2027", True), ("2026-11", False)]
)
def test_nothing_happened_tomorrow(field: str, value: str, wrong: bool):
    """A day, month or year that has not begun is a slip; the one that runs is none."""
    entry = fact_check(**{"review_date": None, field: value})
    assert named(dates(listed(entry), TODAY)) == ([("date-impossible", "a-claim")] if wrong else [])


@pytest.mark.parametrize(
    ("claimed", "reviewed", "wrong"),
    [("2024-05-02", "2024-05-01", True), ("2024-05", "2024-05-01", False), ("2024", "2023-12-31", True)],
)
def test_a_claim_comes_before_its_review(claimed: str, reviewed: str, wrong: bool):
    """As far as both dates tell."""
    entry = fact_check(claim_date=claimed, review_date=reviewed)
    assert named(dates(listed(entry), TODAY)) == ([("date-impossible", "a-claim")] if wrong else [])


def test_an_answer_fits_a_screen():
    """Each language for itself; what is not published, and quiz items, are not shown as answers."""
    sizes = {Language.MS: SCREEN + 5, Language.EN: SCREEN}
    (finding,) = length(listed(fact_check()), lambda _, language: sizes[language])
    assert finding.rule == "too-long"
    assert "ms" in finding.problem
    assert finding.mend == "Shorten it by 5."
    assert list(length(listed(fact_check(), Status.PENDING), lambda *_: 9999)) == []
    assert list(length(listed(quiz_item()), lambda *_: 9999)) == []
