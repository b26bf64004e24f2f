"""Reads a file of entries and says what is wrong with each line."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from knowledge.entry import FactCheck, Guideline, QuizItem, Status, Verdict
from knowledge.errors import TransferError
from knowledge.transfer.checking import Checked, check
from knowledge.transfer.csv_table import read_csv
from knowledge.transfer.elsewhere import entry_rows
from knowledge.transfer.faults import LineFault, listed
from knowledge.transfer.json_document import Item, read_document
from knowledge.transfer.json_lines import read_json_lines
from knowledge.transfer.source import Row, read_source

Decided = Mapping[str, Verdict]
_Rows = tuple[list[Row], list[LineFault]]
_NOTHING_DECIDED: Final[Decided] = MappingProxyType({})


@dataclass(frozen=True)
class ReadResult:
    """What a file holds.

    Attributes:
        items: the entries of the good lines, each with the status its line gives, if any.
        faults: what is wrong with the bad lines, in the order of the file.
        lines: every id in the file, of good and of bad lines, with the line it stands on first.
        reviews: the ids of entries that were read from another format's reviews.
    """

    items: list[tuple[FactCheck | Guideline | QuizItem, Status | None]]
    faults: list[LineFault]
    lines: dict[str, int] = field(default_factory=dict)
    reviews: set[str] = field(default_factory=set)


def _json_lines(path: Path, decided: Decided) -> _Rows:
    source = read_source(path)
    rows, faults = read_json_lines(source)
    made, more = entry_rows([Item(row.line, "", row.record) for row in rows], decided)
    return made, [*source.faults, *faults, *more]


def _document(path: Path, decided: Decided) -> _Rows:
    source = read_source(path)
    items, faults = read_document(source)
    made, more = entry_rows(items, decided)
    return made, [*source.faults, *faults, *more]


def _csv(path: Path, _: Decided) -> _Rows:
    source = read_source(path)
    rows, faults = read_csv(source)
    return rows, [*source.faults, *faults]


def _workbook(path: Path, _: Decided) -> _Rows:
    from knowledge.transfer.workbook import read_workbook  # the bot starts without it

    return read_workbook(path)


_READERS: Final[Mapping[str, Callable[[Path, Decided], _Rows]]] = {
    ".jsonl": _json_lines,
    ".csv": _csv,
    ".xlsx": _workbook,
    ".json": _document,
    ".jsonld": _document,
}
READABLE: Final = tuple(_READERS)
"""The suffixes of the files that can be read."""


def format_of(path: Path, known: Collection[str] = READABLE) -> str:
    """The file's format, by its suffix.

    Raises:
        TransferError: the suffix is none of those known.
    """
    suffix = path.suffix.lower()
    if suffix not in known:
        raise TransferError(f"{path.name}: the name must end in {listed(known)}.")
    return suffix


def read_entries(path: Path, decided: Decided = _NOTHING_DECIDED) -> ReadResult:
    """Reads every line; a bad one is reported and keeps no other from being read.

    Args:
        path: entries as `.jsonl`, `.csv` or `.xlsx`, or other publishers' reviews as `.json`, `.jsonld` or `.jsonl`.
        decided: what a person decided about publishers' ratings (see `ratings.verdict_of`).

    Raises:
        TransferError: the file is missing, unreadable, of another format or no text in UTF-8.
    """
    rows, faults = _READERS[format_of(path)](path, decided)
    if not rows and not faults:
        mend = "Write at least one entry; in a table below a header with the names of the columns."
        return ReadResult([], [LineFault(1, None, "The file holds no entries.", mend)])
    result = ReadResult([], faults)
    for row in rows:
        _take(row, result)
    result.faults.sort(key=lambda fault: fault.line)
    return result


def _take(row: Row, result: ReadResult) -> None:
    entry_id = row.record.get("id")
    first = result.lines.setdefault(entry_id, row.line) if isinstance(entry_id, str) else row.line
    if first != row.line:
        problem = f"The id {entry_id!r} stands on line {first} already."
        result.faults.append(LineFault(row.line, "id", problem, "Give each entry an id of its own."))
    checked = check(row)
    if isinstance(checked, Checked):
        result.items.append((checked.entry, checked.status))
        if row.is_review:
            result.reviews.add(checked.entry.id)
    else:
        result.faults.extend(replace(fault, field=row.names.get(fault.field or "", fault.field)) for fault in checked)
