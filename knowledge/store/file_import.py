"""Imports in somebody's name: the entries and the line in the audit log, in one transaction."""

from collections.abc import Callable, Sequence
from datetime import datetime

from knowledge.store.audit_log import Actor, Deed, write_audit
from knowledge.store.database import Database, Transaction
from knowledge.store.entry_store import EntryStore, Item, SaveReport

_MOST_NAME = 90  # characters; `file:` and this fit the log's subject


AfterImport = Callable[[Transaction, SaveReport], None]


def _nothing(session: Transaction, report: SaveReport) -> None:
    del session, report


class FileImports:
    """What members import into one database."""

    def __init__(self, database: Database, entries: EntryStore) -> None:
        self._database = database
        self._entries = entries

    def save(
        self, by: Actor, file_name: str, items: Sequence[Item], at: datetime, afterwards: AfterImport = _nothing
    ) -> SaveReport:
        """Stores all of the items or none, as `EntryStore.save` does, and writes down who brought them.

        `afterwards` is run in the same transaction.

        Raises:
            StoreError: the database failed; nothing was stored.
        """
        with self._database.session() as session:
            report = self._entries.save_in(session, items)
            detail = f"+{report.added} ~{report.changed} ={report.unchanged}"
            write_audit(session, by, Deed.IMPORTED, f"file:{file_name[:_MOST_NAME]}", at, detail)
            afterwards(session, report)
        return report
