"""A fault of one line, in words for the person who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_ALIKE = 0.6  # difflib's own threshold for "close"
_SHOWN_CHARACTERS = 60


@dataclass(frozen=True)
class LineFault:
    """What is wrong with a line, and how to mend it.

    Attributes:
        line: its number as an editor shows it, from 1; a CSV row over several lines counts from its first.
        field: the field or column; None when it is the whole line.
        problem: what is wrong, a sentence.
        mend: what to do, a sentence.
    """

    line: int
    field: str | None
    problem: str
    mend: str


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is most likely a slip for."""
    by_folded = {each.casefold(): each for each in known}
    found = get_close_matches(word.strip().casefold().replace(" ", "_"), by_folded, n=1, cutoff=_ALIKE)
    return by_folded[found[0]] if found else None


def listed(words: Iterable[str]) -> str:
    """The words as "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def choose(word: str, known: Iterable[str]) -> str:
    """The advice to write one of the known words, the nearest first."""
    known = [str(each) for each in known]  # an enum's members print as their names
    guess = nearest(word, known)
    advice = f"Write one of: {listed(known)}."
    return f"Did you mean {guess!r}? {advice}" if guess else advice


def shown(value: object) -> str:
    """The value as a message may quote it: on one line and not too long."""
    whole = repr(value)
    return whole if len(whole) <= _SHOWN_CHARACTERS else f"{whole[:_SHOWN_CHARACTERS]}…"
