"""Which documents have a term, and how often: sorted arrays for most of them, a dictionary for the latest.

Terms are known by 64 bits of their BLAKE2b hash. Among a million terms two share them with a probability of 3 in 10^8;
the two would then count as one.
"""

from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Self

import numpy as np
from numpy.typing import NDArray

_LEAST_RAGGED, _MOST_RAGGED = 1 << 15, 1 << 19  # postings
_MOST_OFTEN = 255

Numbers = NDArray[np.uint32]
Counts = NDArray[np.uint8]


@lru_cache(maxsize=65536)
def term_key(term: str) -> int:
    """A term's 64 bits, the same in every process."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little")


@dataclass(frozen=True)
class Sorted:
    """Postings by term.

    Attributes:
        keys: the terms' keys, ascending, shape (terms,).
        starts: where each term's postings begin, shape (terms + 1,).
        numbers, counts: the postings, shape (postings,).
    """

    keys: NDArray[np.uint64]
    starts: NDArray[np.int64]
    numbers: Numbers
    counts: Counts

    def arrays(self) -> tuple[NDArray[np.integer], ...]:
        """Its arrays in the order in which it takes them."""
        return self.keys, self.starts, self.numbers, self.counts

    def span(self, key: int) -> slice:
        """Where a term's postings are; empty if it has none."""
        at = int(np.searchsorted(self.keys, np.uint64(key)))
        if at == len(self.keys) or int(self.keys[at]) != key:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))

    def only(self, alive: NDArray[np.bool_]) -> "Sorted":
        """Without the postings of documents that are gone, and without terms that none is left of."""
        kept = alive[self.numbers]
        if kept.all():
            return self
        before = np.concatenate([[0], np.cumsum(kept)])[self.starts]
        used = np.diff(before) > 0
        starts = np.append(before[:-1][used], before[-1])
        return Sorted(self.keys[used], starts, self.numbers[kept], self.counts[kept])


def _empty() -> Sorted:
    return Sorted(
        np.zeros(0, dtype=np.uint64),
        np.zeros(1, dtype=np.int64),
        np.zeros(0, dtype=np.uint32),
        np.zeros(0, dtype=np.uint8),
    )


def _merged(one: Sorted, other: Sorted) -> Sorted:
    """The postings of both; at most 2 billion, so that their places fit 32 bits."""
    keys = np.union1d(one.keys, other.keys)
    parts = [(part, np.searchsorted(keys, part.keys), np.diff(part.starts)) for part in (one, other)]
    sizes = np.zeros((2, len(keys)), dtype=np.int64)
    for row, (_, at, lengths) in enumerate(parts):
        sizes[row, at] = lengths
    starts = np.concatenate([[0], np.cumsum(sizes.sum(axis=0))])
    numbers, counts = np.empty(starts[-1], dtype=np.uint32), np.empty(starts[-1], dtype=np.uint8)
    firsts = (starts[:-1], starts[:-1] + sizes[0])
    for first, (part, at, lengths) in zip(firsts, parts, strict=True):
        to = np.repeat((first[at] - part.starts[:-1]).astype(np.int32), lengths)
        to += np.arange(len(to), dtype=np.int32)
        numbers[to], counts[to] = part.numbers, part.counts
    return Sorted(keys, starts, numbers, counts)


class Postings:
    """Takes documents one at a time. What came last lies in a dictionary, until `tidy` sorts it among the others."""

    def __init__(self) -> None:
        self._sorted = _empty()
        self._latest: dict[int, tuple[array[int], array[int]]] = {}
        self._latest_size = 0
        self._more: dict[int, int] = {}

    @classmethod
    def holding(cls, found: Sorted) -> Self:
        """Postings that are sorted already."""
        made = cls()
        made._sorted = found
        return made

    @property
    def sorted(self) -> Sorted:
        """The sorted ones: all of them right after `tidy`."""
        return self._sorted

    def add(self, number: int, counts: Mapping[str, int]) -> None:
        """Add a document with how often it has each term; 255 times counts as more often."""
        for term, count in counts.items():
            key = term_key(term)
            found = self._latest.get(key)
            if found is None:
                found = self._latest[key] = (array("I"), array("B"))
            found[0].append(number)
            found[1].append(min(count, _MOST_OFTEN))
            self._more[key] = self._more.get(key, 0) + 1
        self._latest_size += len(counts)

    def remove(self, terms: Collection[str]) -> None:
        """Count a document less for each of its terms; its postings stay until `tidy`."""
        for term in terms:
            key = term_key(term)
            self._more[key] = self._more.get(key, 0) - 1

    def documents_with(self, term: str) -> int:
        """How many documents have a term."""
        key = term_key(term)
        span = self._sorted.span(key)
        return int(span.stop) - int(span.start) + self._more.get(key, 0)

    def of(self, term: str) -> tuple[Numbers, Counts]:
        """The documents that have a term, also some that are gone, and how often each has it."""
        key = term_key(term)
        span = self._sorted.span(key)
        numbers, counts = self._sorted.numbers[span], self._sorted.counts[span]
        latest = self._latest.get(key)
        if latest is None:
            return numbers, counts
        return (
            np.concatenate([numbers, np.frombuffer(latest[0], dtype=np.uint32)]),
            np.concatenate([counts, np.frombuffer(latest[1], dtype=np.uint8)]),
        )

    @property
    def is_ragged(self) -> bool:
        """Whether so much came since the last `tidy` that it is worth its time."""
        return self._latest_size > min(max(_LEAST_RAGGED, len(self._sorted.numbers) // 4), _MOST_RAGGED)

    def tidy(self, alive: NDArray[np.bool_]) -> None:
        """Sort what came last among the others, and leave out documents that are gone.

        Args:
            alive: of each document number whether it is still there.
        """
        keys = np.fromiter(self._latest, dtype=np.uint64, count=len(self._latest))
        order = np.argsort(keys)
        lists = list(self._latest.values())
        sizes = np.array([len(lists[at][0]) for at in order], dtype=np.int64)
        latest = Sorted(
            keys[order],
            np.concatenate([[0], np.cumsum(sizes)]),
            np.frombuffer(b"".join(lists[at][0].tobytes() for at in order), dtype=np.uint32),
            np.frombuffer(b"".join(lists[at][1].tobytes() for at in order), dtype=np.uint8),
        )
        self._sorted = _merged(self._sorted.only(alive), latest.only(alive))
        self._latest, self._latest_size, self._more = {}, 0, {}
