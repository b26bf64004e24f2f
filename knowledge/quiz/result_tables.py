"""A class's results as tables: a row of headings and rows of plain values, None where there is nothing to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from knowledge.quiz.cell_values import Value
from knowledge.quiz.gain import Gain, Interval
from knowledge.quiz.headings import Heading, headings
from knowledge.quiz.record import Answer, AskedQuestion, ClassRecord
from knowledge.quiz.statistics import QuestionStatistics, question_statistics, reliability, technique_results
from knowledge.text.language import Language

MALAYSIA: Final = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Table:
    """One sheet or file. Moments in its rows are naive, in Malaysian time, as spreadsheets want them."""

    name: Heading
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]


def answer_table(record: ClassRecord, language: Language) -> Table:
    """One row per answer that counts, by student and question."""
    heads = (
        Heading.CLASS_CODE, Heading.NUMBER, Heading.STUDENT, Heading.QUESTION_NUMBER, Heading.QUESTION,
        Heading.TECHNIQUE, Heading.CHOSEN, Heading.CHOSEN_TEXT, Heading.RIGHT_OPTION, Heading.IS_RIGHT,
        Heading.SECONDS, Heading.IS_LATE, Heading.ANSWERED_AT,
    )  # fmt: skip
    rows: list[list[Value]] = []
    for number, student in enumerate(record.students, start=1):
        for question in record.questions:
            answer = record.given.get((student.key, question.id))
            if answer is not None:
                rows.append([record.code, number, student.nickname, *_answer_cells(question, answer)])
    return _table(Heading.ANSWERS, heads, rows, language)


def student_table(record: ClassRecord, language: Language) -> Table:
    """One row per student, with 1, 0 or nothing for each question."""
    heads = (
        Heading.CLASS_CODE, Heading.NUMBER, Heading.STUDENT, Heading.JOINED_AT, Heading.ANSWERED, Heading.RIGHT,
        Heading.SHARE_RIGHT,
    )  # fmt: skip
    rows: list[list[Value]] = []
    for number, student in enumerate(record.students, start=1):
        given = [record.given.get((student.key, question.id)) for question in record.questions]
        marks = [None if answer is None else int(record.is_right(answer)) for answer in given]
        right = sum(mark or 0 for mark in marks)
        answered = sum(mark is not None for mark in marks)
        joined = _malaysian(student.joined_at)
        share = _percent(right / len(marks)) if marks else None
        rows.append([record.code, number, student.nickname, joined, answered, right, share, *marks])
    table = _table(Heading.STUDENTS, heads, rows, language)
    return Table(table.name, [*table.heads, *(f"Q{question.number}" for question in record.questions)], rows)


def question_table(record: ClassRecord, language: Language) -> Table:
    """One row per question: what the answers say about it."""
    heads = (
        Heading.QUESTION_NUMBER, Heading.QUESTION, Heading.TECHNIQUE, Heading.LEVEL, Heading.RIGHT_OPTION,
        Heading.ANSWERED, Heading.DIFFICULTY, Heading.DISCRIMINATION, Heading.UPPER_LOWER,
        Heading.MOST_CHOSEN_WRONG, Heading.NEEDS_A_LOOK,
    )  # fmt: skip
    found = question_statistics(record)
    table = _table(Heading.QUESTIONS, heads, [_question_cells(one) for one in found], language)
    width = max((len(one.choices) for one in found), default=0)
    counts = [[*one.choices, *[None] * (width - len(one.choices))] for one in found]
    letters = [letter(option) for option in range(width)]
    rows = [[*row, *more] for row, more in zip(table.rows, counts, strict=True)]
    return Table(table.name, [*table.heads, *letters], rows)


def technique_table(record: ClassRecord, language: Language) -> Table:
    """One row per technique, weakest first, and the reliability of the whole."""
    heads = (Heading.TECHNIQUE, Heading.QUESTIONS, Heading.ANSWERED, Heading.RIGHT, Heading.SHARE_RIGHT)
    rows: list[list[Value]] = [
        [one.technique, one.questions, one.answers, one.right, _percent(one.share)] for one in technique_results(record)
    ]
    rows.append(
        [headings(language)[Heading.RELIABILITY], len(record.questions), None, None, _rounded(reliability(record))]
    )
    return _table(Heading.TECHNIQUES, heads, rows, language)


def gain_table(found: Gain, language: Language) -> Table:
    """What a pair of tests says, with its 95 % intervals."""
    words = headings(language)
    rows: list[list[Value]] = [
        [words[Heading.STUDENTS], found.students, None, None],
        [words[Heading.BEFORE], _percent(found.before), None, None],
        [words[Heading.AFTER], _percent(found.after), None, None],
        [words[Heading.DIFFERENCE], *map(_percent, _parts(found.difference))],
    ]
    if found.normalised is not None:
        rows.append([words[Heading.NORMALISED_GAIN], *map(_rounded, _parts(found.normalised))])
    return _table(Heading.GAIN, (Heading.MEASURE, Heading.VALUE, Heading.LOW, Heading.HIGH), rows, language)


def letter(option: int) -> str:
    """A, B, C, ... as the option is called in files and pictures."""
    return chr(ord("A") + option)


def _answer_cells(question: AskedQuestion, answer: Answer) -> list[Value]:
    return [
        question.number,
        question.text,
        question.technique,
        letter(answer.option),
        question.options[answer.option],
        question.options[question.right],
        int(answer.option == question.right),
        None if answer.seconds is None else round(answer.seconds, 1),
        int(answer.is_late),
        _malaysian(answer.at),
    ]


def _question_cells(found: QuestionStatistics) -> list[Value]:
    question, wrong = found.question, found.most_chosen_wrong
    return [
        question.number,
        question.text,
        question.technique,
        question.difficulty,
        letter(question.right),
        found.answered,
        _percent(found.difficulty),
        _rounded(found.discrimination),
        _rounded(found.upper_lower),
        None if wrong is None else letter(wrong),
        int(found.needs_a_look),
    ]


def _parts(interval: Interval) -> tuple[float, float | None, float | None]:
    return interval.value, interval.low, interval.high


def _table(name: Heading, heads: Sequence[Heading], rows: Sequence[Sequence[Value]], language: Language) -> Table:
    return Table(name, [headings(language)[head] for head in heads], rows)


def _malaysian(moment: datetime) -> datetime:
    return moment.astimezone(MALAYSIA).replace(tzinfo=None, microsecond=0)


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)
