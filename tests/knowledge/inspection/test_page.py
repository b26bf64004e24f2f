from knowledge.entry import Status
from knowledge.inspection.page import knowledge_page
from knowledge.inspection.tallies import checks_by, counted, parties_in, publishers, statuses, waiting, year_of
from tests.knowledge.store.examples import fact_check, guideline, quiz_item

from .conftest import READ, listed

PENDING = Status.PENDING


def test_readings_are_counted_by_kind_and_result():
    """A source that was not found counts as not read."""
    entries = [
        listed(fact_check("one", **READ)),
        listed(fact_check("two", **(READ | {"check_result": "corrected"}))),
        listed(fact_check("three")),
        listed(fact_check("four"), PENDING),
        listed(guideline(), Status.WITHDRAWN),
    ]
    assert statuses(entries)[1:] == [
        ("fact_check", "3", "1", "1", "1", "1", "0"),
        ("guideline", "0", "0", "0", "0", "0", "1"),
    ]


def test_fact_checks_are_counted_with_what_they_found():
    """Most first; a verdict that never occurs has no column; one entry may stand in two rows."""
    entries = [fact_check("a", verdict="true"), fact_check("b"), fact_check("c")]
    table = checks_by("id", entries, lambda entry: ["all", entry.id] if entry.id == "a" else ["all"])
    assert table == [("id", "all", "false", "true"), ("all", "3", "2", "1"), ("a", "1", "", "1")]


def test_rare_values_are_one_row():
    """A long tail is a number, not a page."""
    assert counted("x", "aaabbc", smallest=2)[1:] == [("a", "3"), ("b", "2"), ("1 others, fewer than 2 each", "1")]


def test_a_body_counts_with_its_offices():
    """Who reported it, branches and officers do not make another publisher."""
    names = ["SPR statement, reported by X", "SPR chairman", "SPR (Election Academy)", "SPRM, reported by Y", "SPRM"]
    names += ["SPRM via Z"]
    table = publishers([fact_check(f"c-{number}", publisher=name) for number, name in enumerate(names)])
    assert table[1:] == [("SPR", "3"), ("SPRM", "3")]


def test_parties_are_found_by_whole_names():
    """In texts of either language and in entities; a place or a common word that looks alike is none."""
    assert parties_in(fact_check(claim_en="UMNO said so", entities=("Parti Warisan",))) == ["UMNO", "Warisan"]
    assert parties_in(fact_check(claim_ms="Gerakan di Kuala Muda dan Amanah Saham")) == []


def test_the_year_is_the_reviews():
    """Else the claim's; else there is none."""
    assert year_of(fact_check(review_date="2026-01-02", claim_date="2025")) == "2026"
    assert year_of(fact_check(review_date=None, claim_date="2025-12")) == "2025"
    assert year_of(fact_check(review_date=None)) == "undated"


def test_what_waits_is_listed_with_its_reason():
    """Every pending entry, whatever its kind."""
    entries = [listed(quiz_item(pending_reason="Its base waits."), PENDING), listed(guideline(), PENDING)]
    assert waiting(entries)[1:] == [
        ("a-rule", "guideline", "no reason given"),
        ("a-question", "quiz", "Its base waits."),
    ]


def test_the_page_counts_published_entries_and_lists_the_pending():
    """A bar in a text does not break a table; states, elections and last days are told."""
    scoped = fact_check(states=["sabah"], election="prn-sabah-2025", valid_until="2025-11-29", **READ)
    waits = listed(fact_check("waits", topic="health", pending_reason="a|b"), PENDING)
    page = knowledge_page([listed(scoped), listed(guideline()), listed(quiz_item()), waits])
    assert "| fact_check | 1 | 1 | 0 | 0 | 1 | 0 |" in page
    assert "| health |" not in page
    assert "| waits | fact_check | a\\|b |" in page
    assert "| prn-sabah-2025 | 1 |" in page
    assert "| sabah | 1 |" in page
    assert "1 entries say until when they hold." in page
