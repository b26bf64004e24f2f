"""A second look at the best candidate: a cross-encoder reads the message beside the claim, word by word.

It costs almost as much as the rest of a search, so it looks only where its word could change the decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.cross_encoder.canonical_text import canonical_text
from knowledge.matching import Candidate, is_promising
from knowledge.passage import PassageRole
from knowledge.profile import Profile
from knowledge.text.analysis import Analysis, analyse
from knowledge.text.detect import detect_language


class PairReader(Protocol):
    """What reads pairs of texts."""

    def log_odds(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The log-odds that message and claim say the same, shape (pairs,)."""
        ...


@dataclass(frozen=True)
class ReadingWeights:
    """A logistic regression over what the trees say of a candidate and what the cross-encoder reads.

    Attributes:
        judged: the weight of the trees' log-odds.
        read: the weight of the cross-encoder's log-odds.
        intercept: added to both.
    """

    judged: float
    read: float
    intercept: float

    def probability(self, row: tuple[float, float]) -> float:
        """The probability, in [0, 1], of a row as `reading_row` gives it."""
        judged, read = row
        return 1.0 / (1.0 + exp(-(self.intercept + self.judged * judged + self.read * read)))


MOST_READ = 2.5
"""Log-odds; a reading beyond counts as this much, so that it is known what no reading can change. Of the development
set's messages about a known entry 35 % are then read instead of 88 %, and 68.7 % instead of 69.3 % are confirmed right,
with as many near-misses."""
NOT_READ = ReadingWeights(judged=1.0, read=0.0, intercept=0.0)
"""Leaves the trees' probability as it is."""


def reading_row(message: Analysis, profile: Profile, probability: float, reader: PairReader) -> tuple[float, float]:
    """The trees' log-odds, and the cross-encoder's for the claim in the message's language.

    To read the other language's claim as well takes twice as long and told no more (docs/cross-encoder.md).
    """
    claims = {passage.language: passage.text for passage in profile.passages if passage.role is PassageRole.HEADING}
    language = detect_language(" ".join(message.words)).language
    claim = claims.get(language) or claims[language.other]
    (read,) = reader.log_odds([(canonical_text(message.words), canonical_text(analyse(claim).words))])
    return _log_odds(probability), min(max(float(read), -MOST_READ), MOST_READ)


def with_reading(
    candidates: list[Candidate],
    message: Analysis,
    profile: Profile,
    reader: PairReader,
    weights: ReadingWeights,
    confirm_at: float | None,
) -> list[Candidate]:
    """The candidates, the first one with its reading if that could confirm it.

    Args:
        candidates: best first, at least one.
        message: the part of the message that speaks for the first.
        profile: the first's entry.
        reader: reads.
        weights: what the reading counts.
        confirm_at: what will confirm: where all that could be read comes to the same decision, the first one has the
            least of it, unread. None to read in any case.
    """
    if not is_promising(candidates):
        return candidates
    probability = candidates[0].match.probability
    judged = _log_odds(probability)
    least, most = sorted(weights.probability((judged, read)) for read in (-MOST_READ, MOST_READ))
    if confirm_at is None or least < confirm_at <= most:
        read = weights.probability(reading_row(message, profile, probability, reader))
    else:
        read = least
    return [replace(candidates[0], read=read), *candidates[1:]]


def _log_odds(probability: float) -> float:
    sure = min(max(probability, 1e-6), 1.0 - 1e-6)
    return log(sure / (1.0 - sure))
