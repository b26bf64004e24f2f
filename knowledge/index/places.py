"""Where each entry of a shelf is: its rows among the vectors and its place in the spill, 22 bytes an entry."""

from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.index.spill import Place

_PLACE = np.dtype([("row", "i8"), ("headings", "u1"), ("passages", "u1"), ("offset", "i8"), ("size", "u4")])
_FIRST_SIZE = 1024


class Spans(NamedTuple):
    """The rows of several entries, one entry after the other.

    Attributes:
        rows: each entry's headings, then its bodies, shape (rows,).
        starts: where among them each entry's headings begin and its bodies, in turn, shape (2 * entries,).
    """

    rows: NDArray[np.int64]
    starts: NDArray[np.int64]


class Places:
    """Numbers entries and their rows from 0, in the order they come; no number is used twice."""

    def __init__(self) -> None:
        self._places = np.zeros(_FIRST_SIZE, dtype=_PLACE)
        self._count = 0
        self._rows = 0

    def add(self, headings: int, passages: int, spilled: Place) -> tuple[int, range]:
        """Give the next entry its number and its rows: headings first, then bodies.

        Args:
            headings: how many passages are headings or wordings.
            passages: how many passages there are.
            spilled: where the entry lies.
        """
        if self._count == len(self._places):
            self._places = np.concatenate([self._places, np.zeros_like(self._places)])
        number = self._count
        self._places[number] = (self._rows, headings, passages, spilled.offset, spilled.size)
        self._count += 1
        self._rows += passages
        return number, self.rows(number)

    def as_array(self) -> NDArray[np.void]:
        """All places, for `of`."""
        return self._places[: self._count]

    @classmethod
    def of(cls, places: NDArray[np.void]) -> Self:
        """The same places again.

        Raises:
            ValueError: if the array is of another kind.
        """
        if places.dtype != _PLACE:
            raise ValueError(f"places of another kind: {places.dtype}")
        made = cls()
        made._places = np.concatenate([places, np.zeros(_FIRST_SIZE, dtype=_PLACE)])
        made._count = len(places)
        made._rows = int(places[-1]["row"]) + int(places[-1]["passages"]) if len(places) else 0
        return made

    def rows(self, number: int) -> range:
        """The rows of an entry's passages."""
        place = self._places[number]
        return range(int(place["row"]), int(place["row"]) + int(place["passages"]))

    def spilled(self, number: int) -> Place:
        """Where an entry lies in the spill."""
        place = self._places[number]
        return Place(int(place["offset"]), int(place["size"]))

    def numbers_of(self, rows: Sequence[int]) -> list[int]:
        """The entries whose passages have these rows."""
        firsts = self._places["row"][: self._count]
        found = np.searchsorted(firsts, np.array(rows, dtype=np.int64), side="right") - 1
        return [int(number) for number in found]

    def spans(self, numbers: Sequence[int]) -> Spans:
        """The rows of several entries."""
        places = self._places[np.array(numbers, dtype=np.int64)]
        passages = places["passages"].astype(np.int64)
        ends = np.cumsum(passages)
        firsts = ends - passages
        rows = np.arange(ends[-1]) + np.repeat(places["row"] - firsts, passages)
        return Spans(rows, np.column_stack([firsts, firsts + places["headings"]]).ravel())
