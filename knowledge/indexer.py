"""Keeps the retriever in step with the database, which leads."""

from knowledge.entry import FactCheck, Guideline, Status
from knowledge.index.index_files import IndexFiles
from knowledge.index.open_entries import MOST_OPEN
from knowledge.retriever import EVERYTHING, Retriever
from knowledge.store.entry_store import EntryStore, StoredEntry

PAGE = 1_000
"""How many changed entries are read together: a first reading may have very many."""

_WORTH_SAVING = 0.01  # of the entries changed since the index was saved


class Indexer:
    """Follows the database's change number. Call it from one thread, `refresh` as often as changes should show.

    Args:
        entries: the database's entries.
        retriever: what is kept in step.
        files: where the index is kept between runs, if at all.
        page: how many entries are read together.
        least_saved: with no more entries than this the index is not kept: they are read at once, and all lie open.
    """

    def __init__(
        self,
        entries: EntryStore,
        retriever: Retriever,
        files: IndexFiles | None = None,
        *,
        page: int = PAGE,
        least_saved: int = MOST_OPEN,
    ) -> None:
        self._entries = entries
        self._retriever = retriever
        self._files = files
        self._page = page
        self._least_saved = least_saved
        self._seen = 0
        self._unsaved = 0

    def open(self) -> int:
        """Take over the kept index, and from the database what is other there; gives how many entries were kept.

        The database leads: an entry of which it has another version, or none that is published, is not kept.

        Raises:
            StoreError: if the database cannot be read.
        """
        if self._files is None:
            return 0
        kept = self._retriever.open_index(self._files)
        if not kept:
            return 0
        seen = self._entries.change_number()
        stored = self._entries.stamps(EVERYTHING)
        gone = [entry_id for entry_id, stamp in kept.items() if stored.get(entry_id) != stamp]
        missing = [entry_id for entry_id, stamp in stored.items() if kept.get(entry_id) != stamp]
        self._retriever.drop(gone)
        for begin in range(0, len(missing), self._page):
            self._take_over(self._entries.get_many(missing[begin : begin + self._page]))
        self._seen = seen
        self._unsaved = max(len(gone), len(missing))
        return len(kept) - len(gone)

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
        self._unsaved += taken
        return taken

    def save(self) -> bool:
        """Keep the index for the next start, where that is worth it; gives whether it was.

        Raises:
            OSError: if it cannot be written; the next start then builds it anew.
            StoreError: if the database cannot be read.
        """
        count = len(self._retriever)
        if self._files is None or count <= self._least_saved or self._unsaved <= _WORTH_SAVING * count:
            return False
        stamps = self._entries.stamps(EVERYTHING)
        held = {entry_id: stamp for entry_id, stamp in stamps.items() if int(stamp.split()[0]) <= self._seen}
        self._retriever.save_index(self._files, held)
        self._unsaved = 0
        return True

    def _take_over(self, changes: list[StoredEntry]) -> None:
        self._retriever.drop(change.entry.id for change in changes if not _is_findable(change))
        self._retriever.put(
            [c.entry for c in changes if _is_findable(c) and isinstance(c.entry, FactCheck | Guideline)]
        )


def _is_findable(stored: StoredEntry) -> bool:
    return stored.status is Status.PUBLISHED and isinstance(stored.entry, FactCheck | Guideline)
