"""A direction for every indexed term, so that words can be compared across languages one by one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.embedder.embedder import Embedder
from knowledge.text.analysis import Term

NO_ROW = 0
"""The row that stands for nothing: its vector is zero and its key empty, with the number 0 as well."""
MOST_ROWS = 65_536
"""More rows than this are forgotten, all at once, and come back as they are needed; 1 kB each at 256 numbers."""
_FIRST_SIZE = 4096
_MOST_REMEMBERED = 50_000


class TermVectors:
    """The vectors of the terms of entries at hand, each kept once. Numbers have none: they are equal or they are not.

    Every word has its own direction; words of one stem have one key. Keys are numbered too, so that what depends on
    them alone can be kept in arrays. Rows and numbers hold until `make_room` forgets them, which a new `generation`
    tells.

    Words of messages are remembered too, up to 50,000: embedding them one by one costs more than all else in a search.
    """

    def __init__(self, embedder: Embedder, most_rows: int = MOST_ROWS) -> None:
        self._embedder = embedder
        self._most_rows = most_rows
        self.generation = 0
        self._table = np.zeros((_FIRST_SIZE, embedder.dimension), dtype=np.float32)
        self._number_of_row = np.zeros(_FIRST_SIZE, dtype=np.int32)
        self._remembered: dict[str, NDArray[np.float32]] = {}
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[Term, int] = {Term("", ""): NO_ROW}
        self._numbers: dict[str, int] = {"": NO_ROW}
        self._keys: list[str] = [""]

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def key_count(self) -> int:
        """How many keys there are: their numbers are below."""
        return len(self._keys)

    def make_room(self) -> None:
        """Forget all rows if there are too many; call it where none are in use."""
        if len(self._rows) > self._most_rows:
            self._forget()
            self.generation += 1

    def rows(self, terms: Sequence[Term]) -> NDArray[np.int32]:
        """The table rows of terms, shape (len(terms),); new ones are embedded and kept."""
        fresh = [term for term in dict.fromkeys(terms) if term not in self._rows]
        if fresh:
            vectors = self._embedder.embed([term.word for term in fresh])
            while len(self._rows) + len(fresh) > len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
                self._number_of_row = np.concatenate([self._number_of_row, np.zeros_like(self._number_of_row)])
            for term, vector in zip(fresh, vectors, strict=True):
                row = self._rows[term] = len(self._rows)
                self._table[row] = vector
                self._number_of_row[row] = self._numbered(term.key)
        return np.array([self._rows[term] for term in terms], dtype=np.int32)

    def _numbered(self, key: str) -> int:
        number = self._numbers.setdefault(key, len(self._keys))
        if number == len(self._keys):
            self._keys.append(key)
        return number

    def embed(self, terms: Sequence[Term]) -> NDArray[np.float32]:
        """The vectors of terms, shape (len(terms), dimension), without giving them rows."""
        fresh = [word for word in dict.fromkeys(term.word for term in terms) if word not in self._remembered]
        if fresh:
            if len(self._remembered) + len(fresh) > _MOST_REMEMBERED:
                self._remembered.clear()
                fresh = list(dict.fromkeys(term.word for term in terms))
            self._remembered.update(zip(fresh, self._embedder.embed(fresh), strict=True))
        return np.array([self._remembered[term.word] for term in terms], dtype=np.float32)

    def known(self, keys: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of keys, -1 for those that no entry uses, shape (len(keys),)."""
        return np.array([self._numbers.get(key, -1) for key in keys], dtype=np.int32)

    def numbers(self, rows: NDArray[np.integer]) -> NDArray[np.int32]:
        """The numbers of the rows' keys, shape (len(rows),)."""
        return np.asarray(self._number_of_row[rows], dtype=np.int32)

    def keys(self, numbers: NDArray[np.int32]) -> list[str]:
        """The keys of numbers."""
        return [self._keys[number] for number in numbers]

    def take(self, rows: NDArray[np.integer]) -> NDArray[np.float32]:
        """The vectors of rows, shape (len(rows), dimension)."""
        return np.asarray(self._table[rows], dtype=np.float32)
