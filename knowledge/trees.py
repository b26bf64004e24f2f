"""Boosted decision trees: small enough to read, and quick enough to judge a few candidates with every message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Trees:
    """What the trees add to `start` is the log-odds."""

    start: float
    trees: tuple[Branch, ...]

    def probabilities(self, rows: Sequence[Sequence[float]] | NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability, in [0, 1], for each row of numbers, shape (rows,)."""
        if not self.trees or not len(rows):
            return np.full(len(rows), 1.0 / (1.0 + np.exp(-self.start)))
        numbers = np.asarray(rows, dtype=np.float64)
        nodes, rank = self._nodes, np.arange(len(numbers))[:, None]
        at = np.broadcast_to(nodes.roots, (len(numbers), len(nodes.roots)))
        for _ in range(nodes.depth):
            at = np.where(numbers[rank, nodes.place[at]] <= nodes.at_most[at], nodes.then[at], nodes.otherwise[at])
        totals = self.start + nodes.adds[at].sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(totals, -60.0, 60.0))), dtype=np.float64)

    @cached_property
    def _nodes(self) -> "_Nodes":
        return _flattened(self.trees)


@dataclass(frozen=True)
class _Nodes:
    """All trees as rows of numbers: a leaf leads to itself, so that every row may take the same number of steps."""

    roots: NDArray[np.int32]
    place: NDArray[np.int32]
    at_most: NDArray[np.float64]
    then: NDArray[np.int32]
    otherwise: NDArray[np.int32]
    adds: NDArray[np.float64]
    depth: int


def _flattened(trees: Sequence[Branch]) -> _Nodes:
    rows: list[tuple[int, float, int, int, float]] = []

    def lay(branch: Branch) -> tuple[int, int]:
        """Lay a branch down; its number and how deep it goes."""
        number = len(rows)
        if not isinstance(branch, Split):
            rows.append((0, 0.0, number, number, branch))
            return number, 0
        rows.append((branch.place, branch.at_most, 0, 0, 0.0))
        (then, one), (otherwise, other) = lay(branch.then), lay(branch.otherwise)
        rows[number] = (branch.place, branch.at_most, then, otherwise, 0.0)
        return number, 1 + max(one, other)

    laid = [lay(tree) for tree in trees]
    place, at_most, then, otherwise, adds = zip(*rows, strict=True)
    return _Nodes(
        roots=np.array([number for number, _ in laid], dtype=np.int32),
        place=np.array(place, dtype=np.int32),
        at_most=np.array(at_most, dtype=np.float64),
        then=np.array(then, dtype=np.int32),
        otherwise=np.array(otherwise, dtype=np.int32),
        adds=np.array(adds, dtype=np.float64),
        depth=max(depth for _, depth in laid),
    )


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
