"""From raw text to words: one rule set for Malay, English and the mix people type."""

import re
import unicodedata
from functools import lru_cache

from knowledge.text.lexicon import short_forms

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufe0e\ufe0f]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": " ", "‑": "-"})
# In this order: money (rm1,500.50 / rm1.5k), numbers with separators and suffix (1,500 / 15/11 / 15hb), words with
# inner hyphens, dots and apostrophes (pru-15, undi-undi, u.s, can't).
_WORD = re.compile(
    r"(?:rm|us\$|usd|\$)\s?\d+(?:[.,]\d+)*[a-z]*"
    r"|\d+(?:[.,:/-]\d+)*(?:[^\W\d_]+)?%?"
    r"|[^\W\d_]+(?:[-'.]?\d*[^\W\d_]+)*(?:-?\d+)?"
)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_REDUPLICATED = re.compile(r"^([^\W\d_]{2,})2(nya)?$")


def find_urls(text: str) -> list[str]:
    """The links in a text, in order, without trailing punctuation."""
    return [url.rstrip(".,;:!?)]}'\"*_") for url in _URL.findall(text)]


def _plain(text: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_APOSTROPHES)


def split_words(text: str) -> list[str]:
    """Split into lower-case raw words; links, emoji and invisible characters are dropped."""
    plain = text if text.isascii() else _plain(text)
    if "://" in plain or "www." in plain:
        plain = _URL.sub(" ", plain)
    return _WORD.findall(plain.lower())


@lru_cache(maxsize=65536)
def expand(word: str) -> tuple[str, ...]:
    """Write one raw word out in full: short forms, drawn-out letters (lamaaa), reduplication marked by 2 (orang2).

    Returns one or more words; an ordinary word comes back as itself.
    """
    forms = short_forms()
    if word in forms:
        return forms[word]
    doubled = _REDUPLICATED.match(word)
    if doubled and not word[0].isdigit():
        base = expand(doubled.group(1))[-1]
        return (f"{base}-{base}{doubled.group(2) or ''}",)
    if _DRAWN_OUT.search(word) and not word[0].isdigit():
        single = _DRAWN_OUT.sub(r"\1", word)
        return forms.get(single, (single,))
    if word.endswith("'s"):
        return (word[:-2],)
    return (word,)


def words_of(text: str) -> list[str]:
    """The words of a text, short forms written out."""
    return [word for raw in split_words(text) for word in expand(raw)]
