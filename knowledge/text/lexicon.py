"""The word lists that text handling rests on, read once from `knowledge/text/data/`.

They are plain tab-separated files so that a person who knows the languages, not the code, can mend them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.text.language import Language
from knowledge.text.stemmer import stem


@dataclass(frozen=True)
class Alias:
    """A name's canonical form and kind (body, party, person, state, place, event, ...).

    `implied` are what it lies in or belongs to: a town's state, a person's office, an election's year ("year 2022").
    """

    canonical: str
    kind: str
    implied: tuple[str, ...] = ()


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("knowledge.text") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """Chat short form -> the words it stands for."""
    return {form: tuple(words.split()) for form, words in _rows("short_forms.tsv")}


@cache
def stop_words() -> dict[Language, frozenset[str]]:
    """Words that carry no topic, by language."""
    return {Language(language): frozenset(words.split()) for language, words in _rows("stop_words.tsv")}


@cache
def all_stop_words() -> frozenset[str]:
    """The stop words of both languages."""
    return frozenset().union(*stop_words().values())


@cache
def negations() -> frozenset[str]:
    """Words that turn a statement round, in both languages."""
    return frozenset(word for _, words in _rows("negations.tsv") for word in words.split())


@cache
def months() -> dict[str, int]:
    """Month name or short form -> 1-12."""
    return {name: int(number) for name, number in _rows("months.tsv")}


@cache
def number_words() -> dict[str, tuple[str, float]]:
    """Number word -> ("unit" | "teen" | "scale", value)."""
    return {word: (role, float(value)) for word, role, value in _rows("number_words.tsv")}


@cache
def honorifics() -> frozenset[tuple[str, ...]]:
    """Titles, as word tuples."""
    return frozenset(tuple(row[0].split()) for row in _rows("honorifics.tsv"))


@cache
def aliases() -> dict[tuple[str, ...], Alias]:
    """Every variant of every known name, as a word tuple -> its canonical name and kind."""
    table: dict[tuple[str, ...], Alias] = {}
    for row in (*_rows("aliases.tsv"), *_rows("gazetteer.tsv")):
        canonical, kind, variants, implied = (*row, "", "")[:4]
        alias = Alias(canonical, kind, tuple(implied.split("|")) if implied else ())
        for variant in (canonical, *filter(None, variants.split("|"))):
            table.setdefault(tuple(variant.split()), alias)
    return table


@cache
def plain_negations() -> frozenset[str]:
    """Words that say "not" and nothing else, in both languages."""
    return frozenset(word for _, words in _rows("plain_negations.tsv") for word in words.split())


@cache
def approximations() -> frozenset[str]:
    """Words that make the number after them a rough one, in both languages."""
    return frozenset(word for _, words in _rows("approximations.tsv") for word in words.split())


@cache
def opposite_sides() -> dict[str, frozenset[tuple[int, int]]]:
    """Stem -> the pairs of opposites it is in, by number, and on which side: 1 or -1."""
    table: dict[str, set[tuple[int, int]]] = {}
    for pair, sides in enumerate(_rows("opposites.tsv")):
        for side, words in zip((1, -1), sides, strict=True):
            for word in words.split():
                table.setdefault(stem(word), set()).add((pair, side))
    return {word: frozenset(found) for word, found in table.items()}


def _stems(name: str) -> frozenset[str]:
    """The words of a list by language, as they are and by stem."""
    words = [word for _, found in _rows(name) for word in found.split()]
    return frozenset(words) | frozenset(map(stem, words))


@cache
def framing_words() -> frozenset[str]:
    """Words, and their stems, that speak of the message and not of its claim."""
    return _stems("framing.tsv")


@cache
def everyday_words() -> frozenset[str]:
    """Common English words and others of neither dictionary, and their stems, to tell them from names."""
    english = [word for row in _rows("english_words.txt") for word in row]
    return frozenset(english) | frozenset(map(stem, english)) | _stems("common_words.tsv") | framing_words()
