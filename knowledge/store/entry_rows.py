"""Between entries and their rows: what a save would change, and what a row says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from knowledge.entry import ENTRY_ADAPTER, FactCheck, Guideline, QuizItem, Status
from knowledge.errors import StoreError
from knowledge.store.tables import EntryRow
from knowledge.store.url_key import url_key


@dataclass(frozen=True)
class StoredEntry:
    """An entry as the database has it."""

    entry: FactCheck | Guideline | QuizItem
    status: Status
    revision: int
    change_number: int
    updated_at: datetime


@dataclass(frozen=True)
class SaveReport:
    """How many entries were new, different from what was stored, and the same."""

    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True)
class Version:
    """What of a row decides whether an entry differs from it."""

    payload: Mapping[str, object]
    status: str

    def says_the_same(self, other: "Version | None") -> bool:
        """Whether nothing differs; a field that an older version of the program did not write counts as empty."""
        return other is not None and (self.status, _written(self.payload)) == (other.status, _written(other.payload))


@dataclass(frozen=True)
class Write:
    """One entry that is to be written."""

    entry: FactCheck | Guideline | QuizItem
    version: Version

    def fill(self, row: EntryRow, change_number: int, now: datetime) -> None:
        """Makes `row` the next revision."""
        row.kind = self.entry.kind.value
        row.status = self.version.status
        row.revision += 1
        row.payload = dict(self.version.payload)
        row.url_key = url_key(self.entry.source_url)
        row.review_date = self.entry.review_date if isinstance(self.entry, FactCheck) else None
        row.change_number = change_number
        row.updated_at = now

    def history(self, revision: int, now: datetime) -> dict[str, object]:
        """The columns of this revision's row in the history."""
        return {
            "entry_id": self.entry.id,
            "revision": revision,
            "payload": dict(self.version.payload),
            "status": self.version.status,
            "at": now,
        }


def _written(payload: Mapping[str, object]) -> Mapping[str, object]:
    return {field: value for field, value in payload.items() if value not in (None, [], ())}


def planned(
    items: Sequence[tuple[FactCheck | Guideline | QuizItem, Status]], stored: Mapping[str, Version]
) -> tuple[list[Write], SaveReport]:
    """What has to be written so that `items` are stored, in their order, and the count of it."""
    known = dict(stored)
    writes: list[Write] = []
    added = 0
    for entry, status in items:
        version = Version(entry.model_dump(mode="json"), status.value)
        if not version.says_the_same(known.get(entry.id)):
            added += entry.id not in known
            known[entry.id] = version
            writes.append(Write(entry, version))
    return writes, SaveReport(added, len(writes) - added, len(items) - len(writes))


def stored_entry(row: EntryRow) -> StoredEntry:
    """The row as an entry.

    Raises:
        StoreError: the row holds what this version does not take for an entry.
    """
    try:
        entry = ENTRY_ADAPTER.validate_python(row.payload)
    except ValidationError as error:
        raise StoreError(f"The stored entry {row.id!r} cannot be read by this version: {error}") from error
    return StoredEntry(entry, Status(row.status), row.revision, row.change_number, row.updated_at)
