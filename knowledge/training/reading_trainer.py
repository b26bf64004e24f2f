"""Learns what a cross-encoder's reading counts beside the trees."""

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from knowledge.evaluation.retrieval import Query
from knowledge.findings import candidates_of
from knowledge.fusion import Fusion
from knowledge.matching import is_promising
from knowledge.reading import PairReader, ReadingWeights, reading_row
from knowledge.retriever import Retriever
from knowledge.training.out_of_fold import found_out_of_fold

_REGULARISATION = 10.0
_WEIGHT_UNANSWERED = 2.0  # as for the trees: a false verdict does more harm than a missing one


def fit_reading(
    queries: Sequence[Query], written: Sequence[Query], retriever: Retriever, fusion: Fusion, reader: PairReader
) -> ReadingWeights:
    """Learn from messages whose best candidate is worth reading, judged by trees that never saw them.

    Args:
        queries: messages whose entry, or lack of one, is known; the reader must not have learnt from them.
        written: messages written for training, which the trees learn from as well.
        retriever: holds the entries; is left judging without trees.
        fusion: whose weights rank.
        reader: reads.

    Raises:
        ValueError: if among those read all are right, or none.
    """
    rows: list[tuple[float, float]] = []
    labels: list[bool] = []
    for query, findings in found_out_of_fold(queries, written, retriever, fusion):
        if is_promising(candidates_of(query.text, findings)):
            best = findings[0]
            rows.append(reading_row(best.message, best.profile, best.probability, reader))
            labels.append(best.profile.entry.id in query.expected)
    if len(set(labels)) < 2:
        raise ValueError("a reading can only be weighed with both right and wrong candidates")
    model = LogisticRegression(C=_REGULARISATION, max_iter=1000)
    model.fit(np.array(rows), labels, sample_weight=[1.0 if right else _WEIGHT_UNANSWERED for right in labels])
    judged, read = map(float, model.coef_[0])
    return ReadingWeights(judged, read, float(model.intercept_[0]))
