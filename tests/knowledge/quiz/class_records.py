"""Classes to count: made up, with seeded chance."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from knowledge.quiz.record import Answer, AskedQuestion, ClassRecord, Student

START = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
TECHNIQUES = ("impersonation", "scam", "false-context")


def question(number: int, *, right: int = 0, technique: str = "scam") -> AskedQuestion:
    options = tuple(f"Option {letter} of {number}" for letter in "ABCD")
    return AskedQuestion(f"q{number}", number, f"Question {number}?", options, right, technique, difficulty=2)


def student(number: int) -> Student:
    return Student(f"key{number}", f"Student {number}", START + timedelta(seconds=number))


def record(choices: Sequence[Sequence[int | None]], *, right: int = 0) -> ClassRecord:
    """A class whose rows are students and whose columns are the options they chose; None is no answer."""
    questions = [
        question(column + 1, right=right, technique=TECHNIQUES[column % len(TECHNIQUES)])
        for column in range(len(choices[0]))
    ]
    students = [student(row + 1) for row in range(len(choices))]
    answers = [
        Answer(students[row].key, questions[column].id, option, START + timedelta(minutes=column, seconds=row), 4.5)
        for row, options in enumerate(choices)
        for column, option in enumerate(options)
        if option is not None
    ]
    return ClassRecord("ABC234", "Kelas 4 Cempaka", questions, students, answers)


def chance_record(seed: int, students: int, questions: int, *, left_out: float = 0.1) -> ClassRecord:
    """Students of different ability, some answers missing; the right option is 0."""
    dice = random.Random(seed)  # noqa: S311
    rows: list[list[int | None]] = []
    for _ in range(students):
        ability = dice.uniform(0.2, 0.95)
        row: list[int | None] = [0 if dice.random() < ability else dice.randint(1, 3) for _ in range(questions)]
        rows.append([None if dice.random() < left_out else option for option in row])
    return record(rows)
