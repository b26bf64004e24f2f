"""A class's results as files to take home: CSV and XLSX, and no text in them is ever a formula."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.quiz.gain import Gain
from knowledge.quiz.headings import headings
from knowledge.quiz.record import ClassRecord
from knowledge.quiz.result_tables import (
    Table,
    Value,
    answer_table,
    gain_table,
    question_table,
    student_table,
    technique_table,
)
from knowledge.text.language import Language
from knowledge.transfer.cells import to_cell

_WIDEST: Final = 60
_WIDTH_MARGIN: Final = 2
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class ResultFile:
    """A file: its name, without a folder, and its bytes."""

    name: str
    content: bytes


def results_csv(record: ClassRecord, language: Language) -> list[ResultFile]:
    """Three files: one row per answer, one per student, one per question. UTF-8, with the mark that Excel wants."""
    tables = (answer_table, student_table, question_table)
    made = [make(record, language) for make in tables]
    return [ResultFile(f"{record.code}-{table.name.value}.csv", _csv(table)) for table in made]


def results_xlsx(record: ClassRecord, language: Language, gain: Gain | None = None) -> ResultFile:
    """One workbook with a sheet for each table.

    Args:
        record: the class, of a pair the post-test.
        language: of the headings.
        gain: what the pair of tests says, if this class is one of a pair.
    """
    tables = [make(record, language) for make in (student_table, answer_table, question_table, technique_table)]
    if gain is not None:
        tables.append(gain_table(gain, language))
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(headings(language)[table.name]), table)
    out = io.BytesIO()
    book.save(out)
    return ResultFile(f"{record.code}.xlsx", out.getvalue())


def storable(text: str) -> str:
    """The text without what no file can hold: control characters and halves of characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return ILLEGAL_CHARACTERS_RE.sub("", whole)


def _csv(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows([_csv_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(value: Value) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return to_cell(storable(value)) if isinstance(value, str) else to_cell(value)


def _fill(sheet: Worksheet, table: Table) -> None:
    rows: Sequence[Sequence[Value]] = [table.heads, *table.rows]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value=_xlsx_value(value))
    for row_of_cells in sheet.iter_rows():
        for cell in row_of_cells:
            _keep_as_text(cell)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column in range(1, len(table.heads) + 1):
        widest = max(len(str(row[column - 1] if row[column - 1] is not None else "")) for row in rows)
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, widest + _WIDTH_MARGIN)


def _xlsx_value(value: Value) -> Value:
    return storable(value) if isinstance(value, str) else value


def _keep_as_text(cell: Cell | MergedCell) -> None:
    """Openpyxl makes a formula of "=..." and an error of "#N/A"; this undoes it, as a typed apostrophe would."""
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(_FORMULA_STARTS)
