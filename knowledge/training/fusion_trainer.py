"""Learns `knowledge/fusion.json` from messages whose entry is known.

Each message brings its candidates; the entry it is about is a positive, the others are negatives. Messages that no
entry answers (near-misses and unknown claims) bring negatives only. The logistic regression learns from every
candidate; the trees only from the few best, for it is among these that a resemblance may be taken for a match.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from knowledge.agreement import AGREEMENT_NAMES, SPEAKS_FOR
from knowledge.evaluation.retrieval import Query
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.findings import Finding, agreements
from knowledge.fusion import Fusion
from knowledge.reading import NOT_READ
from knowledge.retriever import FACT_CHECKS, Retriever
from knowledge.trees import Branch, Split, Trees, to_json

_REGULARISATION = 1.0
_NEGATIVES_PER_MESSAGE = 8
_ROUNDS = 2
"""A long message is judged by its best part, and which part that is depends on the weights: so learn, look, learn."""
# Of a message that is about an entry, and of one that is not: a false verdict does more harm than a suggestion in place
# of a confirmation. Messages written for training have near-misses only, and as many of them as others: with more
# weight they made the trees forget unknown claims, of which more were then offered as suggestions.
_WEIGHT_GIVEN, _WEIGHT_GIVEN_UNANSWERED = 2.0, 4.0
_WEIGHT_WRITTEN, _WEIGHT_WRITTEN_UNANSWERED = 1.0, 0.25
_WEIGHT_RUNNER_UP = 0.5
_WEIGHT_BARE = 0.3  # of a candidate as if its entry had no look-alikes
_LEAVES = 7  # of a tree; larger ones learnt the messages by heart (grouped cross-validation)
_TREES = 200


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


def train_fusion(queries: Sequence[Query], written: Sequence[Query], retriever: Retriever) -> Trained:
    """Learn from messages; `retriever` holds the entries and is left with what was learnt.

    Args:
        queries: messages whose entry, or lack of one, is known; the ranking is learnt from them alone, since written
            near-misses have no unknown claims beside them and made it worse.
        written: messages written for training, which the trees learn from as well.
        retriever: holds the entries.

    Raises:
        ValueError: if there are no messages.
    """
    if not queries:
        raise ValueError("no messages to learn from")
    for _ in range(_ROUNDS):
        ranking = _fit_weights(_evidence_table(queries, retriever))
        retriever.use_fusion(ranking)
    given, more = ([(query, retriever.find(query.text, FACT_CHECKS)) for query in each] for each in (queries, written))
    trees = fit_trees(given, more)
    fusion = Fusion(ranking.weights, ranking.intercept, trees)
    retriever.use_fusion(fusion)
    known = sum(bool(query.expected) for query in (*queries, *written))
    return Trained(fusion, len(queries) + len(written), known)


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


def _agreement_table(found: Iterable[tuple[Query, list[Finding]]], known: float, unanswered: float) -> _Table:
    """Each candidate as it is, and as if its entry had no look-alikes: many have none.

    Args:
        found: messages with their candidates, best first.
        known: the weight of a message that is about an entry.
        unanswered: the weight of one that is not.
    """
    table = _Table([], [], [])
    for query, findings in found:
        for place, (finding, held) in enumerate(zip(findings, agreements(findings), strict=False)):
            label = int(finding.profile.entry.id in query.expected)
            weight = known if query.expected else unanswered
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


def fit_trees(
    given: Iterable[tuple[Query, list[Finding]]], written: Iterable[tuple[Query, list[Finding]]] = ()
) -> Trees:
    """Learn to judge the few best of every message.

    The trees can only go the sensible way: more agreement never lowers, more contradiction never raises.

    Args:
        given: messages with their candidates, best first, ranked without trees.
        written: the same of messages written for training.
    """
    table = _agreement_table(given, _WEIGHT_GIVEN, _WEIGHT_GIVEN_UNANSWERED)
    more = _agreement_table(written, _WEIGHT_WRITTEN, _WEIGHT_WRITTEN_UNANSWERED)
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
    rows, labels, weights = table.rows + more.rows, table.labels + more.labels, table.weights + more.weights
    model.fit(np.array(rows), labels, sample_weight=weights)
    trees = tuple(_branch(stage[0].nodes, 0) for stage in model._predictors)
    return Trees(float(np.ravel(model._baseline_prediction)[0]), trees)


def _branch(nodes: Any, at: int) -> Branch:  # noqa: ANN401  scikit-learn's structured array of nodes
    node = nodes[at]
    if node["is_leaf"]:
        return float(node["value"])
    then, otherwise = _branch(nodes, int(node["left"])), _branch(nodes, int(node["right"]))
    return Split(int(node["feature_idx"]), float(node["num_threshold"]), then, otherwise)


def write_fusion(
    trained: Trained, path: Path, *, learnt_from: Sequence[str], embedder: str, cross_encoder: str
) -> None:
    """Write what was learnt so that a person can read it: one tree a line.

    Args:
        trained: what was learnt.
        path: where to.
        learnt_from: the files' names.
        embedder: the name of the embedder that gathered the evidence.
        cross_encoder: the fingerprint of the model whose readings were weighed.
    """
    fusion = trained.fusion
    trees = fusion.trees or Trees(0.0, ())
    record = {
        "learnt_from": list(learnt_from),
        "embedder": embedder,
        "cross_encoder": cross_encoder,
        "messages": trained.messages,
        "positives": trained.positives,
        "weights": {name: round(w, 5) for name, w in zip(EVIDENCE_NAMES, fusion.weights, strict=True)},
        "intercept": round(fusion.intercept, 5),
        "agreement": list(AGREEMENT_NAMES),
        "start": round(trees.start, 5),
        "reading": {name: round(weight, 5) for name, weight in asdict(fusion.reading or NOT_READ).items()},
    }
    head = json.dumps(record, indent=2).removesuffix("\n}")
    lines = ",\n    ".join(json.dumps(to_json(tree, AGREEMENT_NAMES)) for tree in trees.trees)
    path.write_text(f'{head},\n  "trees": [\n    {lines}\n  ]\n}}\n', encoding="utf-8")
