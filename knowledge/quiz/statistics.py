"""What the answers of a class say about its questions: classical item analysis.

Sources: R. L. Ebel and D. A. Frisbie, Essentials of Educational Measurement (5th ed., 1991), chapters 5 and 13, for
difficulty, discrimination and reliability. Each formula names the paper it comes from.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, pvariance

from knowledge.quiz.categories import Category, category_of
from knowledge.quiz.record import AskedQuestion, ClassRecord

_GROUP_SHARE = 0.27  # T. L. Kelley, Journal of Educational Psychology 30 (1939), 17-24: the share that tells most
_ENOUGH = 10  # answers, below which chance alone makes a question look bad


@dataclass(frozen=True)
class QuestionStatistics:
    """One question, as the class answered it. None where too few answers say anything.

    Attributes:
        answered: how many answered it.
        choices: how many chose each option, in the question's own order.
        difficulty: p, the share of its answers that are right, 0 (nobody) to 1 (all).
        discrimination: corrected point-biserial correlation, -1 to 1 (see `point_biserial`).
        upper_lower: D, -1 to 1 (see `upper_lower`).
        most_chosen_wrong: the wrong option chosen most, the first of several; None when nobody was wrong.
    """

    question: AskedQuestion
    answered: int
    choices: tuple[int, ...]
    difficulty: float | None
    discrimination: float | None
    upper_lower: float | None
    most_chosen_wrong: int | None

    @property
    def right(self) -> int:
        """How many had it right."""
        return self.choices[self.question.right]

    @property
    def needs_a_look(self) -> bool:
        """Whether, of enough answers, one wrong option has more than the right one, or better students miss it."""
        if self.answered < _ENOUGH:
            return False
        wrong = self.most_chosen_wrong
        misleads = wrong is not None and self.choices[wrong] > self.right
        return misleads or (self.discrimination is not None and self.discrimination < 0)


@dataclass(frozen=True)
class TechniqueResult:
    """How a class did on the questions of one technique."""

    technique: str
    questions: int
    answers: int
    right: int

    @property
    def share(self) -> float | None:
        """The share of answers that are right; None without answers."""
        return self.right / self.answers if self.answers else None


def question_statistics(record: ClassRecord) -> list[QuestionStatistics]:
    """The statistics of each question, in the set's order. A question not answered does not count against it."""
    scores = {student.key: record.score(student) for student in record.students}
    return [_of_question(record, question, scores) for question in record.questions]


def technique_results(record: ClassRecord) -> list[TechniqueResult]:
    """How the class did on each technique, weakest first; techniques without answers come last."""
    results: list[TechniqueResult] = []
    for technique in dict.fromkeys(question.technique for question in record.questions):
        ids = {question.id for question in record.questions if question.technique == technique}
        given = [answer for answer in record.given.values() if answer.question in ids]
        results.append(TechniqueResult(technique, len(ids), len(given), sum(map(record.is_right, given))))
    return sorted(results, key=lambda result: (result.share is None, result.share or 0.0, result.technique))


def theme_results(record: ClassRecord) -> list[tuple[Category, TechniqueResult]]:
    """The same by theme: what belongs together in `knowledge.quiz.categories` is counted together."""
    found: dict[Category, TechniqueResult] = {}
    for one in technique_results(record):
        theme = category_of(one.technique)
        so_far = found.get(theme, TechniqueResult(theme.value, 0, 0, 0))
        found[theme] = TechniqueResult(
            theme.value, so_far.questions + one.questions, so_far.answers + one.answers, so_far.right + one.right
        )
    return sorted(found.items(), key=lambda each: (each[1].share is None, each[1].share or 0.0, each[0]))


def reliability(record: ClassRecord) -> float | None:
    """KR-20 (Cronbach's alpha of right and wrong answers), of the students who answered every question.

    k / (k - 1) * (1 - sum(p * q) / variance of the scores), with variances over n as in G. F. Kuder and
    M. W. Richardson, Psychometrika 2 (1937), 151-160, formula 20. None below two questions or two such students, or
    when all have the same score.
    """
    ids = [question.id for question in record.questions]
    rows: list[list[int]] = []
    for student in record.students:
        given = [record.given.get((student.key, question)) for question in ids]
        answers = [answer for answer in given if answer is not None]
        if len(answers) == len(ids):
            rows.append([int(record.is_right(answer)) for answer in answers])
    if len(ids) < 2 or len(rows) < 2:
        return None
    spread = pvariance(map(sum, rows))
    within = sum(pvariance(column) for column in zip(*rows, strict=True))
    return len(ids) / (len(ids) - 1) * (1 - within / spread) if spread else None


def point_biserial(right: Sequence[bool], scores: Sequence[int]) -> float | None:
    """The corrected point-biserial correlation of an item with the rest of the test.

    Pearson's r of the item (0 or 1) with each student's score on the *other* items: with the item in the score the
    correlation would be partly with itself (S. Henrysson, Psychometrika 28 (1963), 211-218).

    Args:
        right: whether each student has the item right.
        scores: each student's score with the item in it.

    Returns:
        -1 to 1; None when all have it right or wrong, or all have the same rest.
    """
    rest = [score - is_right for is_right, score in zip(right, scores, strict=True)]
    try:
        return correlation(list(map(float, right)), rest)
    except StatisticsError:
        return None


def upper_lower(right: Sequence[bool], scores: Sequence[int]) -> float | None:
    """D: the share that has the item right among the best 27 %, less that among the weakest 27 %.

    Students who share the score at a group's border share its last places, so that the order of students changes
    nothing. The groups are rounded to whole students, at least one.

    Args:
        right: whether each student has the item right.
        scores: each student's score on the whole test.

    Returns:
        -1 to 1; None below two students.
    """
    if len(scores) < 2:
        return None
    size = max(1, round(_GROUP_SHARE * len(scores)))
    best = sorted(zip(scores, right, strict=True), reverse=True)
    return (_right_in(best, size) - _right_in(best[::-1], size)) / size


def _right_in(ordered: Sequence[tuple[int, bool]], size: int) -> float:
    """How many of the first `size` have it right, those at the border's score counted by their share of places."""
    border = ordered[size - 1][0]
    tied = [right for score, right in ordered if score == border]
    before = [right for score, right in ordered[:size] if score != border]
    return sum(before) + sum(tied) * (size - len(before)) / len(tied)


def _of_question(record: ClassRecord, question: AskedQuestion, scores: dict[str, int]) -> QuestionStatistics:
    given = [answer for student in scores if (answer := record.given.get((student, question.id)))]
    right = [record.is_right(answer) for answer in given]
    totals = [scores[answer.student] for answer in given]
    counted = Counter(answer.option for answer in given)
    choices = tuple(counted[option] for option in range(len(question.options)))
    return QuestionStatistics(
        question,
        answered=len(given),
        choices=choices,
        difficulty=sum(right) / len(right) if right else None,
        discrimination=point_biserial(right, totals),
        upper_lower=upper_lower(right, totals),
        most_chosen_wrong=_most_chosen_wrong(choices, question.right),
    )


def _most_chosen_wrong(choices: Sequence[int], right: int) -> int | None:
    wrong = [option for option, count in enumerate(choices) if count and option != right]
    return max(wrong, key=lambda option: choices[option], default=None)
