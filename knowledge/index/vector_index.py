"""The vectors of passages: exact while they are few, approximate when they are many."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.index.approximate_vectors import LISTS_FILE, ApproximateVectors
from knowledge.index.exact_vectors import ExactVectors
from knowledge.index.hit import Hit

MOST_EXACT = 100_000
"""Vectors searched one by one; with more, lists of near ones are searched (docs/scale.md has both measured)."""
_GROWTH = 16  # lists made for so many times fewer vectors are made anew


class VectorIndex:
    """Inner-product search over unit vectors, numbered by the caller from 0 without large gaps.

    FAISS runs on one thread: on two shared cores a second one made a single query slower (docs/quality.md).
    """

    def __init__(self, dimension: int, most_exact: int = MOST_EXACT) -> None:
        faiss.omp_set_num_threads(1)
        self.dimension = dimension
        self._most_exact = most_exact
        self._vectors: ExactVectors | ApproximateVectors = ExactVectors(dimension)

    def __len__(self) -> int:
        return len(self._vectors)

    @property
    def is_exact(self) -> bool:
        """Whether every vector is looked at."""
        return isinstance(self._vectors, ExactVectors)

    def add(self, numbers: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add vectors, shape (len(numbers), dimension)."""
        if len(numbers):
            self._vectors.add(np.asarray(numbers, dtype=np.int64), np.ascontiguousarray(vectors))

    def remove(self, numbers: Sequence[int]) -> None:
        """Drop vectors by number; unknown numbers are ignored."""
        if len(numbers):
            self._vectors.remove(np.asarray(numbers, dtype=np.int64))

    def search(self, vector: NDArray[np.float32], limit: int) -> list[Hit]:
        """The vectors nearest to one of shape (dimension,), best first, with their cosine."""
        if not len(self):
            return []
        scores, numbers = self._vectors.search(np.ascontiguousarray(vector), min(limit, len(self)))
        found = zip(numbers.tolist(), scores.tolist(), strict=True)
        return [Hit(number, score, rank) for rank, (number, score) in enumerate(found) if number >= 0]

    def take(self, numbers: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        """The stored vectors of numbers, shape (len(numbers), dimension)."""
        if not len(numbers):
            return np.zeros((0, self.dimension), dtype=np.float32)
        return self._vectors.take(np.asarray(numbers, dtype=np.int64))

    def save(self, folder: Path) -> None:
        """Write the index into a folder.

        Raises:
            OSError: if it cannot be written.
        """
        self._vectors.save(folder)

    @classmethod
    def load(cls, folder: Path, dimension: int) -> Self:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError: if it cannot be read.
        """
        made = cls(dimension)
        is_in_lists = (folder / LISTS_FILE).exists()
        made._vectors = ApproximateVectors.load(folder) if is_in_lists else ExactVectors.load(folder, dimension)
        return made

    def look_into(self, lists: int | None) -> None:
        """Look into so many lists from now on, None for as many as suit; without lists it changes nothing."""
        if isinstance(self._vectors, ApproximateVectors):
            self._vectors.look_into(lists)

    @property
    def probed(self) -> int | None:
        """How many lists a search looks into; None where all vectors are looked at."""
        return self._vectors.probed if isinstance(self._vectors, ApproximateVectors) else None

    def grown(self) -> ApproximateVectors | None:
        """The same vectors in lists that fit how many there are now; None while the present form does.

        Takes seconds. Searches may go on meanwhile, changes may not: give the result to `adopt` before the next.
        """
        most = self._most_exact if isinstance(self._vectors, ExactVectors) else self._vectors.trained_for * _GROWTH
        if len(self) <= most:
            return None
        return ApproximateVectors.of(self._vectors.pieces, len(self), self.dimension)

    def adopt(self, grown: ApproximateVectors) -> None:
        """Search in these from now on."""
        self._vectors = grown
