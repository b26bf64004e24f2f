"""Item statistics, held against pandas and SciPy."""

from dataclasses import replace
from itertools import permutations

import pandas as pd
import pytest
from scipy import stats

from knowledge.quiz.categories import Category, category_of
from knowledge.quiz.record import ClassRecord
from knowledge.quiz.statistics import (
    point_biserial,
    question_statistics,
    reliability,
    technique_results,
    theme_results,
    upper_lower,
)

from .class_records import START, Answer, chance_record, record


def frame(made: ClassRecord) -> pd.DataFrame:
    """Students by questions: 1.0 right, 0.0 wrong, NaN not answered."""
    rows = {
        one.key: {
            question.id: float(given.option == question.right)
            for question in made.questions
            if (given := made.given.get((one.key, question.id)))
        }
        for one in made.students
    }
    return pd.DataFrame.from_dict(rows, orient="index")[[question.id for question in made.questions]]


@pytest.mark.parametrize("seed", range(5))
def test_difficulty_is_what_pandas_finds(seed: int) -> None:
    """P is the mean of the answers given."""
    made = chance_record(seed, students=31, questions=9)
    reference = frame(made).mean()
    for found in question_statistics(made):
        assert found.difficulty == pytest.approx(reference[found.question.id])


@pytest.mark.parametrize("seed", range(5))
def test_discrimination_is_what_scipy_finds(seed: int) -> None:
    """The corrected point-biserial is SciPy's, of the item with the score on the other items."""
    made = chance_record(seed, students=31, questions=9)
    table = frame(made)
    for found in question_statistics(made):
        item = table[found.question.id].dropna()
        rest = table.drop(columns=found.question.id).fillna(0).sum(axis=1)[item.index]
        assert found.discrimination == pytest.approx(stats.pointbiserialr(item, rest).statistic)


@pytest.mark.parametrize("seed", range(5))
def test_reliability_is_cronbachs_alpha_in_pandas(seed: int) -> None:
    """KR-20 is alpha of the complete rows; the kind of variance cancels out."""
    made = chance_record(seed, students=40, questions=8, left_out=0.03)
    table = frame(made).dropna()
    count = len(table.columns)
    alpha = count / (count - 1) * (1 - table.var(ddof=1).sum() / table.sum(axis=1).var(ddof=1))
    assert 2 < len(table) < 40
    assert reliability(made) == pytest.approx(alpha)


def test_upper_lower_without_ties_is_what_pandas_finds() -> None:
    """D compares the best and the weakest 27 %, here 3 of 11."""
    scores = list(range(11))
    right = [score in (2, 4, 8, 9, 10) for score in scores]
    table = pd.DataFrame({"score": scores, "right": right})
    reference = table.nlargest(3, "score").right.mean() - table.nsmallest(3, "score").right.mean()
    assert upper_lower(right, scores) == pytest.approx(reference) == pytest.approx(2 / 3)


def test_upper_lower_with_ties_is_the_mean_over_all_orders() -> None:
    """Who stands first among equals must not matter: D is what all orders give on average."""
    scores, right = [5, 4, 4, 4, 2, 2, 1], [True, True, False, True, False, True, False]
    size, found = 2, []
    for order in permutations(range(7)):
        ranked = sorted(order, key=lambda one: scores[one])
        found.append((sum(right[one] for one in ranked[-size:]) - sum(right[one] for one in ranked[:size])) / size)
    assert upper_lower(right, scores) == pytest.approx(sum(found) / len(found))


def test_what_cannot_be_told_is_none() -> None:
    """Nobody, one person and a class of equals have no statistics, and nothing fails."""
    silent = record([[None, None]])
    assert [one.difficulty for one in question_statistics(silent)] == [None, None]
    assert [one.discrimination for one in question_statistics(silent)] == [None, None]
    assert upper_lower([True], [1]) is None
    assert point_biserial([True, True], [2, 3]) is None
    assert reliability(record([[0, 0], [0, 0]])) is None
    assert reliability(record([[0], [1]])) is None
    assert technique_results(silent)[0].share is None


def test_most_chosen_wrong_option() -> None:
    """The wrong option with most answers; the first of several; none when nobody is wrong."""
    made = record([[0, 3, 2], [0, 3, 1], [0, 0, 0]])
    assert [one.most_chosen_wrong for one in question_statistics(made)] == [None, 3, 1]
    assert question_statistics(made)[1].choices == (1, 0, 0, 2)


def test_techniques_come_weakest_first() -> None:
    """An educator reads first what the class must practise."""
    made = record([[0, 1, 0, 0], [1, 1, 0, 0]])
    results = technique_results(made)
    assert [(one.technique, one.right, one.answers) for one in results] == [
        ("scam", 0, 2),
        ("impersonation", 3, 4),
        ("false-context", 2, 2),
    ]
    assert results[1].questions == 2


def test_a_misleading_question_needs_a_look() -> None:
    """Many choose one wrong option: re-read the question. Three answers are no reason yet."""
    assert question_statistics(record([[1]] * 8 + [[0]] * 4))[0].needs_a_look
    assert not question_statistics(record([[1]] * 4 + [[0]] * 8))[0].needs_a_look
    assert not question_statistics(record([[1]] * 3))[0].needs_a_look


def test_the_first_answer_counts() -> None:
    """A second attempt changes nothing."""
    made = record([[1, 0]])
    again = Answer("key1", "q1", 0, START.replace(hour=9))
    twice = ClassRecord(made.code, made.title, made.questions, made.students, [again, *made.answers])
    assert twice.score(made.students[0]) == 1


def test_themes_count_their_techniques_together() -> None:
    """Nothing is lost or counted twice, and each theme comes once, weakest first."""
    made = chance_record(3, students=20, questions=12)
    halves = [replace(one, technique="scam-finance") if one.number % 2 else one for one in made.questions]
    made = replace(made, questions=tuple(halves))
    apart, together = technique_results(made), theme_results(made)
    assert {theme for theme, _ in together} == {category_of(one.technique) for one in apart}
    assert len({theme for theme, _ in together}) == len(together) < len(apart)
    for theme, found in together:
        mine = [one for one in apart if category_of(one.technique) is theme]
        assert (found.questions, found.answers, found.right) == (
            sum(one.questions for one in mine),
            sum(one.answers for one in mine),
            sum(one.right for one in mine),
        )
    shares = [found.share for _, found in together if found.share is not None]
    assert shares == sorted(shares)
    assert Category.OTHER not in {theme for theme, _ in together}
