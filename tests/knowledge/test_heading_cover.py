"""How far the same terms cover a message and an entry's headings."""

import numpy as np
from numpy.typing import NDArray

from knowledge.heading_cover import HeadingKeys, covers


def rows(*numbers: int) -> NDArray[np.int32]:
    return np.array(numbers, dtype=np.int32)


def weight(of: NDArray[np.int32]) -> NDArray[np.float32]:
    """A row weighs as much as its number; the row that stands for nothing weighs nothing."""
    return of.astype(np.float32)


def test_each_side_is_covered_by_the_best_heading_for_it() -> None:
    """The short heading is all in the message, the long one has more of the message; a foreign entry covers nothing."""
    entry = HeadingKeys.of([rows(2), rows(3, 4, 5)])
    foreign = HeadingKeys.of([rows(9), rows()])
    message, weights = rows(2, 3, 4, -1), np.array([2, 3, 4, 1], dtype=np.float32)
    found, nothing = covers([entry, foreign], message, weights, weight, 10)
    assert np.allclose(found, (1.0, 0.7))
    assert nothing == (0.0, 0.0)


def test_without_entries_or_terms_nothing_is_covered() -> None:
    """An empty shelf and a message of stop words are no errors."""
    nothing = np.zeros(0, dtype=np.float32)
    assert covers([], rows(1), np.ones(1, dtype=np.float32), weight, 10) == []
    assert covers([HeadingKeys.of([rows(1)])], rows(), nothing, weight, 10) == [(0.0, 0.0)]
