"""Words of a chat message with their places and their written-out forms.

The same rules as `knowledge/text/words.py`, which this environment's Python 3.10 cannot import; a test holds the two
together. What the intent rests on and retrieval does not is kept as a mark: links, emoji, class codes, question marks.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Dict, Iterator, List, Tuple

SHORT_FORMS = Path(__file__).parents[2] / "knowledge" / "text" / "data" / "short_forms.tsv"
LINK, CODE = "zzlink", "zzcode"

# Six letters and digits, at least one of each, without 0, 1, I and O; orang2 (a doubled word) is none. The lookup in
# nlu/data/entities.yml is the same.
CLASS_CODE = r"\b(?=[a-z]{0,5}[2-9])(?=[2-9]{0,5}[a-z])(?![a-z]{5}2\b)[a-hj-np-z2-9]{6}\b"
_WORD = (
    r"(?:rm|us\$|usd|\$)\s?\d+(?:[.,]\d+)*[a-z]*"
    r"|\d+(?:[.,:/-]\d+)*(?:[^\W\d_]+)?%?"
    r"|[^\W\d_]+(?:[-'.]?\d*[^\W\d_]+)*(?:-?\d+)?"
)
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)[^\s<>\"]+)"
    r"|(?P<code>" + CLASS_CODE + r")"
    r"|(?P<word>" + _WORD + r")"
    r"|(?P<mark>[?]|[\u2190-\u2bff\U0001f000-\U0001faff])"
)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_REDUPLICATED = re.compile(r"^([^\W\d_]{2,})2(nya)?$")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": " ", "‑": "-"})


@dataclass(frozen=True)
class ChatWord:
    """A piece of a message: what was typed from `start` on, and what it stands for."""

    typed: str
    start: int
    meant: str


def read_short_forms(path: Path = SHORT_FORMS) -> Dict[str, Tuple[str, ...]]:
    """Chat short form -> the words it stands for."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: tuple(row[1].split()) for row in rows if len(row) > 1 and not row[0].startswith("#")}


class ChatWords:
    """Splits messages; holds the short forms, read once."""

    def __init__(self, short_forms: Dict[str, Tuple[str, ...]]) -> None:
        self._forms = short_forms
        self._expand = lru_cache(maxsize=65536)(self._write_out)

    def split(self, text: str) -> List[ChatWord]:
        """The pieces of a text, in order; never empty unless the text is blank."""
        plain = _fold(text)
        pieces = [self._piece(text, match) for match in _TOKEN.finditer(plain)]
        return pieces or [ChatWord(word, text.index(word), word) for word in text.split()[:1]]

    def expand(self, word: str) -> Tuple[str, ...]:
        """Write one lower-case word out in full (yg, orang2, lamaaa)."""
        return self._expand(word)

    def _piece(self, text: str, match: "re.Match[str]") -> ChatWord:
        typed = text[match.start() : match.end()]
        if match.lastgroup == "link":
            meant = LINK
        elif match.lastgroup == "code":
            meant = CODE
        elif match.lastgroup == "mark":
            meant = match.group()
        else:
            meant = " ".join(self.expand(match.group()))
        return ChatWord(typed, match.start(), meant)

    def _write_out(self, word: str) -> Tuple[str, ...]:
        if word in self._forms:
            return self._forms[word]
        doubled = _REDUPLICATED.match(word)
        if doubled:
            base = self.expand(doubled.group(1))[-1]
            return (f"{base}-{base}{doubled.group(2) or ''}",)
        if _DRAWN_OUT.search(word) and not word[0].isdigit():
            single = _DRAWN_OUT.sub(r"\1", word)
            return self._forms.get(single, (single,))
        return (word[:-2],) if word.endswith("'s") else (word,)


def _fold(text: str) -> str:
    """Lower-case and plain letters, each character staying in its place."""
    return "".join(_one(letter) for letter in text.translate(_APOSTROPHES))


def _one(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    folded = unicodedata.normalize("NFKC", letter).lower()
    return folded if len(folded) == 1 else letter


def meant_words(pieces: "Iterator[ChatWord] | List[ChatWord]") -> List[str]:
    """Everything the pieces stand for, word by word."""
    return [word for piece in pieces for word in piece.meant.split()]
