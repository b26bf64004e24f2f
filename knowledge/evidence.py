"""How well a message and an entry agree, as a short row of numbers that a person can read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.alignment import Alignment
from knowledge.index.lexical_index import K1
from knowledge.index.shelf import Cosines, Shelf
from knowledge.profile import Profile
from knowledge.text.analysis import Analysis

CONFLICT_KINDS = ("state", "place", "country", "person", "party", "event")
"""Names of these kinds exclude each other: another state, another election, another person is another claim.
Bodies, documents and programmes are often named by only one side of the same claim."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against a match. Everything is 0 to 1 unless said otherwise.

    Attributes:
        lexical: BM25 of message and entry, divided by what a document with every term of the message could score.
        claim_cover: how much of the best heading's weight the message's terms cover.
        message_cover: how much of the message's weight the entry's terms cover.
        heading_cover: how much of the message's weight the best heading's terms cover.
        heading_cosine: cosine of message and nearest heading, -1 to 1.
        body_cosine: cosine of message and nearest body, -1 to 1.
        lexical_lead: `lexical` less the best other candidate's, -1 to 1.
        cosine_lead: `heading_cosine` less the best other candidate's, -2 to 2.
        names_agree: how many names of both sides are the same (log(1 + n)).
        names_conflict: how many kinds of name contradict each other.
        numbers_agree: how many amounts, dates and other numbers are the same (log(1 + n)).
        numbers_conflict: how many kinds of number contradict each other.
        negation_differs: 1 if one side says "not" and the nearest heading does not, or the other way round.
        length: log(1 + the number of the message's terms).
        message_soft, heading_soft, message_worst, heading_worst: see `knowledge.alignment.Alignment`.
    """

    lexical: float
    claim_cover: float
    message_cover: float
    heading_cover: float
    heading_cosine: float
    body_cosine: float
    lexical_lead: float
    cosine_lead: float
    names_agree: float
    names_conflict: float
    numbers_agree: float
    numbers_conflict: float
    negation_differs: float
    length: float
    message_soft: float
    heading_soft: float
    message_worst: float
    heading_worst: float

    @property
    def contradicts(self) -> bool:
        """Whether a name, number or negation of one side rules the other out, however similar the words."""
        return self.names_conflict > 0 or self.numbers_conflict > 0 or self.negation_differs > 0

    def row(self) -> tuple[float, ...]:
        """The numbers in the order of `EVIDENCE_NAMES`."""
        return tuple(getattr(self, name) for name in EVIDENCE_NAMES)


EVIDENCE_NAMES: tuple[str, ...] = tuple(field.name for field in fields(Evidence))


def cover(terms: Iterable[str], by: frozenset[str] | set[str], idf: Callable[[str], float]) -> float:
    """The share of the terms' weight that `by` covers; 0 without terms."""
    weights = {term: idf(term) for term in terms}
    total = sum(weights.values())
    return sum(weight for term, weight in weights.items() if term in by) / total if total else 0.0


def _conflicts(ours: dict[str, frozenset[str]], theirs: dict[str, frozenset[str]]) -> int:
    """How many kinds are named by both sides with no name in common."""
    return sum(1 for kind in CONFLICT_KINDS if ours.get(kind) and theirs.get(kind) and not ours[kind] & theirs[kind])


def names_conflict(message: Analysis, profile: Profile) -> int:
    """How many kinds of name contradict: the message names one that the entry, naming others, never does."""
    return _conflicts(message.names, profile.all_names)


def numbers_conflict(message: Analysis, profile: Profile) -> int:
    """How many kinds of number contradict: both sides have some, and none of the message's is the entry's."""
    ours, theirs = message.numbers, profile.all_numbers
    pairs = ((ours.amounts, theirs.amounts), (ours.years, theirs.years), (ours.days, theirs.days))
    return sum(1 for mine, yours in pairs if mine and yours and not mine & yours)


def names_agree(message: Analysis, profile: Profile) -> float:
    """log(1 + how many names are the same)."""
    return log(1 + sum(len(found & profile.all_names.get(kind, frozenset())) for kind, found in message.names.items()))


def numbers_agree(message: Analysis, profile: Profile) -> float:
    """log(1 + how many numbers are the same)."""
    ours, theirs = message.numbers, profile.all_numbers
    same = sum(len(getattr(ours, kind) & getattr(theirs, kind)) for kind in ("numbers", "amounts", "years", "days"))
    return log(1 + same)


def gather(message: Analysis, vector: NDArray[np.float32], shelf: Shelf, pool: int) -> list[tuple[Profile, Evidence]]:
    """The evidence for every entry that either search brings, `pool` from each.

    Args:
        message: the message, or the part of it that is looked at.
        vector: its embedding, shape (dimension,).
        shelf: where to look.
        pool: how many candidates each search brings.
    """
    scores = shelf.lexical.scores(message.terms)
    lexical_hits = shelf.lexical.best(scores, pool)
    numbers = dict.fromkeys([hit.number for hit in lexical_hits] + [h.number for h in shelf.nearest(vector, pool)])
    ceiling = sum(shelf.lexical.idf(term) for term in set(message.terms)) * (K1 + 1.0)
    lexical = {number: float(scores[number]) / ceiling if ceiling else 0.0 for number in numbers}
    cosines = {number: shelf.cosines(number, vector) for number in numbers}
    headings = {number: found.heading for number, found in cosines.items()}
    alignments = shelf.align(list(dict.fromkeys(message.units)), list(numbers))
    return [
        (
            shelf.profile(number),
            _evidence(
                message,
                shelf.profile(number),
                shelf.lexical.idf,
                lexical=lexical[number],
                cosines=cosines[number],
                leads=(_lead(lexical, number), _lead(headings, number)),
                alignment=alignment,
            ),
        )
        for number, alignment in zip(numbers, alignments, strict=True)
    ]


def _lead(scores: dict[int, float], number: int) -> float:
    others = [score for other, score in scores.items() if other != number]
    return scores[number] - max(others, default=0.0)


def _evidence(
    message: Analysis,
    profile: Profile,
    idf: Callable[[str], float],
    *,
    lexical: float,
    cosines: Cosines,
    leads: tuple[float, float],
    alignment: Alignment,
) -> Evidence:
    terms = set(message.terms)
    document = set(profile.document)
    heading_terms = [frozenset(heading.terms) for heading in profile.headings]
    return Evidence(
        lexical=lexical,
        claim_cover=max(cover(heading, terms, idf) for heading in heading_terms),
        message_cover=cover(terms, document, idf),
        heading_cover=max(cover(terms, heading, idf) for heading in heading_terms),
        heading_cosine=cosines.heading,
        body_cosine=cosines.body,
        lexical_lead=leads[0],
        cosine_lead=leads[1],
        names_agree=names_agree(message, profile),
        names_conflict=float(names_conflict(message, profile)),
        numbers_agree=numbers_agree(message, profile),
        numbers_conflict=float(numbers_conflict(message, profile)),
        negation_differs=float(message.is_negated != profile.headings[cosines.nearest_heading].is_negated),
        length=log(1 + len(terms)),
        message_soft=alignment.message_soft,
        heading_soft=alignment.heading_soft,
        message_worst=alignment.message_worst,
        heading_worst=alignment.heading_worst,
    )
