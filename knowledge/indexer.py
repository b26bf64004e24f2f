"""Keeps the retriever in step with the database, which leads."""

from knowledge.entry import FactCheck, Guideline, Status
from knowledge.retriever import Retriever
from knowledge.store.entry_store import EntryStore, StoredEntry


class Indexer:
    """Follows the database's change number. Call `refresh` from one thread, as often as changes should show."""

    def __init__(self, entries: EntryStore, retriever: Retriever) -> None:
        self._entries = entries
        self._retriever = retriever
        self._seen = 0

    def refresh(self) -> int:
        """Take over what changed since the last call; returns how many entries that were.

        Raises:
            StoreError: if the database cannot be read; nothing is then taken over.
        """
        if self._entries.change_number() == self._seen:
            return 0
        changes = self._entries.changes_since(self._seen)
        self._retriever.drop(change.entry.id for change in changes if not _is_findable(change))
        self._retriever.put(
            [c.entry for c in changes if _is_findable(c) and isinstance(c.entry, FactCheck | Guideline)]
        )
        if changes:
            self._seen = max(change.change_number for change in changes)
        return len(changes)


def _is_findable(stored: StoredEntry) -> bool:
    return stored.status is Status.PUBLISHED and isinstance(stored.entry, FactCheck | Guideline)
