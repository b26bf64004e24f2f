"""What a message says and an entry does not, and the other way round, group by group.

"Apart" is a pair: how much of the message's is absent from the entry, how much of its heading's the message lacks.
"""

from itertools import pairwise

from knowledge.facts import Facts, is_counted, is_day_among
from knowledge.polarity import turned_round
from knowledge.profile import Profile
from knowledge.text.analysis import Analysis

MOST = 3.0
"""Counts are cut off here: a long forward names many things besides."""


def names_apart(said: Facts, known: Facts, nearest: Facts, group: str) -> tuple[float, float]:
    """How many names of a group are absent from the entry, and how many of the heading's the message lacks."""
    absent = said.names.get(group, frozenset()) - known.everything
    missing = nearest.names.get(group, frozenset()) - said.everything
    return min(MOST, len(absent)), min(MOST, len(missing))


def is_displaced(said: Facts, profile: Profile, nearest: Facts, group: str) -> bool:
    """Whether a name takes the place of the heading's, though the entry's other texts have it."""
    off = (said.names.get(group, frozenset()) & profile.all_facts.everything) - profile.heading_names
    return bool(off and nearest.names.get(group, frozenset()) - said.everything)


def counts_apart(said: Facts, known: Facts, nearest: Facts) -> tuple[float, float]:
    """Amounts and other numbers, give or take 2 %, and 20 % where a text says that it is only roughly so."""
    absent = sum(1 for number in said.counts if not is_counted(number, said, known))
    missing = sum(1 for number in nearest.counts if not is_counted(number, nearest, said))
    return min(MOST, absent), min(MOST, missing)


def years_apart(said: Facts, known: Facts, nearest: Facts) -> tuple[float, float]:
    """Years; those that a named election implies count as known, and where the entry has none, none is absent."""
    have = known.years | known.implied_years
    absent = said.years - have if have else frozenset[str]()
    missing = nearest.years - said.years - said.implied_years
    return min(MOST, len(absent)), min(MOST, len(missing))


def dates_apart(said: Facts, known: Facts, nearest: Facts) -> tuple[float, float]:
    """Days and months."""
    absent = sum(1 for day in said.days if not is_day_among(day, known.days)) + len(said.months - known.months)
    missing = sum(1 for day in nearest.days if not is_day_among(day, said.days)) + len(nearest.months - said.months)
    return min(MOST, absent), min(MOST, missing)


def opposites_apart(said: Facts, profile: Profile) -> int:
    """How many pairs of opposites ("not" counted in) turn the message the other way than every heading."""
    if not said.turns:
        return 0
    return min(turned_round(said.turns, turns) for turns in profile.heading_turns)


def is_reversed(said: Facts, profile: Profile) -> bool:
    """Whether actors, or places, that both sides name come in another order in every heading that has them."""
    headings = profile.heading_facts
    return all(_is_turned(said.actors, facts.actors) for facts in headings) or all(
        _is_turned(said.places, facts.places) for facts in headings
    )


def _is_turned(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two or more that both have come in another order."""
    if len(ours) < 2 or len(theirs) < 2:
        return False
    mine = [name for name in ours if name in theirs]
    return len(mine) > 1 and mine != [name for name in theirs if name in ours]


def inversions(message: Analysis, profile: Profile) -> float:
    """The share of neighbouring common terms that come the other way round in the heading that shares most."""
    said = message.places
    common = [0] * len(profile.headings)
    for term in said:
        for heading in profile.headings_with.get(term, ()):
            common[heading] += 1
    places = profile.headings[common.index(max(common))].places
    shared = [places[term] for term in said if term in places]
    if len(shared) < 2:
        return 0.0
    turned = sum(one > other for one, other in pairwise(shared))
    return turned / (len(shared) - 1)
