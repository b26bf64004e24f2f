"""Writes every stored entry to a file that `import_entries` reads back unchanged."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from knowledge.errors import TransferError
from knowledge.store.entry_store import EntryStore, StoredEntry
from knowledge.transfer.csv_table import write_csv
from knowledge.transfer.fields import STATUS, Record, fields_of
from knowledge.transfer.json_lines import write_json_lines
from knowledge.transfer.reading import format_of

# Excel takes a CSV file for UTF-8 only when it begins with a byte order mark.
_WRITERS = {".jsonl": (write_json_lines, "utf-8"), ".csv": (write_csv, "utf-8-sig")}


def export_entries(store: EntryStore, path: Path) -> int:
    """Writes all entries with their status, by kind and id; a file of that name is replaced at the end, whole.

    Returns:
        How many entries were written.

    Raises:
        TransferError: the name ends in neither `.jsonl` nor `.csv`, or the file cannot be written.
    """
    write, encoding = _WRITERS[format_of(path)]
    with _replacing(path, encoding) as file:
        return write((_record(stored) for stored in store.all_entries()), file)


def _record(stored: StoredEntry) -> Record:
    values: Record = stored.entry.model_dump(mode="json") | {STATUS: stored.status.value}
    return {field: values[field] for field in fields_of(stored.entry.kind)}


@contextmanager
def _replacing(path: Path, encoding: str) -> Iterator[TextIO]:
    """A new file beside `path` that takes its name when all is written, and vanishes when anything fails."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("x", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise TransferError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)
