"""How measured values are spread."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Spread:
    """Percentiles by nearest rank: each is a value that was measured. All 0 when nothing was."""

    n: int
    p50: float
    p95: float
    p99: float
    max: float


def spread_of(values: Iterable[float]) -> Spread:
    """Summarise values, in their own unit.

    Args:
        values: In any order.
    """
    ordered = sorted(values)
    if not ordered:
        return Spread(0, 0.0, 0.0, 0.0, 0.0)
    p50, p95, p99 = (nearest_rank(ordered, percent) for percent in (50, 95, 99))
    return Spread(len(ordered), p50, p95, p99, ordered[-1])


def nearest_rank(ordered: list[float], percent: float) -> float:
    """The smallest value that at least `percent` of 100 values do not exceed.

    Args:
        ordered: At least one value, in ascending order.
        percent: Above 0, at most 100.
    """
    return ordered[ceil(len(ordered) * percent / 100) - 1]
