"""Own question sets, from files as teachers make them."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from knowledge.quiz.own_question import ASKABLE_ADAPTER, OwnQuestion
from knowledge.quiz.question_check import cells_of, check_question
from knowledge.quiz.question_sets import MOST_QUESTIONS, SetReading, read_question_set, template, written_set
from knowledge.quiz.set_columns import Column, column_names, column_of, example
from knowledge.quiz.set_faults import Problem, SetFault
from knowledge.quiz.set_rows import MOST_BYTES
from knowledge.text.language import Language

HEADER = "Soalan (BM),A (BM),B (BM),C (BM),D (BM),Huraian (BM),Betul (A-D)"
GOOD = "Apa itu SPR?,Badan pilihan raya,Bank,Parti,Akhbar,Ia mengurus pilihan raya.,A"


def read(*lines: str, encoding: str = "utf-8") -> SetReading:
    return read_question_set("\n".join(lines).encode(encoding))


def found(*lines: str) -> list[tuple[Problem, int | None, Column | None]]:
    return [(fault.problem, fault.line, fault.column) for fault in read(*lines).faults]


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_line_becomes_a_question() -> None:
    """One language is enough; level and technique may be left out."""
    reading = read(HEADER, GOOD)
    assert reading.faults == []
    (question,) = reading.questions
    assert question.question_ms == "Apa itu SPR?"
    assert question.options_ms == ("Badan pilihan raya", "Bank", "Parti", "Akhbar")
    assert (question.answer_index, question.difficulty, question.question_en) == (0, 2, None)
    assert question.languages() == (Language.MS,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_as_programs_save_it(encoding: str, mark: str) -> None:
    """Excel and others write commas, semicolons or tabs, with and without a byte order mark."""
    lines = [line.replace(",", mark) for line in (HEADER, GOOD)]
    reading = read(*lines, encoding=encoding)
    assert (len(reading.questions), reading.faults) == (1, [])


def test_xlsx_is_read_by_its_bytes() -> None:
    """A workbook needs no name to be known; numbers in cells are texts."""
    head = tuple(HEADER.split(","))
    reading = read_question_set(workbook(head, (), ("Tahun PRU15?", 2018, 2020, 2022.0, 2013, None, 3)))
    assert reading.faults == []
    assert reading.questions[0].options_ms == ("2018", "2020", "2022", "2013")
    assert reading.questions[0].answer_index == 2


@pytest.mark.parametrize("right", ["c", "C", " (C) ", "3", "Parti", "PARTI"])
def test_the_right_answer_as_people_write_it(right: str) -> None:
    """A letter, a number or the option's own text."""
    assert read(HEADER, GOOD[:-1] + right).questions[0].answer_index == 2


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Apa?,a,b,c,,,A", (Problem.MISSING, 2, Column.D_MS)),
        (",a,b,c,d,,A", (Problem.MISSING, 2, Column.QUESTION_MS)),
        ("Apa?,a,b,c,d,,", (Problem.NO_RIGHT, 2, Column.RIGHT)),
        ("Apa?,a,b,c,d,,E", (Problem.UNKNOWN_RIGHT, 2, Column.RIGHT)),
        ("Apa?,a,B,b,d,,A", (Problem.SAME_OPTION, 2, Column.C_MS)),
        (",,,,,,A", (Problem.NO_LANGUAGE, 2, None)),
        ("Apa?,a,b,c,d,x,A,lagi", (Problem.TOO_MANY_CELLS, 2, None)),
        ("x" * 301 + ",a,b,c,d,,A", (Problem.TOO_LONG, 2, Column.QUESTION_MS)),
        ("Apa?,a,b," + "c" * 101 + ",d,,A", (Problem.TOO_LONG, 2, Column.C_MS)),
        ("Apa?,a,b,c,d," + "e" * 201 + ",A", (Problem.TOO_LONG, 2, Column.EXPLANATION_MS)),
        ('Apa?,a,b,c,d,"1\n2\n3\n4",A', (Problem.LINE_BREAKS, 2, Column.EXPLANATION_MS)),
    ],
)
def test_each_fault_names_its_line_and_column(line: str, fault: tuple[Problem, int, Column | None]) -> None:
    """One fault, at its place, and the good line below is read all the same."""
    assert found(HEADER, line, GOOD) == [fault]
    assert len(read(HEADER, line, GOOD).questions) == 1


def test_what_fits_exactly_is_no_fault() -> None:
    """300, 100 and 200 characters and two line breaks are allowed."""
    explanation = "e" * 196 + "\n\n" + "e" * 2
    line = f'{"q" * 300},{"a" * 100},b,c,d,"{explanation}",A'
    assert read(HEADER, line).faults == []


def test_a_fault_says_how_much_is_too_much() -> None:
    """The mend needs the numbers."""
    (fault,) = read(HEADER, "x" * 312 + ",a,b,c,d,,A").faults
    assert fault.params == {"length": 312, "limit": 300, "excess": 12}


def test_lines_are_those_of_the_editor() -> None:
    """Blank lines and line breaks inside a cell are counted as an editor counts them."""
    quoted = 'Apa?,a,b,c,d,"satu\ndua",A'
    assert found(HEADER, "", quoted, "Apa lagi?,a,b,c,d,,") == [(Problem.NO_RIGHT, 5, Column.RIGHT)]


def test_the_same_question_twice() -> None:
    """It names the first of the two."""
    (fault,) = read(HEADER, GOOD, GOOD.upper()).faults
    assert (fault.problem, fault.line, fault.params) == (Problem.SAME_QUESTION, 3, {"first": 2})


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ((), Problem.NO_QUESTIONS),
        ((HEADER,), Problem.NO_QUESTIONS),
        ((GOOD,), Problem.NO_HEADER),
        (("Soalan (BM),A (BM),B (BM),C (BM),Betul", GOOD), Problem.NO_HEADER),
        ((HEADER + ",Markah", GOOD + ",5"), Problem.UNKNOWN_COLUMN),
        ((HEADER + ",Jawapan", GOOD + ",A"), Problem.DOUBLED_COLUMN),
        ((HEADER, 'Apa?,"a,b,c,d,,A', GOOD), Problem.OPEN_QUOTE),
        ((HEADER, *[GOOD.replace("SPR", f"SPR{n}") for n in range(MOST_QUESTIONS + 1)]), Problem.TOO_MANY),
    ],
)
def test_files_that_are_no_question_set(lines: tuple[str, ...], problem: Problem) -> None:
    """Each has one fault, and nothing of it is taken for a question."""
    reading = read(*lines)
    assert [fault.problem for fault in reading.faults] == [problem]
    assert reading.questions == []


def bomb() -> bytes:
    """An archive that is small, and large when unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"x" * (MOST_BYTES + 1), Problem.TOO_BIG),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", Problem.NO_TABLE),
        ("Soalan,Café".encode("latin-1"), Problem.NOT_UTF8),
        (b"PK\x03\x04 and no more", Problem.BROKEN_WORKBOOK),
        (workbook(("a",))[:-300], Problem.BROKEN_WORKBOOK),
        (bomb(), Problem.TOO_BIG),
    ],
    ids=["big", "picture", "latin-1", "no archive", "cut", "bomb"],
)
def test_bytes_that_are_no_table(content: bytes, problem: Problem) -> None:
    """Each is told apart, and none raises."""
    assert [fault.problem for fault in read_question_set(content).faults] == [problem]


@given(st.binary(max_size=400))
def test_no_bytes_raise(content: bytes) -> None:
    """Whatever is sent, the answer is a reading."""
    reading = read_question_set(content)
    assert reading.faults or reading.questions


@pytest.mark.parametrize("language", Language)
def test_the_template_is_read_as_it_is_meant(language: Language) -> None:
    """Empty it has no questions yet; with its own example filled in it has one without a fault."""
    file = template(language)
    assert [fault.problem for fault in read_question_set(file.content).faults] == [Problem.NO_QUESTIONS]
    book = load_workbook(io.BytesIO(file.content))
    first, second = book.worksheets
    first.append([cell.value for cell in second[2]])
    out = io.BytesIO()
    book.save(out)
    reading = read_question_set(out.getvalue())
    assert reading.faults == []
    assert reading.questions[0].languages() == (Language.MS, Language.EN)


def test_a_written_set_is_read_back_unchanged() -> None:
    """Formula signs, apostrophes and line breaks survive."""
    cells = {**example(), Column.QUESTION_MS: "=1+1 ialah?", Column.A_MS: "'+2'", Column.EXPLANATION_MS: "Dua.\nYa."}
    question = check_question("q1", 2, cells)
    assert isinstance(question, OwnQuestion)
    for language in Language:
        reading = read_question_set(written_set("K7M4RP", [question], language).content)
        assert (reading.questions, reading.faults) == ([question], [])
    assert check_question("q1", 2, cells_of(question)) == question


@pytest.mark.parametrize("language", Language)
def test_every_column_is_known_by_its_head(language: Language) -> None:
    """What the template writes, the reader knows."""
    assert set(column_names(language)) == set(Column)
    assert {column_of(name.upper()) for name in column_names(language).values()} == set(Column)


def test_a_class_can_read_back_either_sort() -> None:
    """An own question and an item of the bank are told apart when they are read back."""
    question = check_question("q1", 2, example())
    assert isinstance(question, OwnQuestion)
    assert ASKABLE_ADAPTER.validate_python(question.model_dump(mode="json")) == question


def test_faults_are_values() -> None:
    """Two readings of one file have equal faults."""
    assert read(HEADER, "x").faults == read(HEADER, "x").faults
    assert isinstance(read(HEADER, "x").faults[0], SetFault)
