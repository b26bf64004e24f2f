"""Whether a message and the entry it resembles make the same claim, fact by fact.

Likeness finds the entry; these numbers judge whether its verdict may be passed on. A near-miss (another town, another
sum, the opposite) is like the claim in every word but one, so what counts here is what each side says and the other
does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from math import log

import numpy as np

from knowledge.alignment import Alignment, Floats
from knowledge.contradictions import (
    MOST,
    counts_apart,
    dates_apart,
    inversions,
    is_displaced,
    is_reversed,
    names_apart,
    opposites_apart,
    years_apart,
)
from knowledge.evidence import Gathered
from knowledge.look_alikes import other_claim, other_order
from knowledge.text.analysis import Analysis, Term
from knowledge.text.lexicon import everyday_words, framing_words
from knowledge.text.stemmer import malay_stem

_EXCLUDING = ("place", "people", "person", "party", "event")
"""Groups in which one name in place of another makes another claim."""


@dataclass(frozen=True)
class Agreement:
    """What speaks for and against one claim.

    "absent" counts what the message says and no text of the entry does; "missing" what the nearest heading says and the
    message does not (at most 3 each); "swapped" is how many groups have both.

    Attributes:
        likelihood: what `Fusion` makes of the evidence, as log-odds.
        lead: that, less the runner-up's, at most 10.
        names_absent, names_missing, names_swapped: names of places, peoples, persons, parties and events.
        names_displaced: in how many groups the message lacks the heading's name and has one of the entry's other texts.
        bodies_absent, bodies_missing: names of agencies, firms and platforms.
        matters_absent, matters_missing: names of programmes, documents and diseases.
        counts_absent, counts_missing: amounts and other numbers.
        years_absent, years_missing, dates_absent, dates_missing: years; days and months.
        unknown_absent: the weight of the heaviest word of no dictionary (a name, most likely) without a partner.
        opposites: in how many pairs of opposites the message is on the other side than every heading.
        denied_here, denied_there: 1 if only the message, or only the headings, say "not".
        reversed: 1 if names that both sides have come in another order in every heading.
        worst, second: of the message's words that tell of a claim (`framing_words` do not), the weight of the two
            heaviest without a partner in the entry.
        worst_off, second_off: the same, without a partner in any heading.
        soft, soft_off: how much of the message's weight finds a partner in the entry, or in a heading.
        heading_share: how much of the nearest heading's weight finds a partner in the message.
        inversions: the share of neighbouring common terms that come the other way round in the heading.
        lost, lost_second: the weight of the two heaviest words of the nearest heading without one in the message.
        substituted: the smaller of `worst` and `lost`: something was said in place of something.
        other_claim, other_order: how much nearer the message is to a look-alike than to any heading, in its words and
            in their order; 0 for an entry without look-alikes.
        heading_soft, message_soft, heading_cosine, claim_cover, lexical: as in `Evidence`.
        length: log(1 + the number of the message's different terms).
    """

    likelihood: float
    lead: float
    names_absent: float
    names_missing: float
    names_swapped: float
    names_displaced: float
    bodies_absent: float
    bodies_missing: float
    matters_absent: float
    matters_missing: float
    counts_absent: float
    counts_missing: float
    years_absent: float
    years_missing: float
    dates_absent: float
    dates_missing: float
    unknown_absent: float
    opposites: float
    denied_here: float
    denied_there: float
    reversed: float
    worst: float
    second: float
    worst_off: float
    second_off: float
    soft: float
    soft_off: float
    heading_share: float
    inversions: float
    lost: float
    lost_second: float
    substituted: float
    other_claim: float
    other_order: float
    heading_soft: float
    message_soft: float
    heading_cosine: float
    claim_cover: float
    lexical: float
    length: float

    @property
    def contradicts(self) -> bool:
        """Whether a name, number, year or opposite stands in place of the entry's own, however similar the words."""
        replaced = self.names_swapped or (self.counts_absent and self.counts_missing)
        return bool(replaced or self.years_absent or self.opposites)

    def row(self) -> tuple[float, ...]:
        """The numbers in the order of `AGREEMENT_NAMES`."""
        return tuple(getattr(self, name) for name in AGREEMENT_NAMES)


AGREEMENT_NAMES: tuple[str, ...] = tuple(part.name for part in fields(Agreement))
SPEAKS_FOR = {
    **dict.fromkeys(
        ["likelihood", "lead", "soft", "soft_off", "heading_share", "heading_soft", "message_soft", "heading_cosine"], 1
    ),
    **dict.fromkeys(["claim_cover", "lexical"], 1),
    "length": 0,
}
"""Which numbers speak for a match (1) or either way (0); every other one speaks against it."""


def agreement(message: Analysis, found: Gathered, *, likelihood: float, lead: float) -> Agreement:
    """Hold a message against an entry."""
    said, profile, evidence, alignment = found.said, found.profile, found.evidence, found.alignment
    known = profile.all_facts
    nearest = profile.heading_facts[min(alignment.heading, len(profile.heading_facts) - 1)]
    names = [names_apart(said, known, nearest, group) for group in _EXCLUDING]
    bodies, matters = (names_apart(said, known, nearest, group) for group in ("body", "matter"))
    counts, years = counts_apart(said, known, nearest), years_apart(said, known, nearest)
    dates = dates_apart(said, known, nearest)
    units = message.different
    telling = alignment.weights * _tells(units)
    heading_units = profile.headings[alignment.heading].different if units else ()
    heading_telling = alignment.heading_weights[1:] * _tells(heading_units)
    worst, second = _heaviest(telling, alignment.in_entry)
    worst_off, second_off = _heaviest(telling, alignment.in_headings)
    lost, lost_second = _heaviest(heading_telling, alignment.in_message[1:])
    return Agreement(
        likelihood=likelihood,
        lead=min(lead, 10.0),
        names_absent=min(MOST, sum(absent for absent, _ in names)),
        names_missing=min(MOST, sum(missing for _, missing in names)),
        names_displaced=float(sum(is_displaced(said, profile, nearest, group) for group in _EXCLUDING)),
        names_swapped=float(sum(1 for absent, missing in names if absent and missing)),
        bodies_absent=bodies[0],
        bodies_missing=bodies[1],
        matters_absent=matters[0],
        matters_missing=matters[1],
        counts_absent=counts[0],
        counts_missing=counts[1],
        years_absent=years[0],
        years_missing=years[1],
        dates_absent=dates[0],
        dates_missing=dates[1],
        unknown_absent=_unknown(units, alignment),
        opposites=float(opposites_apart(said, profile)),
        denied_here=float(said.denials > 0 and not any(f.denials for f in profile.heading_facts)),
        denied_there=float(said.denials == 0 and all(f.denials for f in profile.heading_facts)),
        reversed=float(is_reversed(said, profile)),
        worst=worst,
        second=second,
        worst_off=worst_off,
        second_off=second_off,
        soft=_share(telling, alignment.in_entry),
        soft_off=_share(telling, alignment.in_headings),
        heading_share=_share(heading_telling, alignment.in_message[1:]),
        inversions=inversions(message, profile),
        lost=lost,
        lost_second=lost_second,
        substituted=min(worst, lost),
        other_claim=other_claim(telling, alignment),
        other_order=other_order(message, profile),
        heading_soft=evidence.heading_soft,
        message_soft=evidence.message_soft,
        heading_cosine=evidence.heading_cosine,
        claim_cover=evidence.claim_cover,
        lexical=evidence.lexical,
        length=log(1 + len(units)),
    )


@lru_cache(maxsize=32_768)
def _tells(units: tuple[Term, ...]) -> Floats:
    """1 for each term that tells of a claim, 0 for one that speaks of the message; not to be written to."""
    framing = framing_words()
    return np.array([unit.key not in framing and unit.word not in framing for unit in units], dtype=np.float32)


def _heaviest(weights: Floats, found: Floats) -> tuple[float, float]:
    """The two heaviest weights without a partner, in units of 10 (an idf is seldom more)."""
    open_weights = np.sort(weights * (1.0 - found))[::-1]
    first, second = (*open_weights[:2].tolist(), 0.0, 0.0)[:2]
    return first / 10.0, second / 10.0


def _share(weights: Floats, found: Floats) -> float:
    return float(weights @ found) / max(float(weights.sum()), 1e-9)


def _unknown(units: Sequence[Term], alignment: Alignment) -> float:
    """The weight, in units of 10, of the heaviest word of no dictionary that the entry lacks."""
    open_weights = (
        float(weight * (1.0 - found))
        for unit, weight, found in zip(units, alignment.weights, alignment.in_entry, strict=False)
        if _is_unknown_word(unit)
    )
    return max(open_weights, default=0.0) / 10.0


@lru_cache(maxsize=8192)
def _is_unknown_word(unit: Term) -> bool:
    return (
        unit.word.isalpha()
        and not unit.key.startswith("@")
        and unit.word not in everyday_words()
        and unit.key not in everyday_words()
        and malay_stem(unit.word) is None
    )
