"""Learns the weights of `knowledge/fusion.json` from messages whose entry is known.

Each message brings its candidates; the entry it is about is a positive, the others are negatives. Messages that no
entry answers (near-misses and unknown claims) bring negatives only. Every message weighs the same, whatever the number
of its candidates.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from knowledge.evaluation.retrieval import Query
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.fusion import Fusion
from knowledge.retriever import FACT_CHECKS, Finding, Retriever

_REGULARISATION = 1.0
_NEGATIVES_PER_MESSAGE = 8
_ROUNDS = 2
"""A long message is judged by its best part, and which part that is depends on the weights: so learn, look, learn."""


@dataclass(frozen=True)
class Trained:
    """The weights, and what they were learnt from."""

    fusion: Fusion
    messages: int
    positives: int


def train_fusion(queries: Sequence[Query], retriever: Retriever) -> Trained:
    """Learn from messages; `retriever` holds the entries and is left with the learnt weights."""
    trained: Trained | None = None
    for _ in range(_ROUNDS):
        rows, labels, weights = _table(queries, retriever)
        trained = Trained(_fit(rows, labels, weights), len(queries), sum(labels))
        retriever.use_fusion(trained.fusion)
    assert trained is not None
    return trained


def _table(queries: Sequence[Query], retriever: Retriever) -> tuple[list[tuple[float, ...]], list[int], list[float]]:
    rows: list[tuple[float, ...]] = []
    labels: list[int] = []
    weights: list[float] = []
    for query in queries:
        found = _chosen(query, retriever.find(query.text, FACT_CHECKS))
        rows += [finding.evidence.row() for finding in found]
        labels += [int(finding.profile.entry.id in query.expected) for finding in found]
        weights += [1.0 / len(found)] * len(found)
    return rows, labels, weights


def _chosen(query: Query, findings: list[Finding]) -> list[Finding]:
    right = [finding for finding in findings if finding.profile.entry.id in query.expected]
    wrong = [finding for finding in findings if finding.profile.entry.id not in query.expected]
    return right + wrong[:_NEGATIVES_PER_MESSAGE]


def _fit(rows: list[tuple[float, ...]], labels: list[int], weights: list[float]) -> Fusion:
    scaler = StandardScaler().fit(np.array(rows))
    model = LogisticRegression(C=_REGULARISATION, max_iter=1000)
    model.fit(scaler.transform(np.array(rows)), labels, sample_weight=np.array(weights) * len(rows) / sum(weights))
    slopes = model.coef_[0] / scaler.scale_
    return Fusion(tuple(map(float, slopes)), float(model.intercept_[0] - slopes @ scaler.mean_))


def write_fusion(trained: Trained, path: Path, *, learnt_from: Sequence[str], embedder: str) -> None:
    """Write the weights so that a person can read them."""
    record = {
        "learnt_from": list(learnt_from),
        "embedder": embedder,
        "messages": trained.messages,
        "positives": trained.positives,
        "weights": {name: round(w, 5) for name, w in zip(EVIDENCE_NAMES, trained.fusion.weights, strict=True)},
        "intercept": round(trained.fusion.intercept, 5),
    }
    path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
