"""A BM25 index that takes and drops documents one at a time.

BM25 as in Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the idf that
never goes below zero (Lucene's `ln(1 + (N - n + 0.5) / (n + 0.5))`).
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.index.hit import Hit

K1 = 1.2
B = 0.75


class LexicalIndex:
    """Terms to documents. Documents are numbered by the caller, from 0, without large gaps."""

    def __init__(self) -> None:
        self._documents: dict[str, array[int]] = {}
        self._frequencies: dict[str, array[int]] = {}
        self._terms: dict[int, tuple[str, ...]] = {}
        self._lengths = np.zeros(1024, dtype=np.float32)
        self._alive = np.zeros(1024, dtype=bool)
        self._live_counts: Counter[str] = Counter()
        self._total_length = 0.0
        self._idf: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._terms)

    def add(self, number: int, terms: Iterable[str]) -> None:
        """Add a document under a number never used before.

        Raises:
            ValueError: if the number was used already.
        """
        if number < len(self._alive) and (self._alive[number] or self._lengths[number]):
            raise ValueError(f"document number {number} was used already")
        counts = Counter(terms)
        self._grow(number)
        for term, count in counts.items():
            self._documents.setdefault(term, array("I")).append(number)
            self._frequencies.setdefault(term, array("H")).append(min(count, 65535))
            self._live_counts[term] += 1
        self._lengths[number] = max(counts.total(), 1)
        self._alive[number] = True
        self._total_length += float(self._lengths[number])
        self._terms[number] = tuple(counts)
        self._idf.clear()

    def remove(self, number: int) -> None:
        """Drop a document; its number stays used. Unknown numbers are ignored."""
        terms = self._terms.pop(number, None)
        if terms is None:
            return
        self._alive[number] = False
        self._total_length -= float(self._lengths[number])
        self._live_counts.subtract(terms)
        self._idf.clear()

    def idf(self, term: str) -> float:
        """How much a term tells: `ln(1 + (N - n + 0.5) / (n + 0.5))`; unseen terms tell most."""
        known = self._idf.get(term)
        if known is None:
            count = self._live_counts.get(term, 0)
            known = self._idf[term] = log(1.0 + (len(self) - count + 0.5) / (count + 0.5))
        return known

    def scores(self, terms: Iterable[str]) -> NDArray[np.float32]:
        """The BM25 score of every document number for a query, shape (numbers,); dropped documents have 0."""
        out = np.zeros(len(self._lengths), dtype=np.float32)
        if not self._terms:
            return out
        average = self._total_length / len(self._terms)
        for term in dict.fromkeys(terms):
            if term not in self._documents:
                continue
            numbers = np.frombuffer(self._documents[term], dtype=np.uint32)
            counts = np.frombuffer(self._frequencies[term], dtype=np.uint16).astype(np.float32)
            norm = K1 * (1.0 - B + B * self._lengths[numbers] / average)
            out[numbers] += self.idf(term) * counts * (K1 + 1.0) / (counts + norm)
        return out * self._alive

    @staticmethod
    def best(scores: NDArray[np.float32], limit: int) -> list[Hit]:
        """The best documents of `scores`, best first; only those that share a term with the query."""
        limit = min(limit, len(scores))
        top = np.argpartition(scores, -limit)[-limit:]
        top = top[np.lexsort((top, -scores[top]))]
        return [Hit(int(n), float(scores[n]), rank) for rank, n in enumerate(top) if scores[n] > 0]

    def search(self, terms: Iterable[str], limit: int) -> list[Hit]:
        """The best documents for a query, best first."""
        return self.best(self.scores(terms), limit)

    def _grow(self, number: int) -> None:
        if number >= len(self._lengths):
            extra = max(len(self._lengths), number + 1 - len(self._lengths))
            self._lengths = np.concatenate([self._lengths, np.zeros(extra, dtype=np.float32)])
            self._alive = np.concatenate([self._alive, np.zeros(extra, dtype=bool)])
