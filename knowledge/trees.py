"""Boosted decision trees: small enough to read, and quick enough to judge a few candidates with every message."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Union

import numpy as np
from numpy.typing import NDArray

Branch = Union["Split", float]


@dataclass(frozen=True)
class Split:
    """Go to `then` if the number at `place` is at most `at_most`, else to `otherwise`; a leaf is what the tree adds."""

    place: int
    at_most: float
    then: Branch
    otherwise: Branch


MOST_SPLITS = 12
"""Of one tree. Each more would double the table of what it adds."""


@dataclass(frozen=True)
class Trees:
    """What the trees add to `start` is the log-odds."""

    start: float
    trees: tuple[Branch, ...]

    def probabilities(self, rows: Sequence[Sequence[float]] | NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability, in [0, 1], for each row of numbers, shape (rows,).

        Raises:
            ValueError: if a tree has more than `MOST_SPLITS` splits.
        """
        if not self.trees or not len(rows):
            return np.full(len(rows), 1.0 / (1.0 + np.exp(-self.start)))
        answers, numbers = self._answers, np.asarray(rows, dtype=np.float64)
        is_then = numbers[:, answers.places] <= answers.at_most
        totals = self.start + answers.adds[answers.trees, is_then @ answers.bits].sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(totals, -60.0, 60.0))), dtype=np.float64)

    @cached_property
    def _answers(self) -> "_Answers":
        return _answers_of(self.trees)


@dataclass(frozen=True)
class _Answers:
    """What every tree adds for all answers that its splits can give, so that no path is walked for a row.

    A split answers 1 if its number is at most its border; a tree's answers are the bits of a place in its table (the
    idea of QuickScorer, Lucchese et al., 2015, for trees as small as these).

    Attributes:
        places, at_most: each tree's splits, filled up with some that answer 0, shape (trees, splits).
        bits: the place value of each split, shape (splits,).
        trees: the trees' numbers, shape (trees,).
        adds: what each tree adds, shape (trees, 2 ** splits).
    """

    places: NDArray[np.int32]
    at_most: NDArray[np.float64]
    bits: NDArray[np.int64]
    trees: NDArray[np.int64]
    adds: NDArray[np.float64]


def _answers_of(trees: Sequence[Branch]) -> _Answers:
    splits = [list(_splits(tree)) for tree in trees]
    most = max(map(len, splits))
    if most > MOST_SPLITS:
        raise ValueError(f"a tree has {most} splits; at most {MOST_SPLITS} can be judged with")
    places = np.zeros((len(trees), most), dtype=np.int32)
    at_most = np.full((len(trees), most), -np.inf)
    adds = np.zeros((len(trees), 1 << most))
    answers = np.arange(1 << most)
    for number, (tree, its) in enumerate(zip(trees, splits, strict=True)):
        places[number, : len(its)] = [split.place for split in its]
        at_most[number, : len(its)] = [split.at_most for split in its]
        adds[number] = _added(tree, count(), answers)
    return _Answers(places, at_most, 1 << np.arange(most), np.arange(len(trees)), adds)


def _splits(branch: Branch) -> Iterator[Split]:
    """The splits of a tree, each before those below it."""
    if isinstance(branch, Split):
        yield branch
        yield from _splits(branch.then)
        yield from _splits(branch.otherwise)


def _added(branch: Branch, numbers: Iterator[int], answers: NDArray[np.int64]) -> NDArray[np.float64]:
    """What a branch adds for each of `answers`; `numbers` gives its splits their bits, in the order of `_splits`."""
    if not isinstance(branch, Split):
        return np.full(len(answers), branch)
    is_then = answers >> next(numbers) & 1 == 1
    then = _added(branch.then, numbers, answers)
    return np.where(is_then, then, _added(branch.otherwise, numbers, answers))


def to_json(branch: Branch, names: Sequence[str]) -> object:
    """A tree as `[name, at most, then, else]`, its leaves as numbers."""
    if not isinstance(branch, Split):
        return round(branch, 5)
    then, otherwise = to_json(branch.then, names), to_json(branch.otherwise, names)
    return [names[branch.place], round(branch.at_most, 5), then, otherwise]


def from_json(stored: object, places: Mapping[str, int]) -> Branch:
    """Read what `to_json` wrote.

    Raises:
        KeyError: if a tree asks for a number that is not among `places`.
        ValueError: if it is no tree.
    """
    if isinstance(stored, int | float):
        return float(stored)
    if not isinstance(stored, list) or len(stored) != 4:
        raise ValueError(f"not a tree: {stored!r}")
    name, at_most, then, otherwise = stored
    return Split(places[name], float(at_most), from_json(then, places), from_json(otherwise, places))
