"""An educator's own question set, read from a file and written as one."""

from dataclasses import dataclass
from typing import Final

from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.question_check import Cells, cells_of, check_question
from knowledge.quiz.results import ResultFile
from knowledge.quiz.set_columns import Column, column_of, option_columns, question_column
from knowledge.quiz.set_faults import Problem, SetFault
from knowledge.quiz.set_rows import TextRow, read_rows
from knowledge.text.language import Language

MOST_QUESTIONS: Final = 100
TITLE_CHARS: Final = 60


@dataclass(frozen=True)
class SetReading:
    """The good questions of a file, and what is wrong with the others; a set is stored only without faults."""

    questions: list[OwnQuestion]
    faults: list[SetFault]


def read_question_set(content: bytes) -> SetReading:
    """Reads a CSV or XLSX file: a header, then one question per line.

    Blank lines are skipped; columns may stand in any order, and those of a language that is not used may be missing.
    """
    rows = read_rows(content)
    if isinstance(rows, SetFault):
        return SetReading([], [rows])
    if not rows:
        return SetReading([], [SetFault(Problem.NO_QUESTIONS)])
    header, *lines = rows
    columns = _columns(header)
    if isinstance(columns, list):
        return SetReading([], columns)
    if not lines:
        return SetReading([], [SetFault(Problem.NO_QUESTIONS, header.line)])
    if len(lines) > MOST_QUESTIONS:
        return SetReading([], [SetFault(Problem.TOO_MANY, lines[MOST_QUESTIONS].line, None, {"limit": MOST_QUESTIONS})])
    return _checked(lines, columns)


def template(language: Language) -> ResultFile:
    """A workbook to fill in, with the columns of both languages and a choice for the right answer and the level."""
    return _workbook("template", language, [])


def written_set(code: str, questions: list[OwnQuestion], language: Language) -> ResultFile:
    """The set as a workbook that `read_question_set` reads back unchanged."""
    return _workbook(code, language, [cells_of(question) for question in questions])


def _columns(header: TextRow) -> dict[int, Column] | list[SetFault]:
    """Which column each place of the header is, or what is wrong with the header."""
    found = {place: column_of(head) for place, head in enumerate(header.cells) if head}
    known = [column for column in found.values() if column is not None]
    if Column.RIGHT not in known or not any(set(_needed(language)) <= set(known) for language in Language):
        return [SetFault(Problem.NO_HEADER, header.line)]
    faults = [
        SetFault(Problem.UNKNOWN_COLUMN, header.line, None, {"shown": header.cells[place][:60]})
        for place, column in found.items()
        if column is None
    ]
    doubled = {column for column in known if known.count(column) > 1}
    faults += [SetFault(Problem.DOUBLED_COLUMN, header.line, column) for column in Column if column in doubled]
    return faults or {place: column for place, column in found.items() if column is not None}


def _needed(language: Language) -> tuple[Column, ...]:
    return (question_column(language), *option_columns(language))


def _checked(lines: list[TextRow], columns: dict[int, Column]) -> SetReading:
    reading = SetReading([], [])
    first_lines: dict[str, int] = {}
    for number, row in enumerate(lines, start=1):
        cells = {columns[place]: cell for place, cell in enumerate(row.cells) if cell and place in columns}
        beyond = any(cell for place, cell in enumerate(row.cells) if place not in columns)
        checked = (
            [SetFault(Problem.TOO_MANY_CELLS, row.line)] if beyond else check_question(f"q{number}", row.line, cells)
        )
        if isinstance(checked, list):
            reading.faults.extend(checked)
            continue
        reading.questions.append(checked)
        reading.faults.extend(_repeated(cells, row.line, first_lines))
    return reading


def _repeated(cells: Cells, line: int, first_lines: dict[str, int]) -> list[SetFault]:
    for language in Language:
        column = question_column(language)
        question = cells.get(column, "").casefold()
        if question and (first := first_lines.setdefault(question, line)) != line:
            return [SetFault(Problem.SAME_QUESTION, line, column, {"first": first})]
    return []


def _workbook(name: str, language: Language, filled: list[dict[Column, str]]) -> ResultFile:
    from knowledge.quiz.set_workbook import set_workbook  # the bot starts without it

    return ResultFile(f"{name}.xlsx", set_workbook(language, filled, MOST_QUESTIONS))
