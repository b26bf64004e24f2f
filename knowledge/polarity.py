"""Which way a text turns: allowed or banned, open or closed, won or lost, with "not" counted in.

"Voters in shorts may not enter" and "voters in shorts are barred" say one thing; "voters in shorts may enter" says the
opposite of both, though it shares more words with the first than the second does.
"""

from collections.abc import Sequence
from typing import Final

from knowledge.text.lexicon import all_stop_words, framing_words, opposite_sides, plain_negations
from knowledge.text.stemmer import stem

Turns = dict[int, frozenset[int]]
"""Pair of opposites (by its number in `opposites.tsv`) -> the sides a text is on: 1, -1 or both."""

_REACH: Final = 4
"""How many words that tell nothing may stand between "not" and what it turns round: "tidak akan lagi dibenarkan"."""
_TAGS: Final = frozenset(["ke", "atau", "or"])  # a "not" after these asks, it does not deny: "betul ke tidak"


def turns_of(words: Sequence[str]) -> Turns:
    """The sides a text is on. A "not" turns the next telling word round, and only that.

    Args:
        words: all words of the text, short forms written out.
    """
    sides: dict[int, set[int]] = {}
    reach = 0
    for at, word in enumerate(words):
        if word in plain_negations():
            is_tag = at > 0 and words[at - 1] in _TAGS
            reach = 0 if is_tag else _REACH
            continue
        root = stem(word)
        for pair, side in opposite_sides().get(root, ()):
            sides.setdefault(pair, set()).add(-side if reach else side)
        reach = 0 if _tells(word, root) else max(0, reach - 1)
    return {pair: frozenset(found) for pair, found in sides.items()}


def turned_round(said: Turns, known: Turns) -> int:
    """In how many pairs of opposites one text is only on one side and the other only on the other."""
    return sum(1 for pair, sides in said.items() if pair in known and not sides & known[pair])


def _tells(word: str, root: str) -> bool:
    return root in opposite_sides() or (word not in all_stop_words() and root not in framing_words())
