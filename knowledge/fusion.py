"""Fusion: from a row of evidence to one calibrated probability.

A logistic regression, trained by `knowledge/training/` on messages written for this project; its weights are in
`fusion.json` beside this file, readable, with the date and the data they came from.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from knowledge.errors import IndexUnavailableError
from knowledge.evidence import EVIDENCE_NAMES, Evidence


@dataclass(frozen=True)
class Fusion:
    """Weights, one for each kind of evidence, and the intercept."""

    weights: tuple[float, ...]
    intercept: float

    def probability(self, evidence: Evidence) -> float:
        """The probability, in [0, 1], that the entry is what the message is about."""
        total = self.intercept + sum(w * x for w, x in zip(self.weights, evidence.row(), strict=True))
        return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, total))))


@cache
def trained_fusion() -> Fusion:
    """The weights shipped with the project.

    Raises:
        IndexUnavailableError: if they were trained for other evidence than this version gathers.
    """
    stored = json.loads((files("knowledge") / "fusion.json").read_text(encoding="utf-8"))
    if tuple(stored["weights"]) != EVIDENCE_NAMES:
        raise IndexUnavailableError("fusion.json is of another version: run `safertogether train fusion`")
    return Fusion(tuple(float(w) for w in stored["weights"].values()), float(stored["intercept"]))
