"""Questions that fact-checks give."""

from importlib.resources import as_file, files

import pytest

from knowledge.entry import FactCheck, Verdict
from knowledge.quiz.from_fact_check import clue_cells, verdict_cells
from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.question_check import check_question
from knowledge.quiz.set_columns import Column
from knowledge.text.language import Language
from knowledge.transfer import read_entries
from tests.knowledge.store.examples import fact_check


def seeded() -> list[FactCheck]:
    with as_file(files("knowledge") / "seed" / "fact_checks.jsonl") as path:
        found = [entry for entry, _ in read_entries(path).items if isinstance(entry, FactCheck)]
    assert len(found) > 300
    return found


def test_every_fact_check_of_the_seed_gives_a_good_question() -> None:
    """Whatever the length of claim and summary, the question is within Telegram's limits, with its source."""
    places = set()
    for entry in seeded():
        question = check_question("q1", 1, verdict_cells(entry))
        assert isinstance(question, OwnQuestion), (entry.id, question)
        assert question.languages() == (Language.MS, Language.EN)
        assert question.explanation_en is not None
        assert question.explanation_en.endswith(f"({entry.publisher})"), entry.id
        places.add(question.answer_index)
    assert places == {0, 1, 2, 3}


@pytest.mark.parametrize("verdict", Verdict)
def test_the_right_option_is_the_verdict(verdict: Verdict) -> None:
    """Each verdict has its words, and three others beside it."""
    question = check_question("q1", 1, verdict_cells(fact_check(verdict=verdict)))
    assert isinstance(question, OwnQuestion)
    assert question.options_en is not None
    assert question.options_en[question.answer_index] == verdict.value.replace("_", " ").capitalize()


def test_a_clue_has_no_options_yet() -> None:
    """The clues are for a person who read the source."""
    cells = clue_cells(fact_check())
    assert Column.A_EN not in cells
    assert Column.RIGHT not in cells
    assert cells[Column.QUESTION_EN].endswith("Which clue gave it away?")
