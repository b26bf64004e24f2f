"""What a claim gets that the cross-encoder never read, as every claim that is checked after it was made.

A third of the claims is left out of a cross-encoder's training; the messages about these are then judged with it, with
the one that is shipped, which has read them all, and without reading. The trees saw none of these claims' messages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.evaluation.folds import fold_of
from knowledge.evaluation.intervals import Rate, auroc
from knowledge.evaluation.retrieval import Query
from knowledge.findings import Finding, read_candidates
from knowledge.matching import Candidate, is_confirmed
from knowledge.reading import PairReader, ReadingWeights

_ONE_OF = 3


def is_left_out(entry_id: str) -> bool:
    """Whether an entry is of the third that is left out; the same in every run."""
    return fold_of(entry_id, _ONE_OF) == 0


@dataclass(frozen=True)
class NewClaims:
    """What is confirmed with one way of reading.

    Attributes:
        reader: what read, by name.
        right, wrong: of the messages about a claim that was left out.
        near: of the near-misses of such a claim.
        told_apart: how well the last word tells the claim's messages from its near-misses, where it comes first
            (AUROC).
    """

    reader: str
    right: Rate
    wrong: Rate
    near: Rate
    told_apart: float


def measure_new_claims(
    found: Iterable[tuple[Query, Sequence[Finding]]],
    readers: Mapping[str, PairReader | None],
    weights: ReadingWeights | None,
) -> list[NewClaims]:
    """Measure each way of reading.

    Args:
        found: messages with their findings, best first, judged by trees that learnt from none about their claim.
        readers: what reads, by name; None reads nothing.
        weights: what a reading counts.
    """
    asked = [(query, list(findings)) for query, findings in found if query.expected or query.near]
    asked = [(query, findings) for query, findings in asked if is_left_out(query.subject)]
    return [_measured(name, _judged(asked, reader, weights)) for name, reader in readers.items()]


def _judged(
    asked: Sequence[tuple[Query, list[Finding]]], reader: PairReader | None, weights: ReadingWeights | None
) -> list[tuple[Query, list[Candidate]]]:
    return [(query, read_candidates(query.text, found, reader, weights, confirm_at=None)) for query, found in asked]


def _measured(name: str, judged: Sequence[tuple[Query, list[Candidate]]]) -> NewClaims:
    known = [(query, found) for query, found in judged if query.expected]
    near = [(query, found) for query, found in judged if not query.expected]
    right = [_first(found) in query.expected for query, found in known if is_confirmed(found)]
    return NewClaims(
        reader=name,
        right=Rate(sum(right), len(known)),
        wrong=Rate(len(right) - sum(right), len(known)),
        near=Rate(sum(is_confirmed(found) for _, found in near), len(near)),
        told_apart=auroc(
            [_last_word(found) for query, found in known if _first(found) in query.expected],
            [_last_word(found) for query, found in near if _first(found) == query.near],
        ),
    )


def _first(found: Sequence[Candidate]) -> str:
    return found[0].match.entry.id if found else ""


def _last_word(found: Sequence[Candidate]) -> float:
    return found[0].match.probability if found[0].read is None else found[0].read
