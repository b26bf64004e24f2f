"""Vectors that are all looked at in every search."""

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import faiss
import numpy as np
from numpy.typing import NDArray

_FIRST_SIZE = 1024
_PIECE = 16_384
_NUMBERS, _ROWS = "numbers.npy", "rows.npy"


class ExactVectors:
    """Searched in 16-bit floats, which is quicker and changes no decision (docs/scale.md), kept in 32-bit ones."""

    def __init__(self, dimension: int) -> None:
        half = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        self._index = faiss.IndexIDMap2(half)
        self._rows = np.zeros((_FIRST_SIZE, dimension), dtype=np.float32)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, numbers: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors, shape (len(numbers), dimension)."""
        self._index.add_with_ids(vectors, numbers)
        missing = int(numbers.max()) + 1 - len(self._rows)
        if missing > 0:
            more = np.zeros((max(missing, len(self._rows)), self._rows.shape[1]), dtype=np.float32)
            self._rows = np.concatenate([self._rows, more])
        self._rows[numbers] = vectors

    def remove(self, numbers: NDArray[np.int64]) -> None:
        """Drop vectors by number; unknown numbers are ignored."""
        self._index.remove_ids(faiss.IDSelectorBatch(numbers))

    def search(self, vector: NDArray[np.float32], limit: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The nearest vectors' inner products and numbers, best first, each of shape (limit,)."""
        scores, numbers = self._index.search(vector[None, :], limit)
        return scores[0], numbers[0]

    def take(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of numbers, shape (len(numbers), dimension)."""
        return np.asarray(self._rows[numbers], dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write them into a folder.

        Raises:
            OSError: if they cannot be written.
        """
        numbers = faiss.vector_to_array(self._index.id_map)
        np.save(folder / _NUMBERS, numbers)
        np.save(folder / _ROWS, self._rows[numbers])

    @classmethod
    def load(cls, folder: Path, dimension: int) -> Self:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError: if it cannot be read.
        """
        made = cls(dimension)
        numbers = np.load(folder / _NUMBERS)
        if len(numbers):
            made.add(numbers, np.load(folder / _ROWS))
        return made

    def pieces(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """All numbers and vectors, some at a time."""
        numbers = faiss.vector_to_array(self._index.id_map)
        for begin in range(0, len(numbers), _PIECE):
            some = numbers[begin : begin + _PIECE]
            yield some, self.take(some)
