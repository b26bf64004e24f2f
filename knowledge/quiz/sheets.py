"""Workbooks whose texts are texts, whatever they look like; imported where it is used, as few processes need one."""

import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.quiz.cell_values import Value, storable

_WIDEST: Final = 60
_WIDTH_MARGIN: Final = 2
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def fill(sheet: Worksheet, rows: Sequence[Sequence[Value]]) -> None:
    """Writes the rows, the first of them as heads that stay in view."""
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                _keep_as_text(sheet.cell(number, column, value=storable(value) if isinstance(value, str) else value))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    for column in range(1, len(rows[0]) + 1):
        widest = max(len(str(row[column - 1])) for row in rows if len(row) >= column)
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, widest + _WIDTH_MARGIN)


def empty_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def written(book: Workbook) -> bytes:
    """The workbook as an XLSX file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _keep_as_text(cell: Cell | MergedCell) -> None:
    """Openpyxl makes a formula of "=..." and an error of "#N/A"; this undoes it, as a typed apostrophe would."""
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(_FORMULA_STARTS)
