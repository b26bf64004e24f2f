"""When a question comes back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler

from knowledge.quiz.scheduling import Memory, after_answer, chance_to_know, choose

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


def answered(*results: bool) -> Memory:
    """A question answered whenever it was due."""
    memory, at = None, NOW
    for was_right in results:
        memory = after_answer(memory, at, was_right=was_right)
        at = memory.due
    assert memory is not None
    return memory


def test_a_missed_question_comes_back_within_minutes() -> None:
    """What was wrong is asked again soon, even after it was known."""
    assert answered(False).due == NOW + timedelta(minutes=10)
    lapsed = answered(True, True, True, False)
    assert lapsed.due - lapsed.last_review == timedelta(minutes=10)


def test_a_known_question_rests_longer_each_time() -> None:
    """The pauses grow, and after some of them the question counts as mastered."""
    pauses = [(one := answered(*[True] * count)).due - one.last_review for count in range(2, 7)]
    assert pauses == sorted(pauses)
    assert pauses[-1] > 5 * pauses[0]
    assert not answered(True).is_mastered
    assert answered(*[True] * 6).is_mastered


def test_the_memory_is_the_librarys() -> None:
    """What is stored between answers loses nothing of FSRS' own card."""
    scheduler = Scheduler(
        learning_steps=(timedelta(minutes=10), timedelta(days=1)), maximum_interval=180, enable_fuzzing=False
    )
    card, at = Card(card_id=1, due=NOW), NOW
    for rating in (Rating.Good, Rating.Good, Rating.Again, Rating.Good, Rating.Good):
        card, _ = scheduler.review_card(card, rating, at)
        at = card.due
    ours = answered(True, True, False, True, True)
    assert (ours.stability, ours.difficulty, ours.due) == (card.stability, card.difficulty, card.due)


def test_due_before_new_before_resting() -> None:
    """First what was forgotten, longest first; then new ones in their order; then what is least certain."""
    later = NOW + timedelta(days=3)
    memories = {
        "missed": answered(False),
        "older": after_answer(None, NOW - timedelta(days=1), was_right=False),
        "sure": answered(*[True] * 6),
        "shaky": after_answer(None, later, was_right=True),
    }
    order = choose(["new-1", "sure", "missed", "shaky", "older", "new-2"], memories, later, 10)
    assert order[:4] == ["older", "missed", "new-1", "new-2"]
    assert choose(["new-1", "new-2", "missed"], memories, later, 2) == ["missed", "new-1"]


def test_resting_questions_come_least_certain_first() -> None:
    """When nothing else is left, the one most likely forgotten comes first."""
    memories = {"sure": answered(*[True] * 6), "newer": answered(True, True, True)}
    at = NOW + timedelta(hours=1)
    assert chance_to_know(memories["newer"], at) <= chance_to_know(memories["sure"], at)
    weeks = min(memory.due for memory in memories.values()) - timedelta(hours=1)
    first, last = choose(["sure", "newer"], memories, weeks, 2)
    assert chance_to_know(memories[first], weeks) <= chance_to_know(memories[last], weeks)


def test_another_time_zone_changes_nothing() -> None:
    """A moment is a moment, in whatever zone."""
    in_malaysia = NOW.astimezone(timezone(timedelta(hours=8)))
    assert after_answer(None, in_malaysia, was_right=True) == after_answer(None, NOW, was_right=True)


def test_stability_means_ninety_percent() -> None:
    """After `stability` days the chance to know it is 90 %, FSRS' definition."""
    memory = answered(True, True, True)
    assert memory.stability is not None
    days = round(memory.stability)
    assert chance_to_know(memory, memory.last_review + timedelta(days=days)) == pytest.approx(0.9, abs=0.02)
