"""The searchable entries of one kind: what they say, their words and their vectors, kept in step."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.alignment import Alignment, TermRows, align
from knowledge.index.hit import Hit
from knowledge.index.lexical_index import LexicalIndex
from knowledge.index.term_vectors import TermVectors
from knowledge.index.vector_index import VectorIndex
from knowledge.passage import PassageRole
from knowledge.profile import Profile
from knowledge.text.analysis import Term

# A document's passages are numbered document * 4 + place: at most heading and body in two languages.
PASSAGES_PER_DOCUMENT = 4


@dataclass(frozen=True)
class Cosines:
    """Cosines of a message with an entry's nearest heading (by place among its headings) and nearest body."""

    heading: float
    body: float
    nearest_heading: int


class Shelf:
    """Adds, replaces, drops and finds entries of one kind. Not locked: the retriever takes turns."""

    def __init__(self, dimension: int, terms: TermVectors) -> None:
        self.lexical = LexicalIndex()
        self.vectors = VectorIndex(dimension)
        self.terms = terms
        self._term_rows: dict[int, TermRows] = {}
        self._profiles: dict[int, Profile] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self._profiles)

    def put(self, profiles: Sequence[Profile], vectors: NDArray[np.float32]) -> None:
        """Add entries, or replace those with the same ids; `vectors` are their passages' in order, row by row."""
        passage_numbers: list[int] = []
        for profile in profiles:
            self.drop(profile.entry.id)
            number, self._next = self._next, self._next + 1
            self._profiles[number] = profile
            self._numbers[profile.entry.id] = number
            self.lexical.add(number, profile.document)
            self._term_rows[number] = TermRows(
                tuple(self.terms.rows(list(dict.fromkeys(heading.units))) for heading in profile.headings),
                self.terms.rows(profile.rest),
            )
            passage_numbers += [number * PASSAGES_PER_DOCUMENT + place for place in range(len(profile.passages))]
        self.vectors.add(passage_numbers, vectors)

    def drop(self, entry_id: str) -> None:
        """Take an entry off; unknown ids are ignored."""
        number = self._numbers.pop(entry_id, None)
        if number is None:
            return
        profile = self._profiles.pop(number)
        del self._term_rows[number]
        self.lexical.remove(number)
        first = number * PASSAGES_PER_DOCUMENT
        self.vectors.remove(range(first, first + len(profile.passages)))

    def profiles(self) -> list[Profile]:
        """Every entry on the shelf, in the order they were put."""
        return list(self._profiles.values())

    def profile(self, number: int) -> Profile:
        """The entry of a document number that a search gave."""
        return self._profiles[number]

    def align(self, units: Sequence[Term], numbers: Sequence[int]) -> list[Alignment]:
        """Align a message's different terms with documents, one result for each number."""
        return align(
            units,
            [self._term_rows[number] for number in numbers],
            self.terms,
            self._weights,
            np.array([self.lexical.idf(unit.key) for unit in units], dtype=np.float32),
        )

    def _weights(self, rows: NDArray[np.int32]) -> NDArray[np.float32]:
        return np.array([self.lexical.idf(key) for key in self.terms.keys(rows)], dtype=np.float32)

    def nearest(self, vector: NDArray[np.float32], limit: int) -> list[Hit]:
        """The documents with the passages nearest to a vector, best first, each once."""
        best: dict[int, float] = {}
        for hit in self.vectors.search(vector, limit * 2):
            best.setdefault(hit.number // PASSAGES_PER_DOCUMENT, hit.score)
        return [Hit(number, score, rank) for rank, (number, score) in enumerate(list(best.items())[:limit])]

    def cosines(self, number: int, vector: NDArray[np.float32]) -> Cosines:
        """How near a vector is to a document's headings and bodies."""
        found: dict[PassageRole, list[float]] = {PassageRole.HEADING: [], PassageRole.BODY: []}
        for place, passage in enumerate(self._profiles[number].passages):
            stored = self.vectors.vector(number * PASSAGES_PER_DOCUMENT + place)
            found[passage.role].append(float(stored @ vector))
        headings, bodies = found[PassageRole.HEADING], found[PassageRole.BODY]
        nearest = max(range(len(headings)), key=headings.__getitem__)
        return Cosines(headings[nearest], max(bodies), nearest)
