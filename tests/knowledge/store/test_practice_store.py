"""One person's quizzes: what is begun, answered, remembered and forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.quiz.scheduling import after_answer
from knowledge.store.database import Database
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox import Letter, Outbox
from knowledge.store.practice_store import PracticeStore, QuizRun, count_quizzes, forget_quizzes
from knowledge.text.language import Language

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
AINA, BEN = "a" * 32, "b" * 32
ITEMS = ("quiz-1", "quiz-2", "quiz-3")


@pytest.fixture
def practice(database: Database) -> PracticeStore:
    return PracticeStore(database)


def begun(practice: PracticeStore, person: str = AINA, at: datetime = NOW) -> QuizRun:
    return practice.begin(person, "100", Language.MS, "emotion", ITEMS, at)


def test_a_quiz_is_found_as_it_was_begun(practice: PracticeStore) -> None:
    """Its questions in their order, none answered; one that never was is None."""
    run = begun(practice)
    assert practice.get(run.id) == run
    assert (run.items, run.right, run.next_number, run.is_finished) == (ITEMS, {}, 0, False)
    assert practice.get(run.id + 1) is None


def test_the_first_answer_counts(practice: PracticeStore) -> None:
    """A second one to the same question changes neither the quiz nor what is remembered."""
    run = begun(practice)
    assert practice.answer(run, 1, 2, is_right=False, at=NOW)
    remembered = practice.memories(AINA)
    assert not practice.answer(run, 1, 0, is_right=True, at=LATER)
    kept = practice.get(run.id)
    assert kept is not None
    assert kept.right == {1: False}
    assert kept.next_number == 0
    assert practice.memories(AINA) == remembered


def test_a_quiz_with_every_answer_has_no_next_question(practice: PracticeStore) -> None:
    """In whatever order they were answered."""
    run = begun(practice)
    for number in (2, 0, 1):
        practice.answer(run, number, 0, is_right=number != 0, at=NOW)
    kept = practice.get(run.id)
    assert kept is not None
    assert kept.next_number is None
    assert kept.right == {0: False, 1: True, 2: True}


def test_memory_grows_from_one_quiz_to_the_next(practice: PracticeStore) -> None:
    """What is stored is what the formula gives, fed with what was stored before, and each person has their own."""
    first = begun(practice)
    practice.answer(first, 0, 1, is_right=True, at=NOW)
    once = after_answer(None, NOW, was_right=True)
    assert practice.memories(AINA) == {"quiz-1": once}
    practice.answer(begun(practice, at=LATER), 0, 1, is_right=True, at=LATER)
    assert practice.memories(AINA) == {"quiz-1": after_answer(once, LATER, was_right=True)}
    assert practice.memories(BEN) == {}


def test_the_end_and_its_letters_are_one(practice: PracticeStore, database: Database) -> None:
    """Posting the result ends the quiz; posting something on the way does not."""
    run, outbox = begun(practice), Outbox(database)
    on_the_way = Letter("quiz/1/q0", "100", AINA, Language.MS, "{}", "quiz")
    practice.post([on_the_way], NOW)
    kept = practice.get(run.id)
    assert kept is not None
    assert not kept.is_finished
    result = Letter("quiz/1/end", "100", AINA, Language.MS, "{}", "quiz")
    practice.post([result], LATER, finishes=run)
    kept = practice.get(run.id)
    assert kept is not None
    assert kept.is_finished
    assert outbox.counts()[LetterState.WAITING] == 2


def test_old_quizzes_go_and_memories_stay(practice: PracticeStore) -> None:
    """Only those begun before the date, with their answers; posting the end of one that is gone does no harm."""
    old, new = begun(practice), begun(practice, at=LATER)
    practice.answer(old, 0, 1, is_right=True, at=NOW)
    assert practice.purge(LATER) == 1
    assert practice.get(old.id) is None
    assert practice.get(new.id) is not None
    assert set(practice.memories(AINA)) == {"quiz-1"}
    practice.post([], LATER, finishes=old)


def test_forgetting_somebody_leaves_the_others(practice: PracticeStore, database: Database) -> None:
    """The count that a person is shown is the count that is deleted."""
    for person in (AINA, BEN):
        practice.answer(begun(practice, person), 0, 1, is_right=True, at=NOW)
    with database.session() as transaction:
        assert count_quizzes(transaction, AINA) == 2
        assert forget_quizzes(transaction, AINA) == 2
        assert count_quizzes(transaction, AINA) == 0
        assert count_quizzes(transaction, BEN) == 2
    assert practice.memories(AINA) == {}
    assert set(practice.memories(BEN)) == {"quiz-1"}
