"""What may be said of a message: a confirmed match, candidates to choose from, or nothing known."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.entry import FactCheck, Guideline

# Chosen on the development set, out of fold: `safertogether report quality` measures the whole curve anew
# (docs/quality.md). A confirmation must also be ahead of the runner-up, long enough to say something and free of
# contradicting names, numbers, years and opposites. In November 2026, of 937 messages with a match, 344 near-misses
# and 229 unknown claims:
#   confirm at   right   wrong   near-miss   unknown
#         0.70    78 %   0.3 %      12.5 %     0.9 %
#         0.80    70 %   0.2 %       9.0 %     0.9 %
#         0.88    61 %   0.0 %       5.2 %     0.9 %
#         0.92    54 %   0.0 %       3.8 %     0.9 %
#         0.96    37 %   0.0 %       1.5 %     0.0 %
# A lead of 0.10 or of 0.25 made no difference to the errors, and the smaller confirms a little more.
# Suggestions: at 0.03 the right entry is shown for 97.9 % and something for 28 % of unknown claims, at 0.05 for 97.4 %
# and 20 %, at 0.08 for 96.9 % and 13 %, at 0.12 for 95.8 % and 10 %. A suggestion carries no verdict and costs one tap,
# a claim that is not found costs the answer; below 0.08 nearly all that is shown more is beside the point.
CONFIRM_AT = 0.92
CONFIRM_LEAD = 0.10
CONFIRM_MIN_TERMS = 3
SUGGEST_AT = 0.08
MAX_SUGGESTIONS = 3


class Decision(StrEnum):
    """The three honest outcomes."""

    CONFIRMED = "confirmed"
    SUGGESTED = "suggested"
    NO_MATCH = "no_match"


@dataclass(frozen=True)
class Match:
    """An entry and the calibrated probability, in [0, 1], that it is what the message is about."""

    entry: FactCheck | Guideline
    probability: float


@dataclass(frozen=True)
class Candidate:
    """A match with what the decision needs besides: whether facts contradict, and how many terms the message has."""

    match: Match
    contradicts: bool
    terms: int


@dataclass(frozen=True)
class MatchDecision:
    """The outcome and its matches, best first: one when confirmed, at most three when suggested.

    `ranked` holds the whole ranking that was looked at, whatever the decision.
    """

    decision: Decision
    matches: tuple[Match, ...]
    ranked: tuple[Match, ...] = ()

    @classmethod
    def linked(cls, matches: tuple[Match, ...]) -> "MatchDecision":
        """The message links to these entries' own source: confirmed if it is one, else the person chooses."""
        if len(matches) == 1:
            return cls(Decision.CONFIRMED, matches, matches)
        return cls(Decision.SUGGESTED, matches[:MAX_SUGGESTIONS], matches)


def decide(candidates: Sequence[Candidate]) -> MatchDecision:
    """Decide on candidates ranked best first."""
    ranked = tuple(candidate.match for candidate in candidates)
    if is_confirmed(candidates):
        return MatchDecision(Decision.CONFIRMED, ranked[:1], ranked)
    suggested = tuple(match for match in ranked if match.probability >= SUGGEST_AT)[:MAX_SUGGESTIONS]
    return MatchDecision(Decision.SUGGESTED if suggested else Decision.NO_MATCH, suggested, ranked)


def is_confirmed(candidates: Sequence[Candidate], confirm_at: float = CONFIRM_AT) -> bool:
    """Whether the first of candidates, ranked best first, is confirmed; `confirm_at` to see what another bar does."""
    if not candidates:
        return False
    best = candidates[0]
    rival = next((c.match.probability for c in candidates[1:] if not _is_same_review(best, c)), 0.0)
    return (
        best.match.probability >= confirm_at
        and best.match.probability - rival >= CONFIRM_LEAD
        and best.terms >= CONFIRM_MIN_TERMS
        and not best.contradicts
    )


def _is_same_review(one: Candidate, other: Candidate) -> bool:
    """Two entries from one page with one verdict do not compete: either answers the message."""
    first, second = one.match.entry, other.match.entry
    return (
        isinstance(first, FactCheck)
        and isinstance(second, FactCheck)
        and first.source_url == second.source_url
        and first.verdict is second.verdict
    )
