"""How well a message and an entry agree, as a short row of numbers that a person can read."""

from dataclasses import dataclass, fields
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.alignment import Alignment
from knowledge.facts import Facts, facts_of, is_counted, is_day_among
from knowledge.heading_cover import Cover
from knowledge.index.lexical_index import K1
from knowledge.index.shelf import Cosines, Shelf
from knowledge.profile import Profile
from knowledge.text.analysis import Analysis

EXAMINED = 6
"""How many candidates get a closer look. By first look alone the right entry is among the best six in 99.6 % of the
development set's messages, and among all that the searches bring in 99.9 %; the closer look costs most of a search."""

CONFLICT_GROUPS = ("place", "people", "person", "party", "event")
"""Names of one of these groups exclude each other: another state, another election, another person is another claim.
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
        names_conflict: how many groups of names contradict each other.
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

    def row(self) -> tuple[float, ...]:
        """The numbers in the order of `EVIDENCE_NAMES`."""
        return tuple(getattr(self, name) for name in EVIDENCE_NAMES)


EVIDENCE_NAMES: tuple[str, ...] = tuple(field.name for field in fields(Evidence))


def cover(weights: dict[str, float], by: frozenset[str]) -> float:
    """The share of the terms' weight that `by` covers; 0 without terms."""
    total = sum(weights.values())
    return sum(weight for term, weight in weights.items() if term in by) / total if total else 0.0


def names_conflict(message: Facts, entry: Facts) -> int:
    """How many groups of names contradict: both sides name some, and none of the message's is the entry's."""
    return sum(
        1
        for group in CONFLICT_GROUPS
        if (ours := message.names.get(group)) and entry.names.get(group) and not ours & entry.everything
    )


def numbers_conflict(message: Facts, entry: Facts) -> int:
    """How many kinds of number contradict: both sides have some, and none of the message's is the entry's."""
    years = entry.years | entry.implied_years
    return (
        bool(message.counts and entry.counts and not any(is_counted(count, message, entry) for count in message.counts))
        + bool(message.years and years and not message.years & years)
        + bool(message.days and entry.days and not any(is_day_among(day, entry.days) for day in message.days))
    )


def names_agree(message: Facts, entry: Facts) -> float:
    """log(1 + how many names are the same)."""
    return log(1 + sum(len(found & entry.everything) for found in message.names.values()))


def numbers_agree(message: Facts, entry: Facts) -> float:
    """log(1 + how many numbers are the same)."""
    same = sum(is_counted(count, message, entry) for count in message.counts)
    same += len(message.years & (entry.years | entry.implied_years))
    return log(1 + same + sum(is_day_among(day, entry.days) for day in message.days))


@dataclass(frozen=True)
class Gathered:
    """One candidate with its evidence, and the message's facts and the alignment it rests on."""

    profile: Profile
    said: Facts
    evidence: Evidence
    alignment: Alignment


def gather(message: Analysis, vector: NDArray[np.float32], shelf: Shelf, pool: int) -> list[Gathered]:
    """The evidence for every entry that either search brings, `pool` from each.

    Args:
        message: the message, or the part of it that is looked at.
        vector: its embedding, shape (dimension,).
        shelf: where to look.
        pool: how many candidates each search brings.
    """
    scores = shelf.lexical.scores(message.terms)
    lexical_hits = shelf.lexical.best(scores, pool)
    found = dict.fromkeys([hit.number for hit in lexical_hits] + [hit.number for hit in shelf.nearest(vector, pool)])
    numbers = list(found)
    weights = {term: shelf.lexical.idf(term) for term in message.terms}
    ceiling = sum(weights.values()) * (K1 + 1.0)
    lexical = [float(scores[number]) / ceiling if ceiling else 0.0 for number in numbers]
    cosines = shelf.cosines(numbers, vector)
    leads = zip(_leads(lexical), _leads([each.heading for each in cosines]), strict=True)
    looks = [_Look(*each) for each in zip(numbers, lexical, cosines, leads, strict=True)]
    closest = sorted(looks, key=lambda look: -look.promise)[:EXAMINED]
    examined = [look.number for look in closest]
    alignments = shelf.align(message.different, examined)
    covered = shelf.covers(examined, weights)
    facts = facts_of(message)
    return [
        Gathered(
            shelf.profile(look.number),
            facts,
            _evidence(message, facts, shelf, weights, look, by_terms, alignment),
            alignment,
        )
        for look, by_terms, alignment in zip(closest, covered, alignments, strict=True)
    ]


@dataclass(frozen=True)
class _Look:
    """What a first look says of a candidate."""

    number: int
    lexical: float
    cosines: Cosines
    leads: tuple[float, float]

    @property
    def promise(self) -> float:
        """How worth a closer look it is. Only the order counts; the weights are by hand (see `EXAMINED`)."""
        return 2.0 * self.lexical + max(self.cosines.heading, 0.9 * self.cosines.body)


def _leads(scores: list[float]) -> list[float]:
    """Each score less the best of the others."""
    best, second = (*sorted(scores, reverse=True)[:2], 0.0, 0.0)[:2] if len(scores) > 1 else (*scores, 0.0, 0.0)[:2]
    return [score - (second if score == best else best) for score in scores]


def _evidence(
    message: Analysis,
    facts: Facts,
    shelf: Shelf,
    weights: dict[str, float],
    look: _Look,
    by_terms: Cover,
    alignment: Alignment,
) -> Evidence:
    profile, cosines = shelf.profile(look.number), look.cosines
    return Evidence(
        lexical=look.lexical,
        claim_cover=by_terms.claim,
        message_cover=cover(weights, profile.document_terms),
        heading_cover=by_terms.message,
        heading_cosine=cosines.heading,
        body_cosine=cosines.body,
        lexical_lead=look.leads[0],
        cosine_lead=look.leads[1],
        names_agree=names_agree(facts, profile.all_facts),
        names_conflict=float(names_conflict(facts, profile.all_facts)),
        numbers_agree=numbers_agree(facts, profile.all_facts),
        numbers_conflict=float(numbers_conflict(facts, profile.all_facts)),
        negation_differs=float(message.is_negated != profile.headings[cosines.nearest_heading].is_negated),
        length=log(1 + len(weights)),
        message_soft=alignment.message_soft,
        heading_soft=alignment.heading_soft,
        message_worst=alignment.message_worst,
        heading_worst=alignment.heading_worst,
    )
