"""Everything that docs/quality.md says, measured in one run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.evaluation.intervals import Rate
from knowledge.evaluation.retrieval import Query, RetrievalReport, evaluate_retrieval
from knowledge.evaluation.rivals import Finder, RivalScore, score
from knowledge.matching import Candidate, Decision, MatchDecision, is_confirmed

THRESHOLDS = (0.50, 0.60, 0.70, 0.80, 0.84, 0.86, 0.88, 0.92, 0.94, 0.96)


@dataclass(frozen=True)
class Sets:
    """Messages about known entries, near-misses, and claims that no entry is about."""

    known: Sequence[Query]
    near: Sequence[Query]
    unknown: Sequence[Query]

    def all(self) -> list[Query]:
        """Every message."""
        return [*self.known, *self.near, *self.unknown]


@dataclass(frozen=True)
class CurvePoint:
    """What a threshold for confirming does."""

    threshold: float
    right: Rate
    wrong: Rate
    near: Rate
    unknown: Rate


@dataclass(frozen=True)
class Quality:
    """What was measured on the test set, the development set's curve out of fold, and simpler ways beside ours."""

    known: RetrievalReport
    near: RetrievalReport
    unknown: RetrievalReport
    near_by_twist: dict[str, Rate]
    curve: list[CurvePoint]
    rivals: list[RivalScore]


def measure(
    sets: Sets, decide: Callable[[str], MatchDecision], finders: dict[str, Finder], curve: list[CurvePoint]
) -> Quality:
    """Measure on the test set; the curve is of the development set (see `curve_of`)."""
    twists = sorted({query.twist for query in sets.near if query.twist})
    return Quality(
        known=evaluate_retrieval(sets.known, decide),
        near=evaluate_retrieval(sets.near, decide),
        unknown=evaluate_retrieval(sets.unknown, decide),
        near_by_twist={twist: _confirmed([q for q in sets.near if q.twist == twist], decide) for twist in twists},
        curve=curve,
        rivals=[score(name, find, sets.known, sets.near, sets.unknown) for name, find in finders.items()],
    )


def _confirmed(queries: Sequence[Query], decide: Callable[[str], MatchDecision]) -> Rate:
    return Rate(sum(decide(query.text).decision is Decision.CONFIRMED for query in queries), len(queries))


def curve_of(judged: Sequence[tuple[Query, Sequence[Candidate]]]) -> list[CurvePoint]:
    """What each threshold would confirm, of messages with their candidates, best first."""
    known = [(query, found) for query, found in judged if query.expected]
    near = [found for query, found in judged if not query.expected and query.near]
    unknown = [found for query, found in judged if not query.expected and not query.near]
    return [_point(threshold, known, near, unknown) for threshold in THRESHOLDS]


def _point(
    threshold: float,
    known: Sequence[tuple[Query, Sequence[Candidate]]],
    near: Sequence[Sequence[Candidate]],
    unknown: Sequence[Sequence[Candidate]],
) -> CurvePoint:
    confirmed = [(query, found[0].match.entry.id) for query, found in known if is_confirmed(found, threshold)]
    right = sum(entry_id in query.expected for query, entry_id in confirmed)
    return CurvePoint(
        threshold,
        Rate(right, len(known)),
        Rate(len(confirmed) - right, len(known)),
        Rate(sum(is_confirmed(found, threshold) for found in near), len(near)),
        Rate(sum(is_confirmed(found, threshold) for found in unknown), len(unknown)),
    )
