"""The gain between two tests, held against SciPy."""

import random

import numpy as np
import pytest
from scipy import stats

from knowledge.quiz.gain import Interval, gain, normalised_gain, paired_scores
from knowledge.quiz.record import ClassRecord

from .class_records import record


def pairs(count: int) -> list[tuple[float, float]]:
    dice = random.Random(7)  # noqa: S311
    before = [dice.randint(1, 6) / 10 for _ in range(count)]
    return [(score, min(1.0, score + dice.randint(-1, 5) / 10)) for score in before]


def test_difference_has_the_interval_of_the_paired_t_test() -> None:
    """The interval is SciPy's of the paired test."""
    made = pairs(24)
    before, after = map(np.array, zip(*made, strict=True))
    found = gain(made)
    assert found is not None
    low, high = stats.ttest_rel(after, before).confidence_interval(0.95)
    assert found.difference.value == pytest.approx(float(np.mean(after - before)))
    assert (found.difference.low, found.difference.high) == (pytest.approx(low), pytest.approx(high))


def test_normalised_gain_has_the_interval_of_a_paired_bootstrap() -> None:
    """The interval is near SciPy's: both draw by chance, so they agree to about a hundredth."""
    made = pairs(24)
    before, after = map(np.array, zip(*made, strict=True))

    def hake(first: np.ndarray, second: np.ndarray, axis: int = -1) -> np.ndarray:
        return (second.mean(axis=axis) - first.mean(axis=axis)) / (1 - first.mean(axis=axis))

    reference = stats.bootstrap(
        (before, after), hake, paired=True, vectorized=True, method="percentile", rng=np.random.default_rng(1)
    ).confidence_interval
    found = gain(made)
    assert found is not None
    assert found.normalised is not None
    assert found.normalised.value == pytest.approx(float(hake(before, after)))
    assert found.normalised.low == pytest.approx(reference.low, abs=0.015)
    assert found.normalised.high == pytest.approx(reference.high, abs=0.015)
    assert gain(made) == found


def test_hakes_own_definition() -> None:
    """<g> is the share of the possible gain: from 40 % to 70 % is half of the 60 % there were to gain."""
    assert normalised_gain(0.4, 0.7) == pytest.approx(0.5)


def test_too_little_to_tell() -> None:
    """One student, or students who all changed alike, have a gain but no interval; a full pre-test has none."""
    assert gain([]) is None
    one = gain([(0.5, 0.75)])
    assert one is not None
    assert one.difference == Interval(0.25, None, None)
    assert one.normalised == Interval(0.5, None, None)
    knew_all = gain([(1.0, 1.0), (1.0, 0.9)])
    assert knew_all is not None
    assert knew_all.normalised is None


def test_only_students_of_both_tests_are_paired() -> None:
    """A student who missed a test, or joined and answered nothing, is left out; nicknames do not matter."""
    before = record([[0, 1], [1, 1], [None, None]])
    whole = record([[0, 0], [0, 1], [0, 0], [0, 0]])
    after = ClassRecord("XYZ234", "After", whole.questions, whole.students[::-1], whole.answers)
    assert sorted(paired_scores(before, after)) == [(0.0, 0.5), (0.5, 1.0)]
