"""How sure a measured rate is."""

import pytest

from knowledge.evaluation.intervals import Rate, auroc


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_score_interval(hits: int, n: int, low: float, high: float) -> None:
    """As in Newcombe, "Two-sided confidence intervals for the single proportion" (1998), and by hand."""
    assert Rate(hits, n).interval == pytest.approx((low, high), abs=1e-4)


def test_nothing_measured_says_nothing() -> None:
    """Of no messages every rate is possible."""
    assert Rate(0, 0).interval == (0.0, 1.0)


def test_auroc_counts_pairs_in_the_right_order() -> None:
    """Three of four pairs are in order; a tie counts half; nothing to compare is even."""
    assert auroc([0.9, 0.4], [0.5, 0.1]) == 0.75
    assert auroc([0.5], [0.5]) == 0.5
    assert auroc([], [0.5]) == 0.5
