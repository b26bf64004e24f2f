"""One reading of a text, shared by matching's parts: its terms, names, numbers, negation and links."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from knowledge.text.lexicon import Alias, all_stop_words, negations, number_words, plain_negations
from knowledge.text.names import replace_names
from knowledge.text.numbers import Numbers, find_numbers
from knowledge.text.stemmer import stem
from knowledge.text.words import expand, split_words

_HAS_DIGIT = re.compile(r"\d")
RULES_VERSION = 3
"""Raised whenever a rule or word list of this package changes what `analyse` gives: stored indexes are then rebuilt."""

NOT = "!"
PAIR_WINDOW = 3


class Term(NamedTuple):
    """A unit of matching: its `key` ("undi", "@spr", "rm#1500") and the word it came from ("" for a number)."""

    key: str
    word: str


@dataclass(frozen=True)
class Analysis:
    """What a text says, as far as words go.

    `units` are its stems, canonical names ("@spr") and number keys ("rm#1500") in order, stop words left out, and
    `terms` their keys.
    `names` maps kind to canonical names; `implied` are what these lie in or belong to (see `lexicon.Alias`).
    `ordered` are the keys in order, without numbers and with `NOT` for each word that says only that.
    `words` are all words, short forms written out. `is_negated` is whether an odd number of its words turn it round.
    """

    words: tuple[str, ...]
    units: tuple[Term, ...]
    terms: tuple[str, ...]
    ordered: tuple[str, ...]
    names: dict[str, frozenset[str]]
    numbers: Numbers
    is_negated: bool
    implied: frozenset[str] = frozenset()

    @cached_property
    def different(self) -> tuple[Term, ...]:
        """Its different units, in the order they first come."""
        return tuple(dict.fromkeys(self.units))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Pairs of `ordered` that stand at most `PAIR_WINDOW` places apart, each in its order."""
        keys = self.ordered
        return frozenset((one, other) for at, one in enumerate(keys) for other in keys[at + 1 : at + 1 + PAIR_WINDOW])

    @cached_property
    def places(self) -> dict[str, int]:
        """Each different term's place among them, in the order they first come."""
        return {term: at for at, term in enumerate(dict.fromkeys(self.terms))}


def _parts(word: str) -> list[str]:
    """A hyphenated compound counts as its parts too (anti-hoax -> anti, hoax); reduplication counts once."""
    pieces = [piece for piece in word.split("-") if piece]
    if len(pieces) < 2 or pieces[0] == pieces[-1]:
        return [word]
    return pieces


@lru_cache(maxsize=4096)
def analyse(text: str) -> Analysis:
    """Read a text of either language or both."""
    raw = split_words(text)
    words = [word for piece in raw for word in expand(piece)]
    stops, numerals = all_stop_words(), number_words()
    units: list[Term] = []
    names: dict[str, set[str]] = {}
    implied: set[str] = set()
    ordered: list[str] = []
    for item in replace_names(words):
        if isinstance(item, Alias):
            units.append(Term(f"@{item.canonical}", item.canonical))
            ordered.append(f"@{item.canonical}")
            names.setdefault(item.kind, set()).add(item.canonical)
            implied.update(item.implied)
        elif item not in stops and item not in numerals and not _HAS_DIGIT.search(item):
            parts = [Term(stem(part), part) for part in _parts(item)]
            units += parts
            ordered += [NOT if part.word in plain_negations() else part.key for part in parts]
    numbers = find_numbers(words)
    units += [Term(key, "") for key in numbers.terms()]
    return Analysis(
        words=tuple(words),
        units=tuple(units),
        terms=tuple(unit.key for unit in units),
        ordered=tuple(ordered),
        names={kind: frozenset(found) for kind, found in names.items()},
        numbers=numbers,
        is_negated=sum(word in negations() for word in words) % 2 == 1,
        implied=frozenset(implied),
    )
