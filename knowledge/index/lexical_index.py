"""A BM25 index that takes and drops documents one at a time.

BM25 as in Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the idf that
never goes below zero (Lucene's `ln(1 + (N - n + 0.5) / (n + 0.5))`).
"""

from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.index.hit import Hit
from knowledge.index.postings import Postings, Sorted

K1 = 1.2
B = 0.75
_MOST_IDFS = 100_000
_MOST_WORKED_OUT = 4_000_000  # postings; 12 bytes each
_BLOCK = 256
_LEAST = float(np.finfo(np.float32).tiny)


class _Shares(NamedTuple):
    """What a term adds to documents' scores: numbers, shape (documents,), and what it adds to each of them."""

    numbers: NDArray[np.uint32]
    scores: NDArray[np.float64]


class LexicalIndex:
    """Terms to documents. Documents are numbered by the caller, from 0, without large gaps.

    What a term adds to the scores is worked out when it is first asked for and kept until the collection changes.
    """

    def __init__(self) -> None:
        self._postings = Postings()
        self._lengths = np.zeros(1024, dtype=np.float32)
        self._alive = np.zeros(1024, dtype=bool)
        self._count = 0
        self._total_length = 0.0
        self._idf: dict[str, float] = {}
        self._shares: dict[str, _Shares] = {}
        self._worked_out = 0

    def __len__(self) -> int:
        return self._count

    def tidy(self) -> None:
        """Sort what came last among the rest, so that `save` finds all of it sorted."""
        self._postings.tidy(self._alive)

    def save(self, path: Path) -> None:
        """Write the index, right after `tidy`, to a file.

        Raises:
            OSError: if it cannot be written.
        """
        found = self._postings.sorted
        with path.open("wb") as file:
            np.savez(file, *found.arrays(), self._lengths, self._alive)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError, KeyError: if it cannot be read.
        """
        made = cls()
        with path.open("rb") as file, np.load(file) as stored:
            *sorted_arrays, made._lengths, made._alive = (stored[f"arr_{at}"] for at in range(6))
        made._postings = Postings.holding(Sorted(*sorted_arrays))
        made._count = int(made._alive.sum())
        made._total_length = float(made._lengths[made._alive].sum(dtype=np.float64))
        return made

    def add(self, number: int, terms: Iterable[str]) -> None:
        """Add a document under a number never used before.

        Raises:
            ValueError: if the number was used already.
        """
        if number < len(self._lengths) and self._lengths[number]:
            raise ValueError(f"document number {number} was used already")
        counts = Counter(terms)
        self._grow(number)
        self._postings.add(number, counts)
        self._lengths[number] = max(counts.total(), 1)
        self._alive[number] = True
        self._total_length += float(self._lengths[number])
        self._count += 1
        self._forget()
        if self._postings.is_ragged:
            self._postings.tidy(self._alive)

    def remove(self, number: int, terms: Iterable[str]) -> None:
        """Drop a document with the terms it was added with; its number stays used. Unknown numbers are ignored."""
        if number >= len(self._alive) or not self._alive[number]:
            return
        self._postings.remove(frozenset(terms))
        self._alive[number] = False
        self._total_length -= float(self._lengths[number])
        self._count -= 1
        self._forget()

    def idf(self, term: str) -> float:
        """How much a term tells: `ln(1 + (N - n + 0.5) / (n + 0.5))`; unseen terms tell most."""
        known = self._idf.get(term)
        if known is None:
            if len(self._idf) >= _MOST_IDFS:
                self._idf.clear()
            count = self._postings.documents_with(term)
            known = self._idf[term] = log(1.0 + (self._count - count + 0.5) / (count + 0.5))
        return known

    def scores(self, terms: Iterable[str]) -> NDArray[np.float32]:
        """The BM25 score of every document number for a query, shape (numbers,); dropped documents have 0."""
        shares = [self._shares_of(term) for term in dict.fromkeys(terms)]
        if not self._count or not shares:
            return np.zeros(len(self._lengths), dtype=np.float32)
        numbers = np.concatenate([each.numbers for each in shares])
        added = np.concatenate([each.scores for each in shares])
        return np.bincount(numbers, added, len(self._lengths)).astype(np.float32)

    @staticmethod
    def best(scores: NDArray[np.float32], limit: int) -> list[Hit]:
        """The best documents of `scores`, best first; only those that share a term with the query."""
        top = np.flatnonzero(scores >= np.float32(max(_bound(scores, limit), _LEAST)))
        top = top[np.argsort(-scores[top], kind="stable")][:limit]
        found = zip(top.tolist(), scores[top].tolist(), strict=True)
        return [Hit(number, score, rank) for rank, (number, score) in enumerate(found)]

    def search(self, terms: Iterable[str], limit: int) -> list[Hit]:
        """The best documents for a query, best first."""
        return self.best(self.scores(terms), limit)

    def _shares_of(self, term: str) -> _Shares:
        known = self._shares.get(term)
        if known is None:
            known = self._work_out(term)
            self._worked_out += len(known.numbers) + 1
            if self._worked_out > _MOST_WORKED_OUT:
                self._shares.clear()
                self._worked_out = len(known.numbers) + 1
            self._shares[term] = known
        return known

    def _work_out(self, term: str) -> _Shares:
        numbers, counts = self._postings.of(term)
        if not self._alive[numbers].all():
            numbers, counts = numbers[self._alive[numbers]], counts[self._alive[numbers]]
        average = self._total_length / max(self._count, 1)
        norm = K1 * (1.0 - B + B * self._lengths[numbers] / average)
        scores = self.idf(term) * counts.astype(np.float32) * (K1 + 1.0) / (counts + norm)
        return _Shares(numbers, scores.astype(np.float64))

    def _forget(self) -> None:
        """Every change of the collection changes how much each term tells."""
        self._idf.clear()
        self._shares.clear()
        self._worked_out = 0

    def _grow(self, number: int) -> None:
        if number >= len(self._lengths):
            extra = max(len(self._lengths), number + 1 - len(self._lengths))
            self._lengths = np.concatenate([self._lengths, np.zeros(extra, dtype=np.float32)])
            self._alive = np.concatenate([self._alive, np.zeros(extra, dtype=bool)])


def _bound(scores: NDArray[np.float32], limit: int) -> float:
    """A score that the best `limit` reach: the limit-th best of the blocks' best. 0 where there are few blocks."""
    if len(scores) < 2 * limit * _BLOCK:
        return float(np.partition(scores, -limit)[-limit]) if limit < len(scores) else 0.0
    blocks = scores[: len(scores) // _BLOCK * _BLOCK].reshape(-1, _BLOCK).max(axis=1)
    return float(np.partition(blocks, -limit)[-limit])
