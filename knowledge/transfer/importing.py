"""Stores a file of entries: all of them or none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.entry import Confidence, Guideline, QuizItem, Status, Verdict
from knowledge.second_reading import CheckResult
from knowledge.store.entry_store import EntryStore, Item, SaveReport, StoredEntry
from knowledge.transfer.checking import AnyEntry, unfit_to_publish
from knowledge.transfer.duplicates import Alike, KnownReview, Search, find_alike, without_known_reviews
from knowledge.transfer.faults import LineFault
from knowledge.transfer.reading import ReadResult, read_entries


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do in a dry run; `save` is None when faults kept it from doing anything.

    `known` are the reviews that were left alone, because an entry rests on their page already.
    """

    save: SaveReport | None
    faults: list[LineFault]
    known: tuple[KnownReview, ...] = ()
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True)
class ImportOptions:
    """How to import.

    Attributes:
        dry_run: only tell what would change.
        status: what new and changed entries get, whatever their lines say; None leaves it to the lines.
        unless_said: what a new entry gets whose line says nothing; None is published for what is certain, else pending.
        decided: what a person decided about publishers' ratings (see `ratings.verdict_of`).
        search: finds entries that a text may be about, to name likely duplicates; None only looks at addresses.
        keeps_published: whether a line that would change a published entry is a fault.
        save: stores the entries instead of the store, for those who write down more in the same transaction.
    """

    dry_run: bool = False
    status: Status | None = None
    unless_said: Status | None = None
    decided: Mapping[str, Verdict] = field(default_factory=dict)
    search: Search | None = None
    keeps_published: bool = False
    save: Callable[[Sequence[Item]], SaveReport] | None = None


def import_entries(path: Path, store: EntryStore, options: ImportOptions) -> ImportReport:
    """Stores the file's entries when every line is good; doing it twice changes nothing more.

    Other publishers' reviews are pending unless `options.status` says otherwise, and never change an entry that rests
    on their page already.

    Args:
        path: see `read_entries`.
        store: where the entries go.
        options: how to import.

    Raises:
        TransferError: the file cannot be read as entries at all.
        StoreError: the database failed; nothing was stored.
    """
    read = read_entries(path, options.decided)
    stored = {known.entry.id: known for known in store.all_entries()}
    read, known = without_known_reviews(read, stored)
    faults = sorted([*read.faults, *_clashes(read, stored)], key=lambda fault: fault.line)
    if faults:
        return ImportReport(None, faults, known)
    items = [(entry, _wanted(entry, status, stored.get(entry.id), read, options)) for entry, status in read.items]
    faults = _unfit(read, items)
    if options.keeps_published:
        faults += _changes_of_published(read, stored)
    if faults:
        return ImportReport(None, faults, known)
    fresh = [entry for entry, _ in items if entry.id not in stored]
    alike = tuple(find_alike(fresh, read.lines, stored, options.search))
    save = store.plan if options.dry_run else options.save or store.save
    return ImportReport(save(items), [], known, alike)


def _wanted(
    entry: AnyEntry, said: Status | None, known: StoredEntry | None, read: ReadResult, options: ImportOptions
) -> Status:
    """The status an entry is to have; one that is stored as it is keeps its own."""
    if options.status is not None:
        return known.status if known is not None and known.entry == entry else options.status
    if said is not None:
        return said
    if known is None and (entry.id in read.reviews or options.unless_said is not None):
        return options.unless_said or Status.PENDING
    return _status(entry, known)


def _unfit(read: ReadResult, items: Sequence[tuple[AnyEntry, Status]]) -> list[LineFault]:
    """What `--status published` may not publish."""
    return [fault for entry, status in items for fault in unfit_to_publish(read.lines[entry.id], entry, status)]


def _changes_of_published(read: ReadResult, stored: Mapping[str, StoredEntry]) -> list[LineFault]:
    """What people see is corrected by people, with a note, and not by a file."""
    found: list[LineFault] = []
    for entry, _ in read.items:
        known = stored.get(entry.id)
        if known is not None and known.status is Status.PUBLISHED and known.entry != entry:
            problem = f"The entry {entry.id!r} is published and says something else."
            mend = f"Correct it with /correct {entry.id}, or take the line out."
            found.append(LineFault(read.lines[entry.id], None, problem, mend))
    return found


def _status(entry: AnyEntry, known: StoredEntry | None) -> Status:
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
