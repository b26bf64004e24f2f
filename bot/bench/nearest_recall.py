"""How much of what an exact search finds the index finds, and how long it takes, by how many lists it looks into."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge.embedder.embedder import Embedder
from knowledge.entry import FactCheck, Guideline
from knowledge.index.shelf import Shelf
from knowledge.passage import passages_of
from knowledge.retriever import POOL

TRIED: Final = (8, 16, 32, 64, 128, 256, 512)
_AT_ONCE: Final = 2000


@dataclass(frozen=True)
class Recall:
    """What looking into so many lists gives.

    Attributes:
        lists: how many; None where every vector is looked at.
        recall: the share of the nearest entries (at most `POOL`), by vectors as they were embedded, that is found.
        first: the share of queries whose nearest entry is found.
        p50_ms, p95_ms: how long a search for the nearest entries takes.
    """

    lists: int | None
    recall: float
    first: float
    p50_ms: float
    p95_ms: float


def measure_recall(
    shelf: Shelf, embedder: Embedder, texts: Sequence[str], entries: Iterable[FactCheck | Guideline]
) -> list[Recall]:
    """Compare the shelf's nearest entries with those that a look at every vector finds.

    Args:
        shelf: with all the entries on it.
        embedder: the one that embedded them.
        texts: what is asked.
        entries: the same entries again: the index does not keep their exact vectors.

    Returns:
        What the shelf finds as it is, then with other numbers of lists, if it has lists.
    """
    queries = embedder.embed(texts)
    exact = _exact(shelf, embedder, queries, entries)
    as_it_is = _recall(shelf, queries, exact, None)
    if shelf.vectors.is_exact:
        return [as_it_is]
    others = [_recall(shelf, queries, exact, lists) for lists in TRIED]
    shelf.vectors.look_into(None)
    return [as_it_is, *others]


def _recall(shelf: Shelf, queries: NDArray[np.float32], exact: list[list[int]], lists: int | None) -> Recall:
    shelf.vectors.look_into(lists)
    shared, first, times = 0, 0, []
    for query, wanted in zip(queries, exact, strict=True):
        begun = time.perf_counter()
        found = {hit.number for hit in shelf.nearest(query, POOL)}
        times.append((time.perf_counter() - begun) * 1000)
        shared += len(found & set(wanted))
        first += wanted[0] in found
    p50, p95 = np.percentile(times, [50, 95])
    return Recall(shelf.vectors.probed, shared / sum(map(len, exact)), first / len(exact), float(p50), float(p95))


def _exact(
    shelf: Shelf, embedder: Embedder, queries: NDArray[np.float32], entries: Iterable[FactCheck | Guideline]
) -> list[list[int]]:
    """The numbers of the entries with the passages nearest to each query, nearest first, as `Shelf.nearest`."""
    scores = np.zeros((len(queries), 0), dtype=np.float32)
    numbers = np.zeros((len(queries), 0), dtype=np.int64)
    for chunk in _chunks(entries):
        texts = [[passage.text for passage in passages_of(entry)] for entry in chunk]
        vectors = embedder.embed([text for each in texts for text in each])
        cosines = queries @ vectors.T
        owners = np.repeat([shelf.number(entry.id) for entry in chunk], [len(each) for each in texts]).astype(np.int64)
        scores = np.concatenate([scores, cosines], axis=1)
        numbers = np.concatenate([numbers, np.broadcast_to(owners, cosines.shape)], axis=1)
        order = np.argsort(-scores, axis=1, kind="stable")[:, : 2 * POOL]
        scores, numbers = np.take_along_axis(scores, order, axis=1), np.take_along_axis(numbers, order, axis=1)
    return [list(dict.fromkeys(row))[:POOL] for row in numbers.tolist()]


def _chunks(entries: Iterable[FactCheck | Guideline]) -> Iterator[list[FactCheck | Guideline]]:
    left = iter(entries)
    while chunk := list(islice(left, _AT_ONCE)):
        yield chunk
