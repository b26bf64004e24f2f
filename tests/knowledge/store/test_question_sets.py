"""Educators' own question sets in the database."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.entry import Status, Verdict
from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.set_codes import ALPHABET, new_set_code, read_set_code, spoken_set_code
from knowledge.store.database import Database
from knowledge.store.entry_store import EntryStore
from knowledge.store.people_store import PeopleStore
from knowledge.store.question_set_store import MOST_SETS, QuestionSetStore
from knowledge.text.language import Language

from .examples import fact_check

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


def own_question(text: str = "Apa itu SPR?", *, english: bool = False) -> OwnQuestion:
    """A question in Malay, and in English where asked."""
    options = ("a", "b", "c", "d")
    return OwnQuestion(
        id="q1",
        skill_or_topic="general",
        difficulty=2,
        question_ms=text,
        question_en="What is the EC?" if english else None,
        options_ms=options,
        options_en=options if english else None,
        answer_index=1,
        explanation_ms=None,
        explanation_en=None,
    )


@pytest.fixture
def sets(database: Database) -> QuestionSetStore:
    """The sets of `database`."""
    return QuestionSetStore(database)


def test_a_set_is_read_by_its_code_by_anybody(sets: QuestionSetStore) -> None:
    """The questions come back in their order, each with an id of its own."""
    kept = sets.add("ann", "Bab 1", [own_question(), own_question("Apa itu MCMC?")], NOW)
    assert kept is not None
    assert sets.get(kept.code) == kept
    assert [one.question_ms for one in kept.questions] == ["Apa itu SPR?", "Apa itu MCMC?"]
    assert len({one.id for one in kept.questions}) == 2
    assert sets.get("CCCCCCCC") is None


def test_only_the_owner_changes_or_deletes(sets: QuestionSetStore) -> None:
    """A code lets others read, nothing more."""
    kept = sets.add("ann", "Bab 1", [own_question()], NOW)
    assert kept is not None
    assert sets.replace(kept.code, "ben", [], NOW) is None
    assert not sets.delete(kept.code, "ben")
    assert sets.get(kept.code) == kept
    changed = sets.replace(kept.code, "ann", [own_question("Baharu?")], NOW + timedelta(minutes=1))
    assert changed is not None
    assert [one.question_ms for one in changed.questions] == ["Baharu?"]
    assert sets.get(kept.code) == changed
    assert sets.delete(kept.code, "ann")
    assert sets.get(kept.code) is None


def test_a_list_has_the_newest_first(sets: QuestionSetStore) -> None:
    """One's own sets only, with the number of questions."""
    older = sets.add("ann", "Lama", [own_question()] * 3, NOW)
    newer = sets.add("ann", "Baharu", [], NOW + timedelta(days=1))
    sets.add("ben", "Lain", [own_question()], NOW)
    assert older is not None
    assert newer is not None
    assert [(one.code, one.questions) for one in sets.of_owner("ann")] == [(newer.code, 0), (older.code, 3)]


def test_there_is_an_end_to_sets(sets: QuestionSetStore) -> None:
    """Nobody fills the database."""
    for number in range(MOST_SETS):
        assert sets.add("ann", f"Set {number}", [], NOW) is not None
    assert sets.add("ann", "Satu lagi", [], NOW) is None
    assert sets.add("ben", "Set", [], NOW) is not None


def test_a_person_who_is_forgotten_has_no_sets(sets: QuestionSetStore, database: Database) -> None:
    """Sets and their questions are the person's; the summary counts them before."""
    people = PeopleStore(database)
    mine = sets.add("ann", "Bab 1", [own_question()], NOW)
    other = sets.add("ben", "Bab 1", [own_question()], NOW)
    assert mine is not None
    assert other is not None
    assert people.summary("ann").question_sets == 1
    assert people.forget("ann").question_sets == 1
    assert sets.get(mine.code) is None
    assert sets.get(other.code) == other


def test_a_set_can_be_asked_in_the_languages_all_its_questions_have(sets: QuestionSetStore) -> None:
    """One question in Malay only makes the set Malay only."""
    both = sets.add("ann", "Set", [own_question(english=True)], NOW)
    assert both is not None
    assert both.languages() == (Language.MS, Language.EN)
    assert replace(both, questions=(*both.questions, own_question())).languages() == (Language.MS,)


def test_codes_are_read_as_people_type_them() -> None:
    """Any case, blanks and hyphens; what cannot be a code is none."""
    code = new_set_code(random.Random(1))  # noqa: S311
    assert set(code) <= set(ALPHABET)
    assert read_set_code(f" {spoken_set_code(code).lower()} ") == code
    assert read_set_code("K7M4RP") is None
    assert read_set_code("OOOO-IIII") is None


def test_a_corrected_fact_check_outdates_the_questions_made_of_it(sets: QuestionSetStore, database: Database) -> None:
    """In the correction's transaction; others stay askable, and a new reading by the owner makes it askable again."""
    entries = EntryStore(database)
    entries.save([(fact_check(), Status.PUBLISHED)])
    made = own_question().model_copy(update={"based_on": "a-claim"})
    kept = sets.add("ann", "Bab 1", [made, own_question("Apa itu MCMC?")], NOW)
    assert kept is not None
    assert kept.askable() == kept.questions
    entries.save([(fact_check(verdict=Verdict.TRUE), Status.PUBLISHED)])
    found = sets.get(kept.code)
    assert found is not None
    assert [one.is_outdated for one in found.questions] == [True, False]
    assert [one.question_ms for one in found.askable()] == ["Apa itu MCMC?"]
    read_again = [one.model_copy(update={"is_outdated": False}) for one in found.questions]
    assert len(sets.replace(kept.code, "ann", read_again, NOW).askable()) == 2  # type: ignore[union-attr]
