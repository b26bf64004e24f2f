"""Reads a file of entries and says what is wrong with each line."""

from dataclasses import dataclass, field
from pathlib import Path

from knowledge.entry import FactCheck, Guideline, QuizItem, Status
from knowledge.errors import TransferError
from knowledge.transfer.checking import Checked, check
from knowledge.transfer.csv_table import read_csv
from knowledge.transfer.faults import LineFault
from knowledge.transfer.json_lines import read_json_lines
from knowledge.transfer.source import Row, read_source

_READERS = {".jsonl": read_json_lines, ".csv": read_csv}


@dataclass(frozen=True)
class ReadResult:
    """What a file holds.

    Attributes:
        items: the entries of the good lines, each with the status its line gives, if any.
        faults: what is wrong with the bad lines, in the order of the file.
        lines: every id in the file, of good and of bad lines, with the line it stands on first.
    """

    items: list[tuple[FactCheck | Guideline | QuizItem, Status | None]]
    faults: list[LineFault]
    lines: dict[str, int] = field(default_factory=dict)


def format_of(path: Path) -> str:
    """The file's format, by its suffix: `.jsonl` or `.csv`.

    Raises:
        TransferError: the suffix is another.
    """
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        raise TransferError(f"{path.name}: the name must end in .jsonl (JSON Lines) or .csv.")
    return suffix


def read_entries(path: Path) -> ReadResult:
    """Reads every line; a bad one is reported and keeps no other from being read.

    Raises:
        TransferError: the file is missing, unreadable, of another format or no text in UTF-8.
    """
    reader = _READERS[format_of(path)]
    source = read_source(path)
    rows, row_faults = reader(source)
    faults = [*source.faults, *row_faults]
    if not rows and not faults:
        mend = "Write at least one entry; in CSV below a header with the names of the columns."
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
    else:
        result.faults.extend(checked)
