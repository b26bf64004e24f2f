"""Fusion: from evidence to probabilities, in three steps.

First a logistic regression over `Evidence` ranks every candidate. Then boosted trees over `Agreement` judge the best
few: whether the entry's claim is really what the message says. Last a cross-encoder reads the best one beside the
message (`knowledge/reading.py`). All weights are trained by `knowledge/training/` on messages written for this project;
what they learnt is in `fusion.json` beside this file, readable, with the data it came from.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from knowledge.agreement import AGREEMENT_NAMES, Agreement
from knowledge.errors import IndexUnavailableError
from knowledge.evidence import EVIDENCE_NAMES, Evidence
from knowledge.reading import ReadingWeights
from knowledge.trees import Trees, from_json


@dataclass(frozen=True)
class Fusion:
    """Weights, one for each kind of evidence, the intercept, and the trees that judge; without trees, ranks stand.

    `reading` is what a cross-encoder's reading counts; without it nothing is read.
    """

    weights: tuple[float, ...]
    intercept: float
    trees: Trees | None = None
    reading: ReadingWeights | None = None

    def likelihood(self, evidence: Evidence) -> float:
        """The log-odds that the entry is what the message is about, as far as likeness goes."""
        return self.intercept + sum(w * x for w, x in zip(self.weights, evidence.row(), strict=True))

    def probability(self, evidence: Evidence) -> float:
        """The same as a probability, in [0, 1]."""
        return probability_of(self.likelihood(evidence))

    def judge(self, agreements: Sequence[Agreement]) -> list[float]:
        """The probability, in [0, 1], that message and entry make one claim, for each entry."""
        if self.trees is None:
            return [probability_of(agreement.likelihood) for agreement in agreements]
        return [float(found) for found in self.trees.probabilities([agreement.row() for agreement in agreements])]


def probability_of(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, log_odds))))


@cache
def trained_fusion() -> Fusion:
    """The weights and trees shipped with the project.

    Raises:
        IndexUnavailableError: if they were trained for other evidence than this version gathers.
    """
    stored = json.loads((files("knowledge") / "fusion.json").read_text(encoding="utf-8"))
    if tuple(stored["weights"]) != EVIDENCE_NAMES or tuple(stored["agreement"]) != AGREEMENT_NAMES:
        raise IndexUnavailableError("fusion.json is of another version: run `safertogether train fusion`")
    places = {name: place for place, name in enumerate(AGREEMENT_NAMES)}
    trees = Trees(float(stored["start"]), tuple(from_json(tree, places) for tree in stored["trees"]))
    weights = tuple(float(w) for w in stored["weights"].values())
    return Fusion(weights, float(stored["intercept"]), trees, ReadingWeights(**stored["reading"]))
