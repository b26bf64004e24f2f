"""Entries in the database, with every revision they had."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime

from sqlalchemy import Select, func, insert, select
from sqlalchemy.orm import Session

from knowledge.entry import ENTRY_ADAPTER, EntryKind, FactCheck, Guideline, QuizItem, Status
from knowledge.errors import EntryNotFoundError, SchemaOutdatedError
from knowledge.store.database import Database
from knowledge.store.entry_rows import SaveReport, StoredEntry, Version, Write, planned, stored_entry
from knowledge.store.resting_items import outdate_own_questions, unsettled_items
from knowledge.store.tables import CounterRow, EntryRevisionRow, EntryRow
from knowledge.store.url_key import normalised_url, url_key

_CHANGE_NUMBER = "change_number"
_IDS_PER_QUERY = 500
_ROWS_PER_FETCH = 200

Item = tuple[FactCheck | Guideline | QuizItem, Status]

__all__ = ["EntryStore", "SaveReport", "StoredEntry"]


class EntryStore:
    """The entries of one database. Every change gets the next change number, in the order of the commits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, items: Sequence[Item]) -> SaveReport:
        """Stores all of these or none; what is stored already, entry and status alike, stays as it is.

        Published quiz items that rest on an entry changed here become pending in the same transaction, and questions
        of own sets that were made of it outdated.

        Raises:
            StoreError: the database failed; nothing was stored.
        """
        with self._database.session() as session:
            return self.save_in(session, items)

    def save_in(self, session: Session, items: Sequence[Item]) -> SaveReport:
        """The same in the caller's transaction."""
        self._database.lock(session, "entries")
        rows = _rows_by_id(session, items)
        writes, report = planned(items, _versions(rows))
        if writes:
            _apply(session, rows, writes, datetime.now(UTC))
        return report

    def plan(self, items: Sequence[Item]) -> SaveReport:
        """What `save` would do, without doing it."""
        with self._database.session(read_only=True) as session:
            return planned(items, _versions(_rows_by_id(session, items)))[1]

    def get(self, entry_id: str) -> StoredEntry | None:
        """The entry, whatever its status."""
        with self._database.session(read_only=True) as session:
            return self.read_in(session, entry_id)

    def read_in(self, session: Session, entry_id: str) -> StoredEntry | None:
        """The same in the caller's transaction."""
        row = session.get(EntryRow, entry_id)
        return None if row is None else stored_entry(row)

    def require(self, entry_id: str) -> StoredEntry:
        """The entry, whatever its status.

        Raises:
            EntryNotFoundError: there is none.
        """
        stored = self.get(entry_id)
        if stored is None:
            raise EntryNotFoundError(entry_id)
        return stored

    def published(self, kind: EntryKind) -> list[StoredEntry]:
        """The published entries of a kind, by id."""
        return self._list(_published(kind).order_by(EntryRow.id))

    def pending(self) -> list[StoredEntry]:
        """The entries that wait for approval, the ones changed last first."""
        query = select(EntryRow).where(EntryRow.status == Status.PENDING.value)
        return self._list(query.order_by(EntryRow.change_number.desc()))

    def revision(self, entry_id: str, number: int) -> FactCheck | Guideline | QuizItem | None:
        """The entry as it was in an earlier revision."""
        with self._database.session(read_only=True) as session:
            row = session.get(EntryRevisionRow, (entry_id, number))
            return None if row is None else ENTRY_ADAPTER.validate_python(row.payload)

    def published_revision(self, entry_id: str, number: int) -> FactCheck | Guideline | QuizItem | None:
        """The same, of a revision that people could see."""
        with self._database.session(read_only=True) as session:
            row = session.get(EntryRevisionRow, (entry_id, number))
            is_seen = row is not None and row.status == Status.PUBLISHED.value
            return ENTRY_ADAPTER.validate_python(row.payload) if row is not None and is_seen else None

    def ids(self) -> set[str]:
        """The ids of all entries."""
        with self._database.session(read_only=True) as session:
            return set(session.scalars(select(EntryRow.id)))

    def all_entries(self) -> Iterator[StoredEntry]:
        """Every entry by kind and id, as they were at one moment, a few at a time."""
        query = select(EntryRow).order_by(EntryRow.kind, EntryRow.id)
        streamed = query.execution_options(yield_per=_ROWS_PER_FETCH)
        with self._database.session(read_only=True) as session, closing(session.scalars(streamed)) as rows:
            for row in rows:
                yield stored_entry(row)

    def change_number(self) -> int:
        """The number of the last change; 0 when nothing was ever stored."""
        with self._database.session(read_only=True) as session:
            return _counter(session).value

    def changes_since(self, number: int, limit: int | None = None) -> list[StoredEntry]:
        """The entries changed after this change number, whatever their status, oldest change first.

        Args:
            number: a change number that was seen already.
            limit: how many at most; all of them if None.
        """
        query = select(EntryRow).where(EntryRow.change_number > number)
        return self._list(query.order_by(EntryRow.change_number).limit(limit))

    def stamps(self, kinds: Collection[EntryKind]) -> dict[str, str]:
        """Which version each published entry of some kinds is, by id: no two versions of an entry have one stamp."""
        columns = select(EntryRow.id, EntryRow.change_number, EntryRow.updated_at)
        query = columns.where(
            EntryRow.kind.in_([kind.value for kind in kinds]), EntryRow.status == Status.PUBLISHED.value
        )
        with self._database.session(read_only=True) as session:
            return {row.id: f"{row.change_number} {row.updated_at.isoformat()}" for row in session.execute(query)}

    def get_many(self, entry_ids: Sequence[str]) -> list[StoredEntry]:
        """The entries of some ids, whatever their status, oldest change first; unknown ids are left out."""
        query = select(EntryRow).where(EntryRow.id.in_(entry_ids))
        return self._list(query.order_by(EntryRow.change_number))

    def latest(self, limit: int) -> list[StoredEntry]:
        """The published fact-checks reviewed last.

        Those without a date are left out; a month sorts below its days and a year below its months.
        """
        query = _published(EntryKind.FACT_CHECK).where(EntryRow.review_date.is_not(None))
        order = (EntryRow.review_date.desc(), EntryRow.change_number.desc())
        return self._list(query.order_by(*order).limit(limit))

    def find_by_url(self, url: str) -> list[StoredEntry]:
        """The published entries whose source is this page (see `normalised_url`), by kind and id."""
        query = select(EntryRow).where(EntryRow.status == Status.PUBLISHED.value, EntryRow.url_key == url_key(url))
        wanted = normalised_url(url)
        candidates = self._list(query.order_by(EntryRow.kind, EntryRow.id))
        return [stored for stored in candidates if normalised_url(stored.entry.source_url) == wanted]

    def count_by_status(self) -> dict[tuple[EntryKind, Status], int]:
        """How many entries there are of each kind and status, noughts included."""
        query = select(EntryRow.kind, EntryRow.status, func.count()).group_by(EntryRow.kind, EntryRow.status)
        counts = {(kind, status): 0 for kind in EntryKind for status in Status}
        with self._database.session(read_only=True) as session:
            for kind, status, count in session.execute(query):
                counts[EntryKind(kind), Status(status)] = count
        return counts

    def _list(self, query: Select[EntryRow]) -> list[StoredEntry]:
        with self._database.session(read_only=True) as session:
            return [stored_entry(row) for row in session.scalars(query)]


def _published(kind: EntryKind) -> Select[EntryRow]:
    return select(EntryRow).where(EntryRow.kind == kind.value, EntryRow.status == Status.PUBLISHED.value)


def _counter(session: Session) -> CounterRow:
    counter = session.get(CounterRow, _CHANGE_NUMBER)
    if counter is None:
        raise SchemaOutdatedError("The database has lost its change number; restore it from a backup.")
    return counter


def _rows_by_id(session: Session, items: Sequence[Item]) -> dict[str, EntryRow]:
    ids = list(dict.fromkeys(entry.id for entry, _ in items))
    rows: dict[str, EntryRow] = {}
    for start in range(0, len(ids), _IDS_PER_QUERY):
        some = ids[start : start + _IDS_PER_QUERY]
        rows |= {row.id: row for row in session.scalars(select(EntryRow).where(EntryRow.id.in_(some)))}
    return rows


def _versions(rows: dict[str, EntryRow]) -> dict[str, Version]:
    return {entry_id: Version(row.payload, row.status) for entry_id, row in rows.items()}


def _apply(session: Session, rows: dict[str, EntryRow], writes: list[Write], now: datetime) -> None:
    outdate_own_questions(session, rows, writes)
    for item_row, waiting in list(unsettled_items(session, rows, writes)):
        rows[item_row.id] = item_row
        writes = [*writes, waiting]
    counter = _counter(session)
    history: list[dict[str, object]] = []
    for write in writes:
        counter.value += 1
        row = rows.get(write.entry.id)
        if row is None:
            row = rows[write.entry.id] = EntryRow(id=write.entry.id, revision=0, created_at=now)
            session.add(row)
        write.fill(row, counter.value, now)
        history.append(write.history(row.revision, now))
    session.flush()
    session.execute(insert(EntryRevisionRow), history)
