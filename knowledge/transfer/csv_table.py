"""Entries as a CSV table: a header with field names, one entry per row."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from knowledge.transfer.cells import from_cell, to_cell
from knowledge.transfer.faults import LineFault, nearest
from knowledge.transfer.fields import ALL_FIELDS, Record
from knowledge.transfer.source import Row, Source

_NEEDED = ("kind", "id")
_NO_HEADER = "The first row is not a header: it lacks the columns kind and id."
_OTHER_SEPARATOR = "The cells are separated by something else than commas."
OTHER_TABLE = frozenset({_NO_HEADER, _OTHER_SEPARATOR})
"""The problems of a table that may be no table of entries at all."""


@dataclass(frozen=True)
class TableRow:
    """One row's cells as texts, and the first and last line that it stands on."""

    first: int
    last: int
    cells: list[str]

    def touches(self, lines: set[int]) -> bool:
        """Whether the row stands on one of these lines."""
        return not lines.isdisjoint(range(self.first, self.last + 1))


def read_csv(source: Source) -> tuple[list[Row], list[LineFault]]:
    """The rows of the table, and the rows that cannot be read. Rows of empty cells are skipped."""
    table = list(_table(source))
    if table and isinstance(table[0], TableRow) and table[0].touches(source.unreadable):
        return [], []
    return read_table(row for row in table if isinstance(row, LineFault) or not row.touches(source.unreadable))


def read_table(table: Iterable[TableRow | LineFault]) -> tuple[list[Row], list[LineFault]]:
    """The rows of a table whose first row is its header, and what is wrong with it."""
    rest = iter(table)
    header = next(rest, None)
    if header is None or isinstance(header, LineFault):
        return [], [] if header is None else [header]
    names = [name.strip() for name in header.cells]
    faults = _header_faults(header.first, names)
    if faults:
        return [], faults
    rows: list[Row] = []
    for found in rest:
        read = found if isinstance(found, LineFault) else _read_row(found, names)
        if isinstance(read, LineFault):
            faults.append(read)
        else:
            rows.append(read)
    return rows, faults


def write_csv(records: Iterable[Record], file: TextIO) -> int:
    """Writes a table with all columns; returns how many records it holds."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(ALL_FIELDS)
    count = 0
    for record in records:
        writer.writerow([to_cell(record.get(field)) for field in ALL_FIELDS])
        count += 1
    return count


def _table(source: Source) -> Iterator[TableRow | LineFault]:
    """Each row that is not empty; after a wrong quotation mark nothing is certain, so it is the last."""
    reader = csv.reader(source.lines, strict=True)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield _quote_fault(first, reader.line_num, error)
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield TableRow(first, reader.line_num, cells)


def _quote_fault(first: int, last: int, error: csv.Error) -> LineFault:
    where = f"on line {first}" if first == last else f"between lines {first} and {last}"
    problem = f"A quotation mark {where} is not closed or stands in the wrong place ({error}); nothing below was read."
    return LineFault(
        first, None, problem, 'Put quotation marks around the whole cell and write a mark inside it twice: "".'
    )


def _header_faults(line: int, names: list[str]) -> list[LineFault]:
    if len(names) == 1 and any(mark in names[0] for mark in ";\t"):
        return [LineFault(line, None, _OTHER_SEPARATOR, "Save the file as CSV with commas.")]
    faults = [_unknown_column(line, name, names) for name in names if name not in ALL_FIELDS]
    repeated = dict.fromkeys(name for name in names if name in ALL_FIELDS and names.count(name) > 1)
    faults += [LineFault(line, name, "The column is there twice.", "Keep one of the two.") for name in repeated]
    missing = [name for name in _NEEDED if name not in names]
    if len(missing) == len(_NEEDED):
        return [LineFault(line, None, _NO_HEADER, "Put the names of the columns in the first row.")]
    return faults + [LineFault(line, name, "The column is missing.", "Add it to the header.") for name in missing]


def _unknown_column(line: int, name: str, names: Sequence[str]) -> LineFault:
    if not name:
        return LineFault(line, None, f"Column {names.index(name) + 1} has no name.", "Name the column or delete it.")
    guess = nearest(name, ALL_FIELDS)
    mend = f"Did you mean {guess!r}? Else delete the column." if guess else "Delete the column."
    return LineFault(line, name, "There is no such field.", mend)


def _read_row(row: TableRow, names: list[str]) -> Row | LineFault:
    if len(row.cells) != len(names):
        problem = f"The row has {len(row.cells)} cells, the header has {len(names)}."
        mend = "Put texts with commas between double quotes, and leave a cell empty instead of leaving it out."
        return LineFault(row.first, None, problem, mend)
    values = {name: from_cell(name, cell) for name, cell in zip(names, row.cells, strict=True)}
    return Row(row.first, {name: value for name, value in values.items() if value is not None})
