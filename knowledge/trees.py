"""Boosted decision trees in plain Python: small enough to read, and quick enough for the few candidates they judge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Union

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

    def probability(self, row: Sequence[float]) -> float:
        """The probability, in [0, 1], for one row of numbers."""
        total = self.start
        for branch in self.trees:
            while isinstance(branch, Split):
                branch = branch.then if row[branch.place] <= branch.at_most else branch.otherwise
            total += branch
        return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, total))))


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
