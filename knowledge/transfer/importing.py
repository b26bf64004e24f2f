"""Stores a file of entries: all of them or none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.entry import Confidence, FactCheck, Guideline, QuizItem, Status
from knowledge.second_reading import CheckResult
from knowledge.store.entry_store import EntryStore, SaveReport, StoredEntry
from knowledge.transfer.faults import LineFault
from knowledge.transfer.reading import ReadResult, read_entries


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do in a dry run; `save` is None when faults kept it from doing anything."""

    save: SaveReport | None
    faults: list[LineFault]


def import_entries(path: Path, store: EntryStore, *, dry_run: bool) -> ImportReport:
    """Stores the file's entries when every line is good; doing it twice changes nothing more.

    Args:
        path: a `.jsonl` or `.csv` file.
        store: where the entries go.
        dry_run: only tell what would change.

    Raises:
        TransferError: the file cannot be read as entries at all.
        StoreError: the database failed; nothing was stored.
    """
    read = read_entries(path)
    stored = {known.entry.id: known for known in store.all_entries()}
    faults = sorted([*read.faults, *_clashes(read, stored)], key=lambda fault: fault.line)
    if faults:
        return ImportReport(None, faults)
    items = [(entry, status or _status(entry, stored.get(entry.id))) for entry, status in read.items]
    return ImportReport(store.plan(items) if dry_run else store.save(items), [])


def _status(entry: FactCheck | Guideline | QuizItem, known: StoredEntry | None) -> Status:
    """The status of an entry whose line gives none: the stored one, else pending for what is not certain.

    What says itself that it waits, or that its source was not found, is not published, nor stays so.
    """
    doubtful = entry.pending_reason is not None or entry.check_result is CheckResult.SOURCE_NOT_FOUND
    if known is not None:
        return Status.PENDING if doubtful and known.status is Status.PUBLISHED else known.status
    uncertain = isinstance(entry, Guideline) and entry.confidence is not Confidence.HIGH
    return Status.PENDING if doubtful or uncertain else Status.PUBLISHED


def _clashes(read: ReadResult, stored: Mapping[str, StoredEntry]) -> Iterator[LineFault]:
    """What is wrong only in the light of the other entries."""
    for entry, _ in read.items:
        line = read.lines[entry.id]
        known = stored.get(entry.id)
        if known is not None and known.entry.kind is not entry.kind:
            problem = f"The id {entry.id!r} belongs to a stored {known.entry.kind.value} already."
            yield LineFault(line, "id", problem, "Give this entry another id.")
        if isinstance(entry, QuizItem) and entry.based_on not in read.lines and entry.based_on not in stored:
            problem = f"No entry has the id {entry.based_on!r}, neither in this file nor in the database."
            yield LineFault(line, "based_on", problem, "Write the id of the entry the question rests on.")
