"""What may be said of a message: a confirmed match, candidates to choose from, or nothing known."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.entry import FactCheck, Guideline

# Chosen on the development set, out of fold: `safertogether report quality` measures the whole curve anew
# (docs/quality.md). A confirmation must also be ahead of the runner-up, long enough to say something and free of
# contradicting names, numbers, years and opposites. In November 2026, of 937 messages with a match, 344 near-misses
# and 229 unknown claims, after the cross-encoder's reading:
#   confirm at   right   wrong   near-miss   unknown
#         0.70    79 %   0.2 %       7.8 %     0.4 %
#         0.80    73 %   0.1 %       5.5 %     0.0 %
#         0.84    69 %   0.1 %       3.5 %     0.0 %
#         0.88    62 %   0.1 %       2.9 %     0.0 %
#         0.92    54 %   0.0 %       2.0 %     0.0 %
#         0.96    39 %   0.0 %       1.2 %     0.0 %
# A lead of 0.10 or of 0.25 made no difference to the errors, and the smaller confirms a little more.
# What nothing reads, such as a guideline, must be surer: at 0.94 the trees alone confirm 58 % right, 2.9 % of
# near-misses and no unknown claim.
# Suggestions: at 0.05 the right entry is shown for 97.0 % and something for 20 % of unknown claims, at 0.08 for 96.5 %
# and 13 %, at 0.12 for 95.3 % and 9 %. A suggestion carries no verdict and costs one tap, a claim that is not found
# costs the answer.
CONFIRM_AT = 0.84
CONFIRM_UNREAD_AT = 0.94
READ_FROM = 0.50
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
    """A match with what the decision needs besides: whether facts contradict, and how many terms the message has.

    `read` is the probability, in [0, 1], after the cross-encoder read both texts, or the least it could be where no
    reading would change the decision; None if there is nothing to read.
    """

    match: Match
    contradicts: bool
    terms: int
    read: float | None = None


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
    return bool(candidates) and is_sure(candidates[0], confirm_at) and _is_free(candidates)


def is_promising(candidates: Sequence[Candidate]) -> bool:
    """Whether the first of candidates could be confirmed, if its texts were read."""
    return bool(candidates) and candidates[0].match.probability >= READ_FROM and _is_free(candidates)


def _is_free(candidates: Sequence[Candidate]) -> bool:
    """Whether the first is ahead of the runner-up, long enough to say something and free of contradictions."""
    best = candidates[0]
    rival = next((c.match.probability for c in candidates[1:] if not _is_same_review(best, c)), 0.0)
    return best.match.probability - rival >= CONFIRM_LEAD and best.terms >= CONFIRM_MIN_TERMS and not best.contradicts


def is_sure(candidate: Candidate, confirm_at: float) -> bool:
    """Whether a candidate is probable enough; one that was not read needs more."""
    if candidate.read is None:
        return candidate.match.probability >= max(confirm_at, CONFIRM_UNREAD_AT)
    return candidate.read >= confirm_at


def _is_same_review(one: Candidate, other: Candidate) -> bool:
    """Two entries from one page with one verdict do not compete: either answers the message."""
    first, second = one.match.entry, other.match.entry
    return (
        isinstance(first, FactCheck)
        and isinstance(second, FactCheck)
        and first.source_url == second.source_url
        and first.verdict is second.verdict
    )
