"""What a text names and counts, grouped so that a message's facts can be held against an entry's.

Two things of one group exclude each other: a claim about Baling is not one about Kuala Muda, nor is 2022 2023.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.polarity import Turns, turns_of
from knowledge.text.analysis import Analysis
from knowledge.text.lexicon import negations

GROUPS = {
    "state": "place", "place": "place", "country": "place", "people": "people", "person": "person", "party": "party",
    "body": "body", "platform": "body", "event": "event", "office": "office", "programme": "matter",
    "document": "matter", "disease": "matter", "post": "office",
}  # fmt: skip
"""Kind of name -> the group in which names exclude each other."""
_GENERAL = frozenset(
    ["pilihan raya", "hari mengundi", "menteri", "sultan", "malaysia"]
)  # too general to exclude another
_ACTORS = frozenset(["person", "party", "people", "country", "body", "office", "post"])
_PLACES = frozenset(["state", "place"])
_TAGS = frozenset(["ke", "atau", "or"])  # a "not" after these asks, it does not deny: "betul ke tidak"
_YEAR = "year "
_NEARLY = 0.02  # 70 million and 70.1 million are one number
_ROUGHLY = 0.2  # and so are "over 300" and 321


@dataclass(frozen=True)
class Facts:
    """A text's names by group, its numbers, and how it says them.

    Attributes:
        names: group -> canonical names, without the most general ones.
        implied: what the names lie in or belong to, and the general names.
        counts: amounts and other numbers.
        rough: those of them that are said to be only roughly so.
        years, implied_years: those written, and those that its events imply.
        days, months: "day" or "day-month"; "month".
        denials: how many words say "not", those of a question tag left out.
        turns: on which side of which pair of opposites it is; kept of one text only.
        actors, places: names of those who act, and of places, in the order they come.
    """

    names: dict[str, frozenset[str]] = field(default_factory=dict)
    implied: frozenset[str] = frozenset()
    counts: frozenset[float] = frozenset()
    rough: frozenset[float] = frozenset()
    years: frozenset[str] = frozenset()
    implied_years: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    denials: int = 0
    turns: Turns = field(default_factory=dict)
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @cached_property
    def everything(self) -> frozenset[str]:
        """Every name, said or implied."""
        return self.implied.union(*self.names.values())


def facts_of(reading: Analysis) -> Facts:
    """The facts of one text."""
    names: dict[str, set[str]] = {}
    general: set[str] = set()
    for kind, found in reading.names.items():
        names.setdefault(GROUPS.get(kind, kind), set()).update(found - _GENERAL)
        general |= found & _GENERAL
    numbers = reading.numbers
    return Facts(
        names={group: frozenset(found) for group, found in names.items() if found},
        implied=frozenset(name for name in reading.implied if not name.startswith(_YEAR)) | general,
        counts=_values(numbers.numbers | numbers.amounts),
        rough=_values(numbers.rough),
        years=numbers.years,
        implied_years=frozenset(name[len(_YEAR) :] for name in reading.implied if name.startswith(_YEAR)),
        days=numbers.days,
        months=numbers.months | {day.split("-")[1] for day in numbers.days if "-" in day},
        denials=_denials(reading.words),
        turns=turns_of(reading.words),
        actors=_in_order(reading, _ACTORS),
        places=_in_order(reading, _PLACES),
    )


def _values(keys: frozenset[str]) -> frozenset[float]:
    return frozenset(float(key.rstrip("%")) for key in keys)


def _in_order(reading: Analysis, kinds: frozenset[str]) -> tuple[str, ...]:
    wanted = frozenset().union(*(found for kind, found in reading.names.items() if kind in kinds))
    return tuple(dict.fromkeys(key[1:] for key in reading.terms if key[0] == "@" and key[1:] in wanted))


def join_facts(many: Sequence[Facts]) -> Facts:
    """What several texts name and count together; the order of names and the turns are not kept."""
    groups = {group for facts in many for group in facts.names}
    return Facts(
        names={group: frozenset().union(*(f.names.get(group, frozenset()) for f in many)) for group in groups},
        implied=frozenset().union(*(facts.implied for facts in many)),
        counts=frozenset().union(*(facts.counts for facts in many)),
        rough=frozenset().union(*(facts.rough for facts in many)),
        years=frozenset().union(*(facts.years for facts in many)),
        implied_years=frozenset().union(*(facts.implied_years for facts in many)),
        days=frozenset().union(*(facts.days for facts in many)),
        months=frozenset().union(*(facts.months for facts in many)),
        denials=max((facts.denials for facts in many), default=0),
    )


def _denials(words: Sequence[str]) -> int:
    """How many words deny; one at the end or after "or" asks for a yes or a no."""
    return sum(
        1
        for at, word in enumerate(words)
        if word in negations() and at + 1 < len(words) and (at == 0 or words[at - 1] not in _TAGS)
    )


def is_near(number: float, others: Iterable[float], share: float = _NEARLY) -> bool:
    """Whether a number is among others, give or take 2 % or another share of the larger one."""
    return any(abs(number - other) <= share * max(abs(number), abs(other)) for other in others)


def is_counted(number: float, by: Facts, among: Facts) -> bool:
    """Whether a number that one text counts is among another's; one that is only roughly so may be 20 % off."""
    if is_near(number, among.counts) or is_near(number, among.rough, _ROUGHLY):
        return True
    return number in by.rough and is_near(number, among.counts, _ROUGHLY)


def is_day_among(day: str, others: Iterable[str]) -> bool:
    """Whether a day is among others; a day without its month fits that day of any month."""
    return any(
        day == other or (day.split("-")[0] == other.split("-")[0] and ("-" not in day or "-" not in other))
        for other in others
    )
