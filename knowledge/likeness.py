"""How likely it is that two tips are about the same claim.

A logistic regression over ten numbers that a person can read, learnt from the development half of
`tests/quality/tips.jsonl` (263 pairs about one claim, 12,298 about two; C = 3) and rounded to two digits.
"""

from dataclasses import dataclass, fields
from math import inf, log
from typing import Final

import numpy as np

from knowledge.evidence import names_agree, names_conflict
from knowledge.facts import Facts, is_day_among, is_near
from knowledge.tip_reading import Floats, TipReading

_UNRELATED: Final = 0.3  # cosines below this say nothing, as in `knowledge.alignment`


@dataclass(frozen=True)
class Likeness:
    """What two tips have in common, and what keeps them apart.

    Attributes:
        message_cosine: cosine of the whole texts.
        content_cosine: cosine of their weighted terms.
        least_shared, most_shared: how much of each tip's weight finds a partner in the other, 0 to 1; the smaller and
            the larger of the two (a long forward covers a short question, not the other way round).
        names_conflict: how many groups of names exclude each other: another state, person, party, event.
        names_agree: log(1 + how many names are the same).
        counts_conflict: 1 if both have amounts or other numbers and none is the same.
        counts_agree: log(1 + how many of them are the same).
        days_conflict: 1 if both have days and none is the same.
        days_agree: log(1 + how many days are the same).
    """

    message_cosine: float
    content_cosine: float
    least_shared: float
    most_shared: float
    names_conflict: float
    names_agree: float
    counts_conflict: float
    counts_agree: float
    days_conflict: float
    days_agree: float


_WEIGHTS: Final = Likeness(3.94, 5.33, 4.08, 7.77, -7.4, 1.27, -1.47, 1.64, -3.22, 2.43)
_INTERCEPT: Final = -8.3
# Whoever copies a message and changes one state, day or amount makes another claim, and nothing else in it differs:
# so a fact that takes another's place caps the odds, whatever the words say. Numbers less than names and days: forwards
# add numbers of their own. On the development half 0, 0 and 3 % of the pairs about one claim have such a conflict.
_CAP_NAMES: Final = -4.0
_CAP_DAYS: Final = -4.0
_CAP_COUNTS: Final = -2.0
_NAMES: Final = tuple(field.name for field in fields(Likeness))


def log_odds(one: TipReading, other: TipReading) -> float:
    """The log-odds that two tips are about the same claim; the order of the two does not matter."""
    found = likeness(one, other)
    odds = _INTERCEPT + sum(getattr(_WEIGHTS, name) * float(getattr(found, name)) for name in _NAMES)
    return float(min(odds, *_caps(found)))


def _caps(found: Likeness) -> list[float]:
    """The most that the odds may be for each conflict; infinity where there is none."""
    caps = ((found.names_conflict, _CAP_NAMES), (found.days_conflict, _CAP_DAYS), (found.counts_conflict, _CAP_COUNTS))
    return [cap if conflict else inf for conflict, cap in caps]


def likeness(one: TipReading, other: TipReading) -> Likeness:
    """Hold two tips against each other."""
    shares = _shares(one, other)
    mine, theirs = one.facts, other.facts
    return Likeness(
        message_cosine=float(one.message @ other.message),
        content_cosine=float(one.content @ other.content),
        least_shared=min(shares),
        most_shared=max(shares),
        names_conflict=float(min(names_conflict(mine, theirs), names_conflict(theirs, mine))),
        names_agree=max(names_agree(mine, theirs), names_agree(theirs, mine)),
        counts_conflict=float(bool(mine.counts and theirs.counts) and not _same_counts(mine, theirs)),
        counts_agree=log(1 + _same_counts(mine, theirs)),
        days_conflict=float(bool(mine.days and theirs.days) and not _same_days(mine, theirs)),
        days_agree=log(1 + _same_days(mine, theirs)),
    )


def _same_counts(one: Facts, other: Facts) -> int:
    return min(
        sum(is_near(count, other.counts) for count in one.counts),
        sum(is_near(count, one.counts) for count in other.counts),
    )


def _same_days(one: Facts, other: Facts) -> int:
    return min(
        sum(is_day_among(day, other.days) for day in one.days), sum(is_day_among(day, one.days) for day in other.days)
    )


def _shares(one: TipReading, other: TipReading) -> tuple[float, float]:
    """How much of each one's weight finds a partner in the other: the same term, or one of near meaning."""
    if not one.keys or not other.keys:
        return 0.0, 0.0
    partners = np.clip((one.vectors @ other.vectors.T - _UNRELATED) / (1 - _UNRELATED), 0.0, 1.0)
    partners[np.equal.outer(np.array(one.keys, dtype=object), np.array(other.keys, dtype=object))] = 1.0
    return _share(one.weights, partners.max(axis=1)), _share(other.weights, partners.max(axis=0))


def _share(weights: Floats, found: Floats) -> float:
    return float(weights @ found) / max(float(weights.sum()), 1e-9)
