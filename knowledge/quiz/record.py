"""What a class did: the questions it was asked, its students and the answers that count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property


@dataclass(frozen=True)
class AskedQuestion:
    """A question in its own order of options, however they were shuffled for each student.

    Attributes:
        id: the item's id, the same whenever it is asked.
        number: its place in the set, from 1.
        text, options: as the educator reads them.
        right: which option is right, from 0.
        technique: what it trains, such as "impersonation".
        difficulty: what its author thinks, 1 (easy) to 3 (hard); None when nobody said.
    """

    id: str
    number: int
    text: str
    options: tuple[str, ...]
    right: int
    technique: str
    difficulty: int | None = None


@dataclass(frozen=True)
class Student:
    """One who joined. `key` tells the same person in two classes and is never written to a file."""

    key: str
    nickname: str
    joined_at: datetime


@dataclass(frozen=True)
class Answer:
    """The answer of a student to a question that counts: the first.

    Attributes:
        student: the student's key.
        question: the question's id.
        option: which option, in the question's own order, from 0.
        at: when Telegram says it was given.
        seconds: how long after the student saw the question; None when unknown.
        is_late: given after the question's time, where that is allowed.
    """

    student: str
    question: str
    option: int
    at: datetime
    seconds: float | None = None
    is_late: bool = False


@dataclass(frozen=True)
class ClassRecord:
    """A whole session; students in the order they joined, questions in the set's order."""

    code: str
    title: str
    questions: Sequence[AskedQuestion]
    students: Sequence[Student]
    answers: Sequence[Answer]

    @cached_property
    def given(self) -> Mapping[tuple[str, str], Answer]:
        """The answer of each (student's key, question's id); the first in time where there are several."""
        latest_first = sorted(self.answers, key=lambda answer: answer.at, reverse=True)
        return {(answer.student, answer.question): answer for answer in latest_first}

    def is_right(self, answer: Answer) -> bool:
        """Whether it is the right option of its question."""
        return answer.option == self._right[answer.question]

    def score(self, student: Student) -> int:
        """How many questions the student has right."""
        given = (self.given.get((student.key, question.id)) for question in self.questions)
        return sum(answer is not None and self.is_right(answer) for answer in given)

    @cached_property
    def _right(self) -> Mapping[str, int]:
        return {question.id: question.right for question in self.questions}
