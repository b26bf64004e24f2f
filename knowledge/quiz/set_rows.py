"""A question set's file as rows of text: CSV as spreadsheets and people save it, or XLSX."""

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.quiz.set_faults import Problem, SetFault
from knowledge.transfer.cells import from_cell

MOST_BYTES: Final = 1_000_000
_MOST_UNPACKED: Final = 20_000_000  # a workbook is a zip archive: a small one may hold a bomb
_MOST_ROWS: Final = 2_000
_MOST_COLUMNS: Final = 60
_ARCHIVE: Final = b"PK\x03\x04"
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class TextRow:
    """The cells of a line that is not empty, without the blanks around them; the line as an editor shows it."""

    line: int
    cells: tuple[str, ...]


def read_rows(content: bytes) -> list[TextRow] | SetFault:
    """The rows of a file, or why it cannot be read. What it is, is told by its bytes, not by its name."""
    if len(content) > MOST_BYTES:
        return SetFault(Problem.TOO_BIG, params={"limit": MOST_BYTES // 1000})
    if content.startswith(_ARCHIVE):
        return _workbook(content)
    text = _text(content)
    return text if isinstance(text, SetFault) else _csv(text)


def _text(content: bytes) -> str | SetFault:
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        is_binary = b"\x00" in content[:1000]
        line = None if is_binary else content.count(b"\n", 0, error.start) + 1
        return SetFault(Problem.NO_TABLE if is_binary else Problem.NOT_UTF8, line)
    return SetFault(Problem.NO_TABLE) if "\x00" in text else text


def _csv(text: str) -> list[TextRow] | SetFault:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[TextRow] = []
    line = 1
    try:
        for cells in reader:
            rows += _row(line, map(_without_apostrophe, cells))
            line = reader.line_num + 1
    except csv.Error:
        return SetFault(Problem.OPEN_QUOTE, line)
    return rows


def _without_apostrophe(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return str(from_cell("", cell) or "")


def _delimiter(text: str) -> str:
    """What stands between the cells of the first line: Excel writes what the computer's region prefers."""
    first = text.lstrip().partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)


def _workbook(content: bytes) -> list[TextRow] | SetFault:
    """The rows of a workbook's first sheet."""
    from openpyxl import load_workbook  # the bot starts without it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
                return SetFault(Problem.TOO_BIG, params={"limit": _MOST_UNPACKED // 1000})
            if "xl/workbook.xml" not in archive.namelist():
                return SetFault(Problem.NO_TABLE)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        found = sheet.iter_rows(values_only=True, max_row=_MOST_ROWS, max_col=_MOST_COLUMNS)
        rows = list(_sheet_rows(found))
        book.close()
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
        SyntaxError,
        OSError,
    ):
        return SetFault(Problem.BROKEN_WORKBOOK)
    return rows


def _sheet_rows(found: Iterable[tuple[object, ...]]) -> Iterator[TextRow]:
    for line, cells in enumerate(found, start=1):
        yield from _row(line, [_cell_text(cell) for cell in cells])


def _row(line: int, cells: Iterable[str]) -> list[TextRow]:
    stripped = [cell.strip(" \t\r\n\xa0") for cell in cells]
    while stripped and not stripped[-1]:
        stripped.pop()
    return [TextRow(line, tuple(stripped))] if stripped else []


def _cell_text(cell: object) -> str:
    """A number as a person typed it: 2, not 2.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
