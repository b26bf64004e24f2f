"""What a class learnt between a pre-test and a post-test."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from knowledge.quiz.record import ClassRecord

_CONFIDENCE = 0.95
_RESAMPLES = 9999
_SEED = 20260101  # the same answers always give the same interval


@dataclass(frozen=True)
class Interval:
    """An estimate and its 95 % confidence interval; `low` and `high` are None when too few or too equal to tell."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Gain:
    """Scores are shares, 0 to 1.

    Attributes:
        students: how many took both tests.
        before, after: the mean score in each.
        difference: after - before, with Student's t interval of the paired differences.
        normalised: Hake's gain, with a bootstrap interval; None when the pre-test left nothing to learn.
    """

    students: int
    before: float
    after: float
    difference: Interval
    normalised: Interval | None


def paired_scores(before: ClassRecord, after: ClassRecord) -> list[tuple[float, float]]:
    """The shares right of each student who answered something in both tests, by the student's key."""
    first, second = _shares(before), _shares(after)
    return [(first[key], second[key]) for key in first if key in second]


def gain(pairs: Sequence[tuple[float, float]]) -> Gain | None:
    """The gain of students with these (before, after) scores; None without students."""
    if not pairs:
        return None
    before, after = (fmean(scores) for scores in zip(*pairs, strict=True))
    return Gain(len(pairs), before, after, _difference(pairs), _normalised(pairs))


def normalised_gain(before: float, after: float) -> float:
    """Hake's normalised gain of a class: what was gained of what could be gained.

    <g> = (after - before) / (1 - before), of the class's mean scores as shares; R. R. Hake, American Journal of
    Physics 66 (1998), 64-74: from 0.7 high, from 0.3 medium. `before` must be below 1.
    """
    return (after - before) / (1 - before)


def _shares(record: ClassRecord) -> dict[str, float]:
    took_part = {student for student, _ in record.given}
    count = len(record.questions)
    return {one.key: record.score(one) / count for one in record.students if one.key in took_part}


def _difference(pairs: Sequence[tuple[float, float]]) -> Interval:
    differences = [after - before for before, after in pairs]
    if _is_one_value(differences):
        return Interval(fmean(differences), None, None)
    from scipy import stats  # takes seconds to load, and few processes ever need it

    low, high = stats.ttest_1samp(differences, 0.0).confidence_interval(_CONFIDENCE)
    return Interval(fmean(differences), float(low), float(high))


def _normalised(pairs: Sequence[tuple[float, float]]) -> Interval | None:
    """With the percentile interval of a bootstrap over students (B. Efron, R. Tibshirani, 1993, chapter 13)."""
    before, after = (fmean(scores) for scores in zip(*pairs, strict=True))
    if before >= 1:
        return None
    value = normalised_gain(before, after)
    if _is_one_value(pairs):
        return Interval(value, None, None)
    import numpy as np

    scores = np.asarray(pairs)
    picks = np.random.default_rng(_SEED).integers(0, len(pairs), size=(_RESAMPLES, len(pairs)))
    means = scores[picks].mean(axis=1)
    means = means[means[:, 0] < 1]  # a class that knew all already has no gain to speak of
    gains = (means[:, 1] - means[:, 0]) / (1 - means[:, 0])
    tail = (1 - _CONFIDENCE) / 2
    low, high = np.quantile(gains, [tail, 1 - tail])
    return Interval(value, float(low), float(high))


def _is_one_value(values: Sequence[object]) -> bool:
    return len(set(values)) < 2
