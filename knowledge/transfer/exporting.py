"""Writes every stored entry to a file that `import_entries` reads back unchanged."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from knowledge.errors import TransferError
from knowledge.store.entry_store import EntryStore, StoredEntry
from knowledge.transfer.csv_table import write_csv
from knowledge.transfer.fields import STATUS, Record, fields_of
from knowledge.transfer.json_lines import write_json_lines
from knowledge.transfer.reading import format_of


def export_entries(store: EntryStore, path: Path) -> int:
    """Writes all entries with their status, by kind and id; a file of that name is replaced at the end, whole.

    Returns:
        How many entries were written.

    Raises:
        TransferError: the name ends in none of `WRITABLE`, or the file cannot be written.
    """
    write = _WRITERS[format_of(path, WRITABLE)]
    with replacing(path) as beside:
        return write((_record(stored) for stored in store.all_entries()), beside)


def write_template(path: Path) -> None:
    """Writes an empty table to fill in: its header and, in a workbook, a sheet that explains every column.

    Raises:
        TransferError: the name ends in neither `.csv` nor `.xlsx`, or the file cannot be written.
    """
    from knowledge.transfer.template import write_template_workbook

    suffix = format_of(path, TEMPLATES)
    with replacing(path) as beside:
        if suffix == ".csv":
            _write_csv((), beside)
        else:
            write_template_workbook(beside)


def _write_csv(records: Iterable[Record], path: Path) -> int:
    # Excel takes a CSV file for UTF-8 only when it begins with a byte order mark.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        return write_csv(records, file)


def _write_json_lines(records: Iterable[Record], path: Path) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        return write_json_lines(records, file)


def _write_workbook(records: Iterable[Record], path: Path) -> int:
    from knowledge.transfer.workbook import write_workbook  # the bot starts without it

    return write_workbook(records, path)


_WRITERS: Final[Mapping[str, Callable[[Iterable[Record], Path], int]]] = {
    ".jsonl": _write_json_lines,
    ".csv": _write_csv,
    ".xlsx": _write_workbook,
}
WRITABLE: Final = tuple(_WRITERS)
TEMPLATES: Final = (".csv", ".xlsx")


def _record(stored: StoredEntry) -> Record:
    values: Record = stored.entry.model_dump(mode="json") | {STATUS: stored.status.value}
    return {field: values[field] for field in fields_of(stored.entry.kind)}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to, which takes its name when all is written, and vanishes when anything fails.

    Raises:
        TransferError: the file cannot be written.
    """
    beside = path.with_name(f".{secrets.token_hex(4)}.{path.name}")
    try:
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(path)
    except OSError as error:
        raise TransferError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)
