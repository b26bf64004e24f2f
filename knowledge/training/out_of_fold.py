"""How messages are judged by trees that never saw them: what the thresholds are chosen by."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from knowledge.evaluation.retrieval import Query
from knowledge.fusion import Fusion
from knowledge.matching import Candidate
from knowledge.retriever import FACT_CHECKS, Finding, Retriever, agreements, candidates_of
from knowledge.training.fusion_trainer import fit_trees

FOLDS = 6


Judged = tuple[Query, list[Candidate]]
"""A message and its candidates, best first, as trees of the other folds judge them."""


def judged_out_of_fold(queries: Sequence[Query], retriever: Retriever, ranking: Fusion) -> list[Judged]:
    """Judge every message by trees learnt from the other folds; a subject's messages are all in one fold.

    The ranking below the trees is the shipped one and has seen the messages: it has 18 weights, the trees have
    hundreds.

    Args:
        queries: messages whose entry, or lack of one, is known.
        retriever: holds the entries; is left judging without trees.
        ranking: whose weights rank.
    """
    retriever.use_fusion(Fusion(ranking.weights, ranking.intercept))
    found = [(query, retriever.find(query.text, FACT_CHECKS)) for query in queries]
    judged: list[Judged] = []
    for fold in range(FOLDS):
        trees = fit_trees([each for each in found if _fold(each[0]) != fold])
        fusion = Fusion(ranking.weights, ranking.intercept, trees)
        judged += [(q, candidates_of(q.text, _judge(fusion, f))) for q, f in found if _fold(q) == fold]
    return judged


def _fold(query: Query) -> int:
    return int.from_bytes(sha256(query.subject.encode()).digest()[:4], "big") % FOLDS


def _judge(fusion: Fusion, findings: Sequence[Finding]) -> list[Finding]:
    held = agreements(findings)
    judged = [
        replace(finding, probability=probability, contradicts=each.contradicts)
        for finding, each, probability in zip(findings, held, fusion.judge(held), strict=False)
    ]
    return sorted(judged, key=lambda finding: -finding.probability)
