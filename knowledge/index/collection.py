"""Everything that can be found: a shelf for each kind of entry, and the pages they come from."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.embedder.embedder import Embedder
from knowledge.entry import EntryKind, FactCheck, Guideline
from knowledge.index.shelf import Shelf
from knowledge.index.term_vectors import TermVectors
from knowledge.profile import Profile
from knowledge.store.url_key import normalised_url

KINDS = (EntryKind.FACT_CHECK, EntryKind.GUIDELINE)
_URLS = "urls.tsv"


class Collection:
    """Keeps shelves and pages in step. Not locked: the retriever takes turns."""

    def __init__(self, embedder: Embedder) -> None:
        terms = TermVectors(embedder)
        self.shelves = {kind: Shelf(embedder.dimension, terms) for kind in KINDS}
        self._by_url: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return sum(len(shelf) for shelf in self.shelves.values())

    def tidy(self) -> None:
        """Make ready for `save`; searches must wait meanwhile, but not for `save`."""
        for shelf in self.shelves.values():
            shelf.lexical.tidy()

    def save(self, folder: Path) -> None:
        """Write everything, right after `tidy`, into an empty folder.

        Raises:
            OSError: if it cannot be written.
        """
        for kind, shelf in self.shelves.items():
            (folder / kind).mkdir()
            shelf.save(folder / kind)
        lines = (f"{url}\t{' '.join(ids)}\n" for url, ids in self._by_url.items())
        (folder / _URLS).write_text("".join(lines), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, embedder: Embedder) -> Self:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError, KeyError: if it cannot be read.
        """
        made = cls(embedder)
        terms = TermVectors(embedder)
        made.shelves = {kind: Shelf.load(folder / kind, embedder.dimension, terms) for kind in KINDS}
        with (folder / _URLS).open(encoding="utf-8") as lines:
            made._by_url = {url: tuple(ids.split()) for url, ids in (line.split("\t") for line in lines)}
        return made

    def put(self, profiles: Sequence[Profile], vectors: NDArray[np.float32]) -> None:
        """Add entries, no id twice, or replace those with the same ids.

        Args:
            profiles: the entries.
            vectors: their passages' vectors in the order of the passages, shape (passages, dimension).
        """
        for profile in profiles:
            self.drop([profile.entry.id])
            self._link(profile.entry.source_url, profile.entry.id)
        row = 0
        for kind, group in groupby(profiles, key=lambda profile: profile.entry.kind):
            some = list(group)
            count = sum(len(profile.passages) for profile in some)
            self.shelves[kind].put(some, vectors[row : row + count])
            row += count

    def drop(self, entry_ids: Iterable[str]) -> None:
        """Take entries out; unknown ids are ignored."""
        for entry_id in entry_ids:
            for shelf in self.shelves.values():
                entry = shelf.entry(entry_id)
                if entry is not None:
                    shelf.drop(entry_id)
                    self._unlink(entry.source_url, entry_id)

    def linked(self, url: str) -> list[FactCheck | Guideline]:
        """The entries whose source is this page."""
        ids = self._by_url.get(normalised_url(url), ())
        found = [shelf.entry(entry_id) for entry_id in ids for shelf in self.shelves.values()]
        return [entry for entry in found if entry is not None]

    def entries(self) -> Iterator[FactCheck | Guideline]:
        """Every entry, kind by kind, read one by one."""
        return (entry for shelf in self.shelves.values() for entry in shelf.entries())

    def grow(self, lock: threading.Lock) -> None:
        """Let each shelf's vectors be searched as suits their number.

        Args:
            lock: what searches hold; it is free while the new form is made, so that they go on.
        """
        for shelf in self.shelves.values():
            grown = shelf.vectors.grown()
            if grown is not None:
                with lock:
                    shelf.vectors.adopt(grown)

    def _link(self, url: str, entry_id: str) -> None:
        key = normalised_url(url)
        self._by_url[key] = (*self._by_url.get(key, ()), entry_id)

    def _unlink(self, url: str, entry_id: str) -> None:
        key = normalised_url(url)
        others = tuple(other for other in self._by_url.pop(key) if other != entry_id)
        if others:
            self._by_url[key] = others
