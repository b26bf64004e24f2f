"""How far a message's terms and an entry's headings cover each other, counted in the weight of the same terms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Floats = NDArray[np.float32]


class Cover(NamedTuple):
    """Shares in 0 to 1.

    Attributes:
        claim: how much of the best heading's weight the message's terms cover.
        message: how much of the message's weight the best heading's terms cover.
    """

    claim: float
    message: float


@dataclass(frozen=True)
class HeadingKeys:
    """An entry's headings' different keys by their numbers in the term table, one heading after the other.

    Attributes:
        keys: the numbers.
        lengths: how many each heading has, at least one.
    """

    keys: Numbers
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, headings: Sequence[Numbers]) -> "HeadingKeys":
        """Put headings together; one without terms has the number that stands for nothing."""
        nothing = np.zeros(1, dtype=np.int32)
        filled = [keys if len(keys) else nothing for keys in headings]
        return cls(np.concatenate(filled), tuple(map(len, filled)))


def covers(
    entries: Sequence[HeadingKeys],
    message: Numbers,
    message_weights: Floats,
    weight: Callable[[Numbers], Floats],
    key_count: int,
) -> list[Cover]:
    """Count for several entries at once.

    Args:
        entries: the entries' headings.
        message: the numbers of the message's different keys, -1 for one that no entry has.
        message_weights: how much each of them tells.
        weight: how much keys tell.
        key_count: how many keys the term table has.
    """
    if not entries:
        return []
    keys = np.concatenate([entry.keys for entry in entries])
    starts = [0, *accumulate(length for entry in entries for length in entry.lengths)][:-1]
    said = np.zeros(key_count, dtype=np.float32)
    said[message[message >= 0]] = message_weights[message >= 0]
    shared = np.add.reduceat(said[keys], starts)
    of_heading = shared / np.maximum(np.add.reduceat(weight(keys), starts), 1e-9)
    firsts = [0, *accumulate(len(entry.lengths) for entry in entries)][:-1]
    by_message = np.maximum.reduceat(of_heading, firsts).tolist()
    by_heading = (np.maximum.reduceat(shared, firsts) / max(float(message_weights.sum()), 1e-9)).tolist()
    return [Cover(*pair) for pair in zip(by_message, by_heading, strict=True)]
