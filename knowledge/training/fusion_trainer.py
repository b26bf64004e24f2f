"""Learns `knowledge/fusion.json` from messages whose entry is known.

Each message brings its candidates; the entry it is about is a positive, the others are negatives. Messages that no
entry answers (near-misses and unknown claims) bring negatives only. The logistic regression learns from every
candidate; the trees only from the few best, for it is among these that a resemblance may be taken for a match.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from knowledge.agreement import AGREEMENT_NAMES, SPEAKS_FOR
from knowledge.evaluation.retrieval import Query
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.fusion import Fusion
from knowledge.retriever import FACT_CHECKS, Finding, Retriever, agreements
from knowledge.trees import Branch, Split, Trees, to_json

_REGULARISATION = 1.0
_NEGATIVES_PER_MESSAGE = 8
_ROUNDS = 2
"""A long message is judged by its best part, and which part that is depends on the weights: so learn, look, learn."""
_WEIGHT_UNANSWERED = 2.0  # a false verdict does more harm than a suggestion in place of a confirmation
_WEIGHT_RUNNER_UP = 0.5
_WEIGHT_BARE = 0.3  # of a candidate as if its entry had no look-alikes
_LEAVES = 7  # of a tree; larger ones learnt the messages by heart (grouped cross-validation)
_TREES = 100


@dataclass(frozen=True)
class Trained:
    """What was learnt, and from how much."""

    fusion: Fusion
    messages: int
    positives: int


@dataclass
class _Table:
    """Rows of numbers, whether each is right, and how much it weighs."""

    rows: list[tuple[float, ...]]
    labels: list[int]
    weights: list[float]


def train_fusion(queries: Sequence[Query], retriever: Retriever) -> Trained:
    """Learn from messages; `retriever` holds the entries and is left with what was learnt.

    Raises:
        ValueError: if there are no messages.
    """
    if not queries:
        raise ValueError("no messages to learn from")
    for _ in range(_ROUNDS):
        evidence = _evidence_table(queries, retriever)
        ranking = _fit_weights(evidence)
        retriever.use_fusion(ranking)
    trees = fit_trees([(query, retriever.find(query.text, FACT_CHECKS)) for query in queries])
    fusion = Fusion(ranking.weights, ranking.intercept, trees)
    retriever.use_fusion(fusion)
    return Trained(fusion, len(queries), sum(evidence.labels))


def _evidence_table(queries: Sequence[Query], retriever: Retriever) -> _Table:
    table = _Table([], [], [])
    for query in queries:
        found = _chosen(query, retriever.find(query.text, FACT_CHECKS))
        table.rows += [finding.evidence.row() for finding in found]
        table.labels += [int(finding.profile.entry.id in query.expected) for finding in found]
        table.weights += [1.0 / len(found)] * len(found)
    return table


def _chosen(query: Query, findings: list[Finding]) -> list[Finding]:
    right = [finding for finding in findings if finding.profile.entry.id in query.expected]
    wrong = [finding for finding in findings if finding.profile.entry.id not in query.expected]
    return right + wrong[:_NEGATIVES_PER_MESSAGE]


def _agreement_table(found: Iterable[tuple[Query, list[Finding]]]) -> _Table:
    """Each candidate as it is, and as if its entry had no look-alikes: many have none."""
    table = _Table([], [], [])
    for query, findings in found:
        for place, (finding, held) in enumerate(zip(findings, agreements(findings), strict=False)):
            label = int(finding.profile.entry.id in query.expected)
            weight = 1.0 if query.expected else _WEIGHT_UNANSWERED
            weight *= 1.0 if label or place == 0 else _WEIGHT_RUNNER_UP
            bare = replace(held, other_claim=0.0, other_order=0.0)
            table.rows += [held.row(), bare.row()]
            table.labels += [label, label]
            table.weights += [weight, weight * _WEIGHT_BARE]
    return table


def _fit_weights(table: _Table) -> Fusion:
    rows, weights = np.array(table.rows), np.array(table.weights)
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=_REGULARISATION, max_iter=1000)
    model.fit(scaler.transform(rows), table.labels, sample_weight=weights * len(weights) / weights.sum())
    slopes = model.coef_[0] / scaler.scale_
    return Fusion(tuple(map(float, slopes)), float(model.intercept_[0] - slopes @ scaler.mean_))


def fit_trees(found: Iterable[tuple[Query, list[Finding]]]) -> Trees:
    """Learn to judge the few best of every message.

    The trees can only go the sensible way: more agreement never lowers, more contradiction never raises.

    Args:
        found: messages with their candidates, best first, ranked without trees.
    """
    table = _agreement_table(found)
    directions = [SPEAKS_FOR.get(name, -1) for name in AGREEMENT_NAMES]
    model = HistGradientBoostingClassifier(
        max_leaf_nodes=_LEAVES,
        max_iter=_TREES,
        learning_rate=0.08,
        l2_regularization=5.0,
        min_samples_leaf=20,
        monotonic_cst=directions,
        early_stopping=False,
        random_state=0,
    )
    model.fit(np.array(table.rows), table.labels, sample_weight=table.weights)
    trees = tuple(_branch(stage[0].nodes, 0) for stage in model._predictors)
    return Trees(float(np.ravel(model._baseline_prediction)[0]), trees)


def _branch(nodes: Any, at: int) -> Branch:  # noqa: ANN401  scikit-learn's structured array of nodes
    node = nodes[at]
    if node["is_leaf"]:
        return float(node["value"])
    then, otherwise = _branch(nodes, int(node["left"])), _branch(nodes, int(node["right"]))
    return Split(int(node["feature_idx"]), float(node["num_threshold"]), then, otherwise)


def write_fusion(trained: Trained, path: Path, *, learnt_from: Sequence[str], embedder: str) -> None:
    """Write what was learnt so that a person can read it: one tree a line."""
    fusion = trained.fusion
    trees = fusion.trees or Trees(0.0, ())
    record = {
        "learnt_from": list(learnt_from),
        "embedder": embedder,
        "messages": trained.messages,
        "positives": trained.positives,
        "weights": {name: round(w, 5) for name, w in zip(EVIDENCE_NAMES, fusion.weights, strict=True)},
        "intercept": round(fusion.intercept, 5),
        "agreement": list(AGREEMENT_NAMES),
        "start": round(trees.start, 5),
    }
    head = json.dumps(record, indent=2).removesuffix("\n}")
    lines = ",\n    ".join(json.dumps(to_json(tree, AGREEMENT_NAMES)) for tree in trees.trees)
    path.write_text(f'{head},\n  "trees": [\n    {lines}\n  ]\n}}\n', encoding="utf-8")
