"""Stems: the form under which a word of either language is looked up.

Malay derives words with prefixes (meN-, peN-, ber-, ter-, di-, ke-, se-), suffixes (-kan, -an, -i), clitics (-nya,
-lah, -kah, -pun, -ku, -mu) and reduplication; meN- and peN- swallow the first k, p, s or t of the root. A stripped
form counts only if it is a word of `data/malay_roots.txt` (from Wordnet Bahasa, MIT). Anything else gets Snowball's
English stem.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

_CLITICS = ("lah", "kah", "tah", "pun", "nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
# prefix -> letters that it may have swallowed ("" = none)
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("memper", ("",)), ("diper", ("",)), ("keber", ("",)), ("penge", ("",)), ("menge", ("",)), ("peny", ("s",)),
    ("meny", ("s",)), ("peng", ("", "k")), ("meng", ("", "k")), ("pem", ("", "p")), ("mem", ("", "p")),
    ("pen", ("", "t")), ("men", ("", "t")), ("per", ("",)), ("ber", ("",)), ("bel", ("",)), ("ter", ("",)),
    ("pel", ("",)), ("pe", ("",)), ("me", ("",)), ("be", ("",)), ("di", ("",)), ("ke", ("",)), ("se", ("",)),
)  # fmt: skip
_ENGLISH = snowballstemmer.stemmer("english")
_MIN_ROOT = 4  # shorter roots make too many false splits (makan = mak + an)
_VOWEL = re.compile("[aeiou]")


@cache
def malay_roots() -> frozenset[str]:
    """The words a stripped form is checked against."""
    text = (files("knowledge.text") / "data" / "malay_roots.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


def _without_suffixes(word: str) -> list[str]:
    """The word, then with its clitic off, then with its suffix off as well."""
    forms = [word]
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= _MIN_ROOT:
            forms.append(word[: -len(clitic)])
            break
    for form in tuple(forms):
        forms += [
            form[: -len(suffix)]
            for suffix in _SUFFIXES
            if form.endswith(suffix) and len(form) - len(suffix) >= _MIN_ROOT
        ]
    return forms


def _without_prefixes(word: str) -> list[str]:
    """The word, and every form that taking one or two prefixes off may leave."""
    forms = [word]
    for prefix, swallowed in _PREFIXES:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        for letter in swallowed:
            if letter and (not rest or not _VOWEL.match(rest)):
                continue
            form = letter + rest
            if len(form) >= _MIN_ROOT:
                forms.append(form)
    return forms


@lru_cache(maxsize=131072)
def malay_stem(word: str) -> str | None:
    """The shortest known root inside a Malay word, or None if the word is not known to be Malay."""
    first, _, second = word.partition("-")
    if second and (second.startswith(first) or first.endswith(second) or malay_stem(first) == malay_stem(second)):
        word = first
    roots = malay_roots()
    found = [
        form
        for outer in _without_suffixes(word)
        for middle in _without_prefixes(outer)
        for form in _without_prefixes(middle)
        if form in roots
    ]
    return min(found, key=len) if found else None


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """The form under which a word is looked up, whichever language it is."""
    if not word.isalpha() and "-" not in word:
        return word
    malay = malay_stem(word)
    if malay is not None:
        return malay
    return str(_ENGLISH.stemWord(word))
