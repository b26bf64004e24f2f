"""Vectors in lists of near ones, of which a search looks into some: for more than can all be looked at."""

from collections.abc import Callable, Iterable, Iterator
from math import ceil
from pathlib import Path
from typing import Final, Self, cast

import faiss
import numpy as np
from numpy.typing import NDArray

LISTS: Final = 1024
"""How many lists there are; with more than 1.6 million vectors twice as many."""
LOOKED_AT: Final = 100_000
"""How many vectors a search looks at, about: see docs/scale.md for what it finds and takes with fewer and more."""
_MANY: Final = 1_600_000
_SAMPLE_PER_LIST: Final = 40  # FAISS warns below 39
_ITERATIONS: Final = 6
_SEED: Final = 20261126
_BY_NUMBER: Final = 2  # faiss.DirectMap.Hashtable, which its type stubs lack
LISTS_FILE: Final = "lists.faiss"
_TRAINED_FOR: Final = "trained_for.txt"

Piece = tuple[NDArray[np.int64], NDArray[np.float32]]


class ApproximateVectors:
    """An inverted file over 8-bit vectors (FAISS `IVF,SQ8`), one byte a number, whose lists come from k-means.

    Args:
        index: trained.
        trained_for: how many vectors it was made for.
    """

    def __init__(self, index: faiss.IndexIVFScalarQuantizer, trained_for: int) -> None:
        self.trained_for = trained_for
        self._index = index
        self._probed: int | None = None

    @classmethod
    def of(cls, pieces: Callable[[], Iterable[Piece]], count: int, dimension: int, lists: int | None = None) -> Self:
        """Make lists from a sample of vectors, and put all of them in.

        Args:
            pieces: gives numbers and vectors, some at a time; asked twice.
            count: how many there are in all.
            dimension: the length of the vectors.
            lists: how many lists; by default as many as suit `count`.
        """
        if lists is None:
            lists = LISTS if count <= _MANY else 2 * LISTS
        random = np.random.default_rng(_SEED)
        share = min(1.0, lists * _SAMPLE_PER_LIST / count)
        sample = np.concatenate([vectors[random.random(len(vectors)) < share] for _, vectors in pieces()])
        quantizer = faiss.IndexFlatIP(dimension)
        eight_bits = faiss.ScalarQuantizer.QT_8bit
        index = faiss.IndexIVFScalarQuantizer(
            quantizer, dimension, lists, eight_bits, faiss.METRIC_INNER_PRODUCT, False
        )
        index.cp.niter, index.cp.seed = _ITERATIONS, _SEED % 10_000
        index.train(sample)
        index.set_direct_map_type(_BY_NUMBER)
        made = cls(index, count)
        for numbers, vectors in pieces():
            made.add(numbers, vectors)
        return made

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, numbers: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors, shape (len(numbers), dimension)."""
        self._index.add_with_ids(vectors, numbers)

    def remove(self, numbers: NDArray[np.int64]) -> None:
        """Drop vectors by number; unknown numbers are ignored."""
        self._index.remove_ids(faiss.IDSelectorArray(numbers))

    def look_into(self, lists: int | None) -> None:
        """Look into so many lists in every search from now on; None for as many as have some `LOOKED_AT` vectors."""
        self._probed = lists

    @property
    def probed(self) -> int:
        """How many lists a search looks into."""
        suiting = ceil(self._index.nlist * LOOKED_AT / max(1, len(self)))
        return min(self._probed or suiting, int(self._index.nlist))

    def search(self, vector: NDArray[np.float32], limit: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The nearest vectors' inner products and numbers, best first, each of shape (limit,); -1 for none."""
        self._index.nprobe = self.probed
        scores, numbers = self._index.search(vector[None, :], limit)
        return scores[0], numbers[0]

    def take(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of numbers as 8 bits keep them, shape (len(numbers), dimension)."""
        return np.asarray(self._index.reconstruct_batch(numbers), dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write them into a folder.

        Raises:
            OSError: if they cannot be written.
        """
        try:
            faiss.write_index(self._index, str(folder / LISTS_FILE))
        except RuntimeError as error:
            raise OSError(str(error)) from error
        (folder / _TRAINED_FOR).write_text(str(self.trained_for), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError: if it cannot be read.
        """
        trained_for = int((folder / _TRAINED_FOR).read_text(encoding="utf-8"))
        try:
            read = faiss.read_index(str(folder / LISTS_FILE))
        except RuntimeError as error:
            raise ValueError(str(error)) from error
        return cls(cast("faiss.IndexIVFScalarQuantizer", read), trained_for)

    def pieces(self) -> Iterator[Piece]:
        """All numbers and vectors, list by list."""
        lists = self._index.invlists
        if lists is None:
            return
        for at in range(self._index.nlist):
            numbers = faiss.rev_swig_ptr(lists.get_ids(at), lists.list_size(at)).copy()
            if len(numbers):
                yield numbers, self.take(numbers)
