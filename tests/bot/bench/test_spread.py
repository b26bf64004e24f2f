"""Percentiles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bench.spread import Spread, nearest_rank, spread_of


def test_percentiles_are_nearest_ranks() -> None:
    """Of 1 to 100 the 95th percentile is 95, in whatever order they come."""
    assert spread_of(float(value) for value in range(100, 0, -1)) == Spread(100, 50.0, 95.0, 99.0, 100.0)


def test_few_values() -> None:
    """One value is every percentile; none at all are zeros, not an error."""
    assert spread_of([7.5]) == Spread(1, 7.5, 7.5, 7.5, 7.5)
    assert spread_of([]) == Spread(0, 0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(("percent", "expected"), [(50, 2.0), (75, 3.0), (76, 4.0), (100, 4.0), (0.1, 1.0)])
def test_the_rank_is_rounded_up(percent: float, expected: float) -> None:
    """A percentile is never below the share it names."""
    assert nearest_rank([1.0, 2.0, 3.0, 4.0], percent) == expected


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=300))
def test_a_percentile_was_measured(values: list[float]) -> None:
    """Nothing is interpolated, and the percentiles are in order."""
    spread = spread_of(values)
    assert {spread.p50, spread.p95, spread.p99, spread.max} <= set(values)
    assert spread.p50 <= spread.p95 <= spread.p99 <= spread.max
