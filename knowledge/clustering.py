"""Which tips are about the same claim.

Average linkage: two groups become one while the mean log-odds over all their pairs is above `SAME_CLAIM`. One pair that
looks alike is not enough to join two rumours, and one odd wording does not split one. What fact-checkers decided by
hand (these two are one, these two are not) comes before what is computed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge.likeness import log_odds
from knowledge.tip_reading import TipReading

# F1 on the development half (159 tips, 46 rumours), grouped at once and one by one (before clusters were joined):
#   threshold    at once   one by one
#     -2.0        0.987      0.959
#     -1.5        0.987      0.956
#     -1.0        0.987      0.956
#     -0.5        0.973      0.956
#      0.0        0.973      0.944
# All alike down there; unseen rumours get room on both sides, and the cautious side is not to merge.
SAME_CLAIM: Final = -1.0
_MOST_SURE: Final = 6.0  # one pair's log-odds count no more than this, either way
_CANDIDATE_COSINE: Final = 0.1  # pairs below this by both cosines are not looked at: on that half none of one claim is
_DECIDED: Final = 1e6

Pair = tuple[int, int]
_Odds = NDArray[np.float64]


def cluster(
    readings: Sequence[TipReading], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[tuple[int, ...]]:
    """Group tips by claim.

    Args:
        readings: the tips, oldest first.
        together: pairs of tips' keys that people found to be about one claim.
        apart: pairs that they found not to be; these win where the two clash.

    Returns:
        The groups' keys, each in the order of `readings`; groups in the order of their first tip. The same tips in the
        same order always give the same groups.
    """
    odds = _all_odds(readings)
    _decide(odds, readings, together, apart)
    groups = [group for part in _connected(odds) for group in _average_linkage(part, odds)]
    return [tuple(readings[at].key for at in sorted(group)) for group in sorted(groups, key=min)]


def fitting(
    reading: TipReading, clusters: Mapping[int, Sequence[TipReading]], closed_to_it: Collection[int] = ()
) -> list[int]:
    """The clusters a new tip may belong to, the likeliest first; none when it is about a claim of its own.

    It belongs to the first. Of two clusters that were not about one claim before, only those a new tip fits can be
    afterwards: the mean over their pairs rises only by pairs above `SAME_CLAIM`. So these are all to hold against the
    cluster it joined (`is_one_claim`).

    Args:
        reading: the new tip.
        clusters: the tips of each cluster, by the cluster's number.
        closed_to_it: clusters that people kept it out of.
    """
    means: dict[int, float] = {}
    for number, members in clusters.items():
        if number not in closed_to_it and any(_is_candidate(reading, member) for member in members):
            means[number] = _mean([reading], members)
    return sorted((number for number in means if means[number] > SAME_CLAIM), key=lambda number: -means[number])


def assign(
    reading: TipReading, clusters: Mapping[int, Sequence[TipReading]], closed_to_it: Collection[int] = ()
) -> int | None:
    """The cluster a new tip belongs to, or None when it is about a claim of its own; see `fitting`."""
    return next(iter(fitting(reading, clusters, closed_to_it)), None)


def is_one_claim(some: Sequence[TipReading], others: Sequence[TipReading]) -> bool:
    """Whether two clusters are about the same claim, by the mean over all pairs between them."""
    return _mean(some, others) > SAME_CLAIM


def most_central(readings: Sequence[TipReading]) -> int:
    """The key of the tip that is most like all others of its cluster; the first of equals.

    Raises:
        ValueError: if there are no tips.
    """
    sums = _all_odds(readings).sum(axis=1)
    return readings[int(sums.argmax())].key


def _mean(some: Sequence[TipReading], others: Sequence[TipReading]) -> float:
    return float(np.mean([_bounded(one, other) for one in some for other in others]))


def _bounded(one: TipReading, other: TipReading) -> float:
    return max(-_MOST_SURE, min(_MOST_SURE, log_odds(one, other)))


def _is_candidate(one: TipReading, other: TipReading) -> bool:
    return bool(max(one.message @ other.message, one.content @ other.content) >= _CANDIDATE_COSINE)


def _all_odds(readings: Sequence[TipReading]) -> _Odds:
    """The log-odds of every pair, shape (tips, tips), 0 on the diagonal."""
    count = len(readings)
    odds = np.full((count, count), -_MOST_SURE)
    np.fill_diagonal(odds, 0.0)
    if count:
        messages = np.stack([reading.message for reading in readings])
        contents = np.stack([reading.content for reading in readings])
        near = np.maximum(messages @ messages.T, contents @ contents.T) >= _CANDIDATE_COSINE
        for one, other in np.argwhere(np.triu(near, k=1)).tolist():
            odds[one, other] = odds[other, one] = _bounded(readings[one], readings[other])
    return odds


def _decide(odds: _Odds, readings: Sequence[TipReading], together: Iterable[Pair], apart: Iterable[Pair]) -> None:
    """Write what people decided over what was computed."""
    place = {reading.key: at for at, reading in enumerate(readings)}
    for pairs, decided in ((together, _DECIDED), (apart, -_DECIDED * len(readings) ** 2)):
        for first, second in pairs:
            if first in place and second in place:
                odds[place[first], place[second]] = odds[place[second], place[first]] = decided


def _connected(odds: _Odds) -> list[list[int]]:
    """The tips that a chain of likely pairs connects; no group reaches beyond: a mean needs one pair above it."""
    left = set(range(len(odds)))
    parts: list[list[int]] = []
    while left:
        reached, edge = set[int](), {min(left)}
        while edge:
            reached |= edge
            edge = {int(at) for node in edge for at in np.flatnonzero(odds[node] > SAME_CLAIM)} - reached
        left -= reached
        parts.append(sorted(reached))
    return parts


def _average_linkage(part: Sequence[int], odds: _Odds) -> list[list[int]]:
    groups = [[at] for at in part]
    means = odds[np.ix_(part, part)].copy()
    np.fill_diagonal(means, -np.inf)
    while len(groups) > 1 and means.max() > SAME_CLAIM:
        one, other = sorted(divmod(int(means.argmax()), len(groups)))
        mine, theirs = len(groups[one]), len(groups[other])
        means[one] = (means[one] * mine + means[other] * theirs) / (mine + theirs)
        means[:, one] = means[one]
        means[one, one] = -np.inf
        groups[one] += groups.pop(other)
        means = np.delete(np.delete(means, other, axis=0), other, axis=1)
    return groups
