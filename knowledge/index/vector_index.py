"""The FAISS index over passage vectors."""

from collections.abc import Sequence

import faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.index.hit import Hit


class VectorIndex:
    """Exact inner-product search over unit vectors, by the caller's numbers.

    FAISS runs on one thread: on two shared cores a second one made a single query slower (docs/quality.md).
    """

    def __init__(self, dimension: int) -> None:
        faiss.omp_set_num_threads(1)
        self._index: faiss.Index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """The length of its vectors."""
        return int(self._index.d)

    def add(self, numbers: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add vectors, shape (len(numbers), dimension)."""
        if len(numbers):
            self._index.add_with_ids(np.ascontiguousarray(vectors), np.asarray(numbers, dtype=np.int64))

    def remove(self, numbers: Sequence[int]) -> None:
        """Drop vectors by number; unknown numbers are ignored."""
        if len(numbers):
            self._index.remove_ids(faiss.IDSelectorBatch(np.asarray(numbers, dtype=np.int64)))

    def search(self, vector: NDArray[np.float32], limit: int) -> list[Hit]:
        """The vectors nearest to one of shape (dimension,), best first, with their cosine."""
        if not len(self):
            return []
        scores, numbers = self._index.search(np.ascontiguousarray(vector[None, :]), min(limit, len(self)))
        return [
            Hit(int(number), float(score), rank)
            for rank, (number, score) in enumerate(zip(numbers[0], scores[0], strict=True))
            if number >= 0
        ]

    def take(self, numbers: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        """The stored vectors of numbers, shape (len(numbers), dimension)."""
        if not len(numbers):
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.asarray(self._index.reconstruct_batch(np.asarray(numbers, dtype=np.int64)), dtype=np.float32)
