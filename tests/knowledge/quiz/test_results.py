"""What a class takes home."""

import csv
import io
import re
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook

from knowledge.quiz.gain import gain
from knowledge.quiz.headings import Heading, headings
from knowledge.quiz.record import ClassRecord
from knowledge.quiz.results import ResultFile, results_csv, results_xlsx
from knowledge.text.language import Language
from tests.bot.test_localisation import INDONESIAN

from .class_records import chance_record, record

BOTH = pytest.mark.parametrize("language", Language)
NASTY = (
    '=HYPERLINK("https://x.example";"x")',
    "+60123",
    "-1+1",
    "@SUM(A1)",
    "#N/A",
    "a\x00b\x0b",
    "\ud83d half",
    "'=1",
)


def named(names: tuple[str, ...]) -> ClassRecord:
    """A class whose students chose these nicknames; each answered the one question."""
    made = record([[0]] * len(names))
    students = [replace(one, nickname=name) for one, name in zip(made.students, names, strict=True)]
    return replace(made, students=students)


def rows_of(file: ResultFile) -> list[dict[str, str]]:
    assert file.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))


@BOTH
def test_every_heading_exists_in_both_languages(language: Language) -> None:
    """The table of headings and the code name the same words."""
    assert set(headings(language)) == set(Heading)
    assert all(headings(language).values())


def test_malay_headings_are_malaysian() -> None:
    """No Indonesian word stands on a file."""
    words = set(re.findall(r"\w+", " ".join(headings(Language.MS).values()).lower()))
    assert not words & set(INDONESIAN)


@BOTH
def test_csv_has_one_row_per_answer_and_one_per_student(language: Language) -> None:
    """The answers in the file are the answers that were given, no more and no fewer."""
    made = chance_record(3, students=12, questions=6)
    words = headings(language)
    answers, students, questions = map(rows_of, results_csv(made, language))
    assert len(answers) == len(made.answers)
    assert sum(int(row[words[Heading.IS_RIGHT]]) for row in answers) == sum(map(made.is_right, made.answers))
    assert [row[words[Heading.STUDENT]] for row in students] == [one.nickname for one in made.students]
    assert [int(row[words[Heading.RIGHT]]) for row in students] == [made.score(one) for one in made.students]
    assert len(questions) == 6
    assert sum(int(questions[0][letter]) for letter in "ABCD") == int(questions[0][words[Heading.ANSWERED]])
    assert students[0].keys() >= {"Q1", "Q6"}
    assert answers[0][words[Heading.ANSWERED_AT]].startswith("2026-11-25 10:")  # 02:00 UTC, in Malaysia


def test_no_key_of_a_person_is_in_a_file() -> None:
    """A file that leaves the bot knows nicknames only."""
    made = chance_record(3, students=4, questions=3)
    content = b"".join(file.content for file in results_csv(made, Language.EN))
    assert b"key1" not in content


def test_nothing_in_csv_is_a_formula() -> None:
    """A nickname that looks like a formula has an apostrophe before it; what no file can hold is left out."""
    students = rows_of(results_csv(named(NASTY), Language.EN)[1])
    cells = [row["Student"] for row in students]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert cells[0] == "'" + NASTY[0]
    assert cells[5] == "ab"


def test_nothing_in_xlsx_is_a_formula() -> None:
    """Every text is stored as text, as it was written; numbers and moments are numbers and moments."""
    made = named(NASTY)
    book = load_workbook(io.BytesIO(results_xlsx(made, Language.EN).content))
    sheet = book["Students"]
    column = [cell.value for cell in sheet[1]].index("Student") + 1
    cells = [sheet.cell(row, column) for row in range(2, 2 + len(NASTY))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:5]] == list(NASTY[:5])
    assert cells[0].quotePrefix
    assert not cells[4].quotePrefix
    assert isinstance(sheet["D2"].value, datetime)
    assert sheet["F2"].value == 1


@BOTH
def test_xlsx_has_every_table(language: Language) -> None:
    """Students, answers, questions, techniques; of a pair of tests the gain as well."""
    made = chance_record(3, students=12, questions=6)
    words = headings(language)
    names = [words[one] for one in (Heading.STUDENTS, Heading.ANSWERS, Heading.QUESTIONS, Heading.TECHNIQUES)]
    assert load_workbook(io.BytesIO(results_xlsx(made, language).content)).sheetnames == names
    found = gain([(0.2, 0.6), (0.4, 0.5), (0.1, 0.9)])
    book = load_workbook(io.BytesIO(results_xlsx(made, language, found).content))
    assert book.sheetnames == [*names, words[Heading.GAIN]]
    measures = {row[0]: row[1:] for row in book[words[Heading.GAIN]].iter_rows(values_only=True)}
    value, low, high = measures[words[Heading.DIFFERENCE]]
    assert value == pytest.approx(43.3)
    assert float(str(low)) < 43.3 < float(str(high))


def test_a_class_where_nobody_answered_has_files_too() -> None:
    """An empty class is no error."""
    made = replace(record([[None, None]]), students=[])
    answers, students, questions = map(rows_of, results_csv(made, Language.MS))
    assert (answers, students, len(questions)) == ([], [], 2)
    assert load_workbook(io.BytesIO(results_xlsx(made, Language.MS).content)).sheetnames[0] == "Pelajar"
