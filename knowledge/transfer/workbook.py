"""Entries as a spreadsheet (.xlsx): the first sheet is the table, as in CSV.

Cells are written as texts, also where a text looks like a formula, with the apostrophe that `cells` puts before it: so
nothing becomes a formula when somebody saves the sheet as CSV. A formula in a sheet that is read is a fault: the file
holds what it is made of, and only the program that made it knows what comes of it.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.cell import Cell, MergedCell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from knowledge.errors import TransferError
from knowledge.transfer.cells import to_cell
from knowledge.transfer.csv_table import TableRow, read_table
from knowledge.transfer.faults import LineFault
from knowledge.transfer.fields import ALL_FIELDS, Record
from knowledge.transfer.source import Row, bytes_of

SHEET: Final = "entries"
_MOST_BYTES: Final = 100_000_000  # unpacked: a sheet of 10,000 full entries has about a fifth of this
_LOCKED: Final = b"\xd0\xcf\x11\xe0"  # what .xls and sheets with a password begin with
# What XML cannot hold, or changes; ECMA-376 writes it as _xHHHH_, and an underscore that would read so as _x005F_.
_UNSAFE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WIDE: Final = 40
_NARROW: Final = 16


def read_workbook(path: Path) -> tuple[list[Row], list[LineFault]]:
    """The rows of the first sheet, and the rows that cannot be read. Rows of empty cells are skipped.

    Raises:
        TransferError: the file cannot be read, is locked by a password, damaged or beyond all size.
    """
    data = bytes_of(path)
    _refuse_unreadable(path, data)
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        found = [_table_row(number, row) for number, row in enumerate(sheet.iter_rows(), start=1)]
    except Exception as error:  # openpyxl raises whatever a damaged part happens to cause
        raise TransferError(
            f"{path.name} is damaged ({error}). Open it in a spreadsheet program and save it again."
        ) from error
    return read_table(_evened([row for row in found if row is not None]))


def write_workbook(records: Iterable[Record], file: Path) -> int:
    """Writes a table with all columns; returns how many records it holds."""
    rows = [[to_cell(record.get(field)) for field in ALL_FIELDS] for record in records]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    add_header(sheet)
    for row in rows:
        sheet.append([text_cell(sheet, text) for text in row])
    book.save(file)
    return len(rows)


def add_header(sheet: WriteOnlyWorksheet) -> None:
    """Writes the names of all columns, which stay in sight, and makes the columns of texts wide."""
    sheet.freeze_panes = "C2"
    for number, field in enumerate(ALL_FIELDS, start=1):
        letter = get_column_letter(number)
        columns = sheet.column_dimensions  # type: ignore[attr-defined]  # the stubs lack it
        columns[letter].width = _WIDE if field[-3:] in ("_ms", "_en") else _NARROW
    sheet.append([text_cell(sheet, field, bold=True) for field in ALL_FIELDS])


def text_cell(sheet: WriteOnlyWorksheet, text: str, *, bold: bool = False) -> Cell | None:
    """A cell that holds a text and nothing but a text, whatever it begins with; None for an empty one."""
    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=_UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(bold=True)
    return cell


def _refuse_unreadable(path: Path, data: bytes) -> None:
    if data.startswith(_LOCKED):
        problem = "is an old .xls file or is locked by a password"
        raise TransferError(f"{path.name} {problem}. Take the password off and save it as .xlsx.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except BadZipFile as error:
        raise TransferError(f"{path.name} is no .xlsx file. Save it as 'Excel Workbook (.xlsx)'.") from error
    if unpacked > _MOST_BYTES:
        raise TransferError(f"{path.name} unpacks to {unpacked:,} bytes; at most {_MOST_BYTES:,} are read. Split it.")


def _table_row(number: int, cells: Sequence[Cell | MergedCell]) -> TableRow | LineFault | None:
    """A row as texts, without empty cells at its end; a fault where a cell holds no value, None if all are empty."""
    for cell in cells:
        if cell.data_type in _NO_VALUES:
            problem, mend = _NO_VALUES[cell.data_type]
            return LineFault(number, None, f"Cell {cell.coordinate} {problem}", mend)
    texts = [_text(cell.value) for cell in cells]
    while texts and not texts[-1].strip(" \t\r\n"):
        texts.pop()
    return TableRow(number, number, texts) if texts else None


def _evened(rows: list[TableRow | LineFault]) -> list[TableRow | LineFault]:
    """Rows as wide as the header: a sheet does not keep empty cells at the end."""
    width = len(rows[0].cells) if rows and isinstance(rows[0], TableRow) else 0
    return [
        TableRow(row.first, row.last, row.cells + [""] * (width - len(row.cells))) if isinstance(row, TableRow) else row
        for row in rows
    ]


_NO_VALUES: Final = {
    "f": ("holds a formula.", "Copy the column and paste it as values only."),
    "e": ("holds an error such as #N/A.", "Write the value, or empty the cell."),
}


def _text(value: object) -> str:
    """A cell as CSV would have it: whole numbers without a point, days in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).lower() if isinstance(value, bool) else str(value)
