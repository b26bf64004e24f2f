"""Keeps the retriever in step with the database, which leads."""

from knowledge.entry import FactCheck, Guideline, Status
from knowledge.retriever import Retriever
from knowledge.store.entry_store import EntryStore, StoredEntry

PAGE = 1_000
"""How many changed entries are read together: a first reading may have very many."""


class Indexer:
    """Follows the database's change number. Call `refresh` from one thread, as often as changes should show."""

    def __init__(self, entries: EntryStore, retriever: Retriever, page: int = PAGE) -> None:
        self._page = page
        self._entries = entries
        self._retriever = retriever
        self._seen = 0

    def refresh(self) -> int:
        """Take over what changed since the last call; returns how many entries that were.

        Raises:
            StoreError: if the database cannot be read; the next call goes on where this one stopped.
        """
        taken = 0
        while self._entries.change_number() != self._seen:
            changes = self._entries.changes_since(self._seen, self._page)
            if not changes:
                break
            self._take_over(changes)
            self._seen = changes[-1].change_number
            taken += len(changes)
        return taken

    def _take_over(self, changes: list[StoredEntry]) -> None:
        self._retriever.drop(change.entry.id for change in changes if not _is_findable(change))
        self._retriever.put(
            [c.entry for c in changes if _is_findable(c) and isinstance(c.entry, FactCheck | Guideline)]
        )


def _is_findable(stored: StoredEntry) -> bool:
    return stored.status is Status.PUBLISHED and isinstance(stored.entry, FactCheck | Guideline)
