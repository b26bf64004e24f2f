"""The searchable entries of one kind: what they say, their words and their vectors, kept in step."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.alignment import Alignment, TermRows, align
from knowledge.heading_cover import Cover, HeadingRows, covers
from knowledge.index.hit import Hit
from knowledge.index.lexical_index import LexicalIndex
from knowledge.index.term_vectors import TermVectors
from knowledge.index.vector_index import VectorIndex
from knowledge.passage import MOST_PASSAGES, PassageRole
from knowledge.profile import Profile
from knowledge.text.analysis import Term


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
        self._places: dict[int, _Places] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._weight_of_row = np.zeros(0, dtype=np.float32)
        self._heading_rows: dict[int, HeadingRows] = {}

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
            self._term_rows[number] = TermRows.of(
                [self.terms.rows(heading.different) for heading in profile.headings],
                self.terms.rows(profile.rest),
                [self.terms.rows(other.different) for other in profile.look_alikes],
            )
            self._heading_rows[number] = HeadingRows.of(
                [
                    self.terms.rows(list({unit.key: unit for unit in heading.units}.values()))
                    for heading in profile.headings
                ]
            )
            self._places[number] = _places_of(number, profile)
            passage_numbers += [number * MOST_PASSAGES + place for place in range(len(profile.passages))]
        self.vectors.add(passage_numbers, vectors)
        self._forget_weights()

    def drop(self, entry_id: str) -> None:
        """Take an entry off; unknown ids are ignored."""
        number = self._numbers.pop(entry_id, None)
        if number is None:
            return
        profile = self._profiles.pop(number)
        del self._term_rows[number], self._heading_rows[number], self._places[number]
        self._forget_weights()
        self.lexical.remove(number)
        first = number * MOST_PASSAGES
        self.vectors.remove(range(first, first + len(profile.passages)))

    def _forget_weights(self) -> None:
        """Every change of the shelf changes how much each term tells."""
        self._weight_of_row = np.full(len(self.terms), np.nan, dtype=np.float32)

    def profiles(self) -> list[Profile]:
        """Every entry on the shelf, in the order they were put."""
        return list(self._profiles.values())

    def profile(self, number: int) -> Profile:
        """The entry of a document number that a search gave."""
        return self._profiles[number]

    def covers(self, numbers: Sequence[int], weights: dict[str, float]) -> list[Cover]:
        """How far a message's terms and documents' headings cover each other, one result for each number.

        Args:
            numbers: the documents.
            weights: the message's different terms and how much each tells.
        """
        return covers(
            [self._heading_rows[number] for number in numbers],
            self.terms.known_keys(list(weights)),
            np.array(list(weights.values()), dtype=np.float32),
            self._weights,
            len(self.terms),
        )

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
        """The idf of rows; worked out once after every change, and only for the rows that are looked at."""
        found = self._weight_of_row[rows]
        if np.isnan(found).any():
            fresh = np.unique(rows[np.isnan(found)])
            self._weight_of_row[fresh] = [self.lexical.idf(key) if key else 0.0 for key in self.terms.keys(fresh)]
            found = self._weight_of_row[rows]
        return np.asarray(found, dtype=np.float32)

    def nearest(self, vector: NDArray[np.float32], limit: int) -> list[Hit]:
        """The documents with the passages nearest to a vector, best first, each once."""
        best: dict[int, float] = {}
        for hit in self.vectors.search(vector, limit * 2):
            best.setdefault(hit.number // MOST_PASSAGES, hit.score)
        return [Hit(number, score, rank) for rank, (number, score) in enumerate(list(best.items())[:limit])]

    def cosines(self, numbers: Sequence[int], vector: NDArray[np.float32]) -> list[Cosines]:
        """How near a vector is to documents' headings and bodies, one result for each number."""
        if not numbers:
            return []
        places = [self._places[number] for number in numbers]
        cosines = self.vectors.take(np.concatenate([each.all for each in places])) @ vector
        out: list[Cosines] = []
        at = 0
        for each in places:
            headings, bodies = cosines[at : at + each.headings], cosines[at + each.headings : at + len(each.all)]
            nearest = int(headings.argmax())
            out.append(Cosines(float(headings[nearest]), float(bodies.max()), nearest))
            at += len(each.all)
        return out


@dataclass(frozen=True)
class _Places:
    """Where a document's passages are in the vector index: its headings, in the profile's order, then its bodies."""

    all: NDArray[np.int64]
    headings: int


def _places_of(number: int, profile: Profile) -> _Places:
    of_role: dict[PassageRole, list[int]] = {role: [] for role in PassageRole}
    for place, passage in enumerate(profile.passages, number * MOST_PASSAGES):
        of_role[passage.role].append(place)
    headings = of_role[PassageRole.HEADING] + of_role[PassageRole.WORDING]
    return _Places(np.array(headings + of_role[PassageRole.BODY], dtype=np.int64), len(headings))
