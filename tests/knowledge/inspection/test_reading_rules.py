from datetime import date

from knowledge.entry import Status
from knowledge.inspection.reading_rules import reading_ages, resting, unread
from tests.knowledge.store.examples import fact_check, guideline, quiz_item

from .conftest import READ, listed, named

PENDING, WITHDRAWN = Status.PENDING, Status.WITHDRAWN


def test_what_people_see_was_read_twice():
    """A published entry without a second reading is a finding; with one it is none."""
    assert named(unread(listed(fact_check()))) == [("not-read-twice", "a-claim")]
    assert named(unread(listed(fact_check(**READ)))) == []


def test_a_source_that_was_not_found_is_no_reading():
    """To have tried is not to have read."""
    entry = fact_check(**(READ | {"check_result": "source_not_found"}))
    assert named(unread(listed(entry))) == [("not-read-twice", "a-claim")]


def test_a_question_is_read_again_too():
    """A quiz item is read against its entry by a second person, and that is on record."""
    assert named(unread(listed(quiz_item()))) == [("not-read-twice", "a-question")]
    assert named(unread(listed(quiz_item(**READ)))) == []


def test_what_waits_says_why():
    """A pending entry needs a reason; a withdrawn one is not asked anything."""
    assert named(unread(listed(guideline(), PENDING))) == [("pending-without-reason", "a-rule")]
    assert named(unread(listed(guideline(pending_reason="The page is gone."), PENDING))) == []
    assert named(unread(listed(guideline(), WITHDRAWN))) == []


def test_a_question_rests_on_what_people_see():
    """A published question needs a published base; a pending question may wait with its base."""
    quiz = listed(quiz_item())
    assert named(resting([quiz])) == [("rests-on-unpublished", "a-question")]
    assert named(resting([quiz, listed(fact_check(), PENDING)])) == [("rests-on-unpublished", "a-question")]
    assert named(resting([quiz, listed(fact_check())])) == []
    assert named(resting([listed(quiz_item(), PENDING), listed(fact_check(), PENDING)])) == []


def test_the_longest_unread_come_first():
    """Never read, then the oldest reading; withdrawn entries are left out."""
    entries = [
        listed(fact_check("new", **READ)),
        listed(fact_check("old", **(READ | {"checked_at": "2025-11-25"}))),
        listed(fact_check("never")),
        listed(fact_check("gone"), WITHDRAWN),
    ]
    ages = reading_ages(entries, date(2026, 11, 26))
    assert [(age.listed.entry.id, age.days) for age in ages] == [("never", None), ("old", 366), ("new", 1)]
