"""How messages are judged by trees that never saw them: what the thresholds are chosen by."""

from collections.abc import Sequence

from knowledge.evaluation.folds import fold_of
from knowledge.evaluation.retrieval import Query
from knowledge.findings import Finding, judge, read_candidates
from knowledge.fusion import Fusion
from knowledge.matching import Candidate
from knowledge.reading import PairReader
from knowledge.retriever import FACT_CHECKS, Retriever
from knowledge.training.fusion_trainer import fit_trees

FOLDS = 6


Judged = tuple[Query, list[Candidate]]
"""A message and its candidates, best first, as trees of the other folds judge them."""


def judged_out_of_fold(
    queries: Sequence[Query],
    written: Sequence[Query],
    retriever: Retriever,
    fusion: Fusion,
    reader: PairReader | None = None,
) -> list[Judged]:
    """Judge every message by trees learnt from the other folds; a subject's messages are all in one fold.

    The ranking below the trees and the weights of the reading are the shipped ones and have seen the messages: they
    have 22 weights, the trees have hundreds.

    Args:
        queries: messages whose entry, or lack of one, is known.
        written: messages written for training, which every fold learns from as well.
        retriever: holds the entries; is left judging without trees.
        fusion: whose weights rank, and weigh the reading.
        reader: reads the best candidate, if given, also where that changes no decision: other thresholds are tried.
    """
    return [
        (query, read_candidates(query.text, findings, reader, fusion.reading, confirm_at=None))
        for query, findings in found_out_of_fold(queries, written, retriever, fusion)
    ]


def found_out_of_fold(
    queries: Sequence[Query], written: Sequence[Query], retriever: Retriever, fusion: Fusion
) -> list[tuple[Query, list[Finding]]]:
    """The same before anything is read: each message with its findings, best first."""
    retriever.use_fusion(Fusion(fusion.weights, fusion.intercept))
    found, always = (
        [(query, retriever.find(query.text, FACT_CHECKS)) for query in asked] for asked in (queries, written)
    )
    judged: list[tuple[Query, list[Finding]]] = []
    for fold in range(FOLDS):
        trees = fit_trees([each for each in found if fold_of(each[0].subject, FOLDS) != fold], always)
        folded = Fusion(fusion.weights, fusion.intercept, trees)
        judged += [(q, judge(f, folded)) for q, f in found if fold_of(q.subject, FOLDS) == fold]
    return judged
