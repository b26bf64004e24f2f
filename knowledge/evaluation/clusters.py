"""How well tips are grouped by claim, on tips whose rumour is known."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.clustering import cluster, fitting, is_one_claim
from knowledge.evaluation.examples import JsonObject, read_examples, text_of
from knowledge.tip_reading import TipReader, TipReading

Grouping = Callable[[Sequence[TipReading]], list[tuple[int, ...]]]


@dataclass(frozen=True)
class KnownTip:
    """A tip, the rumour it is about, and the half of the set it belongs to ("" if the file has no halves)."""

    text: str
    rumour: str
    half: str


@dataclass(frozen=True)
class PairTally:
    """Counts over all pairs of tips: a pair is right when it is grouped and about one rumour."""

    tips: int
    rumours: int
    clusters: int
    pairs: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class ClusterReport:
    """Per half, and for all tips as one set: grouped at once, as they come, and the F1 of each random order."""

    at_once: dict[str, PairTally]
    one_by_one: dict[str, PairTally]
    shuffled_f1: dict[str, tuple[float, ...]]

    def as_dict(self) -> dict[str, object]:
        """For printing as JSON."""
        return {
            name: {half: asdict(tally) for half, tally in tallies.items()}
            for name, tallies in (("at_once", self.at_once), ("one_by_one", self.one_by_one))
        } | {"shuffled_f1": self.shuffled_f1}


def read_known_tips(path: Path) -> list[KnownTip]:
    """Read `{"text", "rumour", "half"?}` lines.

    Raises:
        TransferError: if the file or a line is wrong.
    """
    return read_examples(path, _known_tip)


def _known_tip(record: JsonObject) -> KnownTip:
    half = text_of(record, "half") if record.get("half") is not None else ""
    return KnownTip(text_of(record, "text"), text_of(record, "rumour"), half)


def evaluate_clusters(tips: Sequence[KnownTip], reader: TipReader, orders: int = 0) -> ClusterReport:
    """Group each half for itself, and all tips together.

    Tips come in an order that mixes the rumours but is always the same: by their text, read backwards.

    Args:
        tips: the tips.
        reader: reads them.
        orders: in how many random orders (seeds 0, 1, ...) they come besides.
    """
    halves = [half for half in dict.fromkeys(tip.half for tip in tips) if half]
    sets = {half: [tip for tip in tips if tip.half == half] for half in halves} | {"all": list(tips)}
    mixed = {name: sorted(known, key=lambda tip: tip.text[::-1]) for name, known in sets.items()}
    return ClusterReport(
        {name: _tally(known, reader, cluster) for name, known in mixed.items()},
        {name: _tally(known, reader, cluster_one_by_one) for name, known in mixed.items()},
        {
            name: tuple(_tally(_shuffled(known, seed), reader, cluster_one_by_one).f1 for seed in range(orders))
            for name, known in mixed.items()
        },
    )


def cluster_one_by_one(readings: Sequence[TipReading]) -> list[tuple[int, ...]]:
    """Group tips as the desk does: each is placed when it comes, and clusters it shows to be about one claim join."""
    clusters: dict[int, list[TipReading]] = {}
    for reading in readings:
        first, *others = fitting(reading, clusters) or [reading.key]
        mine = clusters.setdefault(first, [])
        mine.append(reading)
        for other in others:
            if is_one_claim(mine, clusters[other]):
                mine += clusters.pop(other)
    return [tuple(member.key for member in members) for members in clusters.values()]


def _tally(tips: Sequence[KnownTip], reader: TipReader, group: Grouping) -> PairTally:
    readings = reader.read({key: tip.text for key, tip in enumerate(tips)})
    return pair_tally([tip.rumour for tip in tips], group(readings))


def _shuffled(tips: Sequence[KnownTip], seed: int) -> list[KnownTip]:
    return random.Random(seed).sample(tips, len(tips))


def pair_tally(rumours: Sequence[str], clusters: Sequence[tuple[int, ...]]) -> PairTally:
    """Pairwise precision, recall and F1 of groups of positions in `rumours`; 1 where there is nothing to get wrong."""
    right = sum(_pairs(Counter(rumours[key] for key in members).values()) for members in clusters)
    grouped, true = _pairs(map(len, clusters)), _pairs(Counter(rumours).values())
    precision, recall = right / grouped if grouped else 1.0, right / true if true else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return PairTally(len(rumours), len(set(rumours)), len(clusters), true, precision, recall, f1)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
