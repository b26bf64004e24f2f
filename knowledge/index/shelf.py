"""The searchable entries of one kind: what they say, their words and their vectors, kept in step."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.alignment import Alignment, align
from knowledge.entry import FactCheck, Guideline
from knowledge.heading_cover import Cover, covers
from knowledge.index.hit import Hit
from knowledge.index.lexical_index import LexicalIndex
from knowledge.index.open_entries import OpenEntries
from knowledge.index.places import Places
from knowledge.index.spill import Spill
from knowledge.index.term_vectors import TermVectors
from knowledge.index.vector_index import VectorIndex
from knowledge.profile import Profile, entry_from_json, profile_of
from knowledge.text.analysis import Term

_WORDS, _ENTRIES, _PLACES, _IDS = "words.npz", "entries.zlib", "places.npy", "ids.tsv"


class Cosines(NamedTuple):
    """Cosines of a message with an entry's nearest heading (by place among its headings) and nearest body."""

    heading: float
    body: float
    nearest_heading: int


class Shelf:
    """Adds, replaces, drops and finds entries of one kind. Not locked: the retriever takes turns.

    Of most entries it keeps only where they are: they lie compressed in a spill and are read when a search looks at
    them closely.
    """

    def __init__(self, dimension: int, terms: TermVectors) -> None:
        self.lexical = LexicalIndex()
        self.vectors = VectorIndex(dimension)
        self.terms = terms
        self._spill = Spill()
        self._open = OpenEntries(self._read, terms)
        self._places = Places()
        self._numbers: dict[str, int] = {}
        self._weight_of_key = np.zeros(0, dtype=np.float32)
        self._generation = terms.generation

    def __len__(self) -> int:
        return len(self._numbers)

    def save(self, folder: Path) -> None:
        """Write the shelf, right after its words were tidied, into a folder.

        Raises:
            OSError: if it cannot be written.
        """
        self.lexical.save(folder / _WORDS)
        self.vectors.save(folder)
        self._spill.save(folder / _ENTRIES)
        np.save(folder / _PLACES, self._places.as_array())
        lines = (f"{entry_id}\t{number}\n" for entry_id, number in self._numbers.items())
        (folder / _IDS).write_text("".join(lines), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, dimension: int, terms: TermVectors) -> Self:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError, KeyError: if it cannot be read.
        """
        made = cls(dimension, terms)
        made.lexical = LexicalIndex.load(folder / _WORDS)
        made.vectors = VectorIndex.load(folder, dimension)
        made._spill = Spill(saved=folder / _ENTRIES)
        made._places = Places.of(np.load(folder / _PLACES))
        with (folder / _IDS).open(encoding="utf-8") as lines:
            made._numbers = {entry_id: int(number) for entry_id, number in (line.split("\t") for line in lines)}
        return made

    def put(self, profiles: Sequence[Profile], vectors: NDArray[np.float32]) -> None:
        """Add entries, or replace those with the same ids.

        Args:
            profiles: the entries.
            vectors: their passages' vectors in the order of the passages, shape (passages, dimension).
        """
        row = 0
        order: list[int] = []
        numbers: list[int] = []
        for profile in profiles:
            self.drop(profile.entry.id)
            place = self._spill.append(profile.entry.model_dump_json().encode())
            number, rows = self._places.add(len(profile.headings), len(profile.passages), place)
            self._numbers[profile.entry.id] = number
            self.lexical.add(number, profile.document)
            order += [row + at for at in profile.passage_order]
            numbers += rows
            row += len(profile.passages)
            if not self._open.is_full:
                self._open.put(number, profile)
                self._open.rows(number)
        self.vectors.add(numbers, vectors[order])
        self._forget_weights()

    def drop(self, entry_id: str) -> None:
        """Take an entry off; unknown ids are ignored."""
        number = self._numbers.pop(entry_id, None)
        if number is None:
            return
        self.lexical.remove(number, self.profile(number).document_terms)
        self.vectors.remove(self._places.rows(number))
        self._open.drop(number)
        self._forget_weights()

    def number(self, entry_id: str) -> int | None:
        """The document number of an entry; None if it is not on the shelf."""
        return self._numbers.get(entry_id)

    def entries(self) -> Iterator[FactCheck | Guideline]:
        """Every entry on the shelf, read one by one."""
        return (self._entry(number) for number in self._numbers.values())

    def entry(self, entry_id: str) -> FactCheck | Guideline | None:
        """The entry of an id; None if it is not on the shelf."""
        number = self._numbers.get(entry_id)
        return None if number is None else self._entry(number)

    def profile(self, number: int) -> Profile:
        """The entry of a document number that a search gave."""
        return self._open.profile(number)

    def covers(self, numbers: Sequence[int], weights: dict[str, float]) -> list[Cover]:
        """How far a message's terms and documents' headings cover each other, one result for each number.

        Args:
            numbers: the documents.
            weights: the message's different terms and how much each tells.
        """
        self.terms.make_room()
        return covers(
            [self._open.rows(number).headings for number in numbers],
            self.terms.known(list(weights)),
            np.array(list(weights.values()), dtype=np.float32),
            self._weights,
            self.terms.key_count,
        )

    def align(self, units: Sequence[Term], numbers: Sequence[int]) -> list[Alignment]:
        """Align a message's different terms with documents, one result for each number."""
        self.terms.make_room()
        return align(
            units,
            [self._open.rows(number).terms for number in numbers],
            self.terms,
            lambda rows: self._weights(self.terms.numbers(rows)),
            np.array([self.lexical.idf(unit.key) for unit in units], dtype=np.float32),
        )

    def nearest(self, vector: NDArray[np.float32], limit: int) -> list[Hit]:
        """The documents with the passages nearest to a vector, best first, each once."""
        best: dict[int, float] = {}
        hits = self.vectors.search(vector, limit * 2)
        for number, hit in zip(self._places.numbers_of([hit.number for hit in hits]), hits, strict=True):
            best.setdefault(number, hit.score)
        return [Hit(number, score, rank) for rank, (number, score) in enumerate(list(best.items())[:limit])]

    def cosines(self, numbers: Sequence[int], vector: NDArray[np.float32]) -> list[Cosines]:
        """How near a vector is to documents' headings and bodies, one result for each number."""
        if not numbers:
            return []
        spans = self._places.spans(numbers)
        cosines = self.vectors.take(spans.rows) @ vector
        bests = np.maximum.reduceat(cosines, spans.starts)
        is_best = np.flatnonzero(cosines == np.repeat(bests, np.diff(spans.starts, append=len(cosines))))
        headings = spans.starts[::2]
        nearest = is_best[np.searchsorted(is_best, headings)] - headings
        return list(map(Cosines, bests[::2].tolist(), bests[1::2].tolist(), nearest.tolist()))

    def _read(self, number: int) -> Profile:
        return profile_of(entry_from_json(self._spill.read(self._places.spilled(number))))

    def _entry(self, number: int) -> FactCheck | Guideline:
        return entry_from_json(self._spill.read(self._places.spilled(number)))

    def _forget_weights(self) -> None:
        """Every change of the shelf changes how much each term tells."""
        self._weight_of_key = np.zeros(0, dtype=np.float32)

    def _weights(self, keys: NDArray[np.int32]) -> NDArray[np.float32]:
        """The idf of keys by number; worked out once after every change, and only for those that are looked at."""
        if self._generation != self.terms.generation:
            self._generation = self.terms.generation
            self._forget_weights()
        if len(self._weight_of_key) < self.terms.key_count:
            more = np.full(max(self.terms.key_count, 1024), np.nan, dtype=np.float32)
            self._weight_of_key = np.concatenate([self._weight_of_key, more])
        found = self._weight_of_key[keys]
        if np.isnan(found).any():
            fresh = np.unique(keys[np.isnan(found)])
            self._weight_of_key[fresh] = [self.lexical.idf(key) if key else 0.0 for key in self.terms.keys(fresh)]
            found = self._weight_of_key[keys]
        return np.asarray(found, dtype=np.float32)
