"""The questions that ship with the project."""

from collections import Counter
from importlib.resources import as_file, files

import pytest

from knowledge.entry import FactCheck, Guideline, QuizItem, Status
from knowledge.seeding import SEED_FILES
from knowledge.text.language import Language
from knowledge.transfer import read_entries

TECHNIQUES = ("emotion", "impersonation", "false-context", "fabricated", "ai-made", "scapegoating", "scam")


def stored() -> dict[str, tuple[FactCheck | Guideline | QuizItem, Status | None]]:
    """The seed by id, as an import reads it: Telegram's limits are checked on the way."""
    found = {}
    for name in SEED_FILES:
        with as_file(files("knowledge") / "seed" / name) as path:
            found |= {entry.id: (entry, status) for entry, status in read_entries(path).items}
    return found


SEED = stored()
ITEMS = [entry for entry, _ in SEED.values() if isinstance(entry, QuizItem)]
PUBLISHED = [item for item in ITEMS if SEED[item.id][1] is Status.PUBLISHED]


def options(item: QuizItem, language: Language) -> tuple[str, ...]:
    return (item.options_ms if language is Language.MS else item.options_en) or ()


def test_there_are_enough() -> None:
    """At least 120 questions, all in both languages."""
    assert len(PUBLISHED) >= 120
    assert [item.id for item in PUBLISHED if len(item.languages()) < 2] == []


def test_every_technique_and_difficulty_has_some() -> None:
    """A class can choose any technique for ten minutes, and any difficulty for an hour."""
    techniques = Counter(item.skill_or_topic for item in PUBLISHED)
    assert {technique for technique in TECHNIQUES if techniques[technique] < 8} == set()
    difficulties = Counter(item.difficulty for item in PUBLISHED)
    assert min(difficulties[level] for level in (1, 2, 3)) >= 20


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_a_technique_is_not_of_one_difficulty(technique: str) -> None:
    """There is an easy and a harder question about each."""
    assert len({item.difficulty for item in PUBLISHED if item.skill_or_topic == technique}) >= 2


def test_each_rests_on_a_published_entry_with_a_source() -> None:
    """Nothing is asked that people could not look up."""
    for item in PUBLISHED:
        base, status = SEED[item.based_on]
        assert isinstance(base, FactCheck | Guideline), item.id
        assert status is Status.PUBLISHED, item.id
        assert base.source_url.startswith("http"), item.id


def test_what_rests_on_a_pending_entry_is_pending() -> None:
    """An item is never surer than its entry."""
    waiting = [item for item in ITEMS if SEED[item.based_on][1] is not Status.PUBLISHED]
    assert [item.id for item in waiting if SEED[item.id][1] is Status.PUBLISHED] == []


def test_the_right_option_stands_in_all_places_alike() -> None:
    """Between a fifth and three tenths in each of the four."""
    places = Counter(item.answer_index for item in PUBLISHED)
    assert all(0.2 <= places[place] / len(PUBLISHED) <= 0.3 for place in range(4))


@pytest.mark.parametrize("language", Language)
def test_length_does_not_give_the_answer_away(language: Language) -> None:
    """The right option is neither far longer or shorter than all others, nor often the longest or the shortest."""
    longest = shortest = 0
    for item in PUBLISHED:
        lengths = [len(option) for option in options(item, language)]
        right = lengths.pop(item.answer_index)
        assert right <= 1.35 * max(lengths), item.id
        assert right * 1.35 >= min(lengths), item.id
        longest += right > max(lengths)
        shortest += right < min(lengths)
    assert longest <= 0.3 * len(PUBLISHED)
    assert shortest <= 0.3 * len(PUBLISHED)


@pytest.mark.parametrize("language", Language)
def test_no_question_is_asked_twice(language: Language) -> None:
    """Each question has words of its own."""
    asked = [item.question_ms if language is Language.MS else item.question_en for item in ITEMS]
    assert len({str(question).casefold() for question in asked}) == len(ITEMS)


def test_every_question_is_explained() -> None:
    """An answer teaches: each explanation has some words, in both languages, and is no copy of the question."""
    for item in PUBLISHED:
        assert len(item.explanation_ms or "") >= 30, item.id
        assert len(item.explanation_en or "") >= 30, item.id
