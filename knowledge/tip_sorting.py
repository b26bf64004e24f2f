"""Puts every tip into the cluster of its claim as it comes, and joins clusters that it shows to be about one claim."""

import threading
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import numpy as np

from knowledge.clustering import fitting, is_one_claim, most_central
from knowledge.likeness import log_odds
from knowledge.store.cluster_rows import ClusterTip
from knowledge.store.cluster_store import ClusterStore
from knowledge.tip_reading import TipReader, TipReading

REMEMBERED = 5000
"""How many readings are kept, so that a new tip is compared without reading all others again."""


_Groups = dict[int, list[TipReading]]
_Apart = Mapping[int, Collection[int]]


class Sorter(Protocol):
    """What the desk asks of sorting."""

    def catch_up(self, at: datetime) -> int:
        """Put every tip that is in no cluster into one; returns how many they were."""
        ...

    def headline(self, tips: Sequence[ClusterTip]) -> ClusterTip:
        """The tip that says best what the cluster is about."""
        ...

    def similar(self, cluster_id: int, limit: int) -> list[int]:
        """The open clusters most like this one, best first."""
        ...


class TipSorter:
    """Sorts by `knowledge.clustering`. Thread-safe: one tip is placed after the other.

    Args:
        clusters: where tips and clusters are.
        reader: reads tips.
    """

    def __init__(self, clusters: ClusterStore, reader: TipReader) -> None:
        self._clusters = clusters
        self._reader = reader
        self._lock = threading.Lock()
        self._known: OrderedDict[int, TipReading] = OrderedDict()

    def catch_up(self, at: datetime) -> int:
        """Put every tip that is in no cluster into one; returns how many they were.

        Raises:
            EmbedderError: the tips cannot be read; they stay unplaced.
        """
        with self._lock:
            unplaced = self._clusters.unplaced()
            if not unplaced:
                return 0
            groups = {number: self._readings(texts) for number, texts in self._clusters.open_tips().items()}
            apart = self._clusters.kept_apart()
            for reading in self._readings(unplaced):
                fits = fitting(reading, groups, apart.get(reading.key, ()))
                number = self._clusters.place(reading.key, next(iter(fits), None), at)
                groups.setdefault(number, []).append(reading)
                self._join(number, fits, groups, apart, at)
            return len(unplaced)

    def headline(self, tips: Sequence[ClusterTip]) -> ClusterTip:
        """The tip that says best what the cluster is about."""
        with self._lock:
            best = most_central(self._readings({tip.id: tip.text for tip in tips}))
        return next(tip for tip in tips if tip.id == best)

    def similar(self, cluster_id: int, limit: int) -> list[int]:
        """The open clusters most like this one, best first."""
        with self._lock:
            groups = {number: self._readings(texts) for number, texts in self._clusters.open_tips().items()}
        own = groups.pop(cluster_id, [])
        if not own:
            return []
        return sorted(groups, key=lambda number: (-_likeness(own, groups[number]), number))[:limit]

    def _join(self, number: int, fits: Sequence[int], groups: _Groups, apart: _Apart, at: datetime) -> None:
        """Makes one of the cluster that a tip joined and those that are about the same claim now that it is there."""
        for other in fits:
            if other == number or _are_split(number, other, groups, apart):
                continue
            left = self._clusters.join(number, other, at) if is_one_claim(groups[number], groups[other]) else None
            if left is not None:
                together = groups.pop(number) + groups.pop(other)
                groups[left], number = together, left

    def _readings(self, texts: Mapping[int, str]) -> list[TipReading]:
        fresh = {number: text for number, text in texts.items() if number not in self._known}
        self._known |= {reading.key: reading for reading in self._reader.read(fresh)}
        found = [self._known[number] for number in texts]
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return found


def _are_split(one: int, other: int, groups: _Groups, apart: _Apart) -> bool:
    """Whether people took a tip of one out of the other: then their pairs need not be looked at, however many."""
    pairs = ((one, other), (other, one))
    return any(there in apart.get(reading.key, ()) for here, there in pairs for reading in groups[here])


def _likeness(some: Sequence[TipReading], others: Sequence[TipReading]) -> float:
    return float(np.mean([log_odds(one, other) for one in some for other in others]))
