"""Which language a message is in: Malay, English, their mix, or one that the bot does not speak."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import py3langid
import snowballstemmer

from knowledge.text.language import Language
from knowledge.text.lexicon import short_forms, stop_words
from knowledge.text.stemmer import malay_stem
from knowledge.text.words import expand, split_words

_MIXED_SHARE = 0.25  # each language's share of the recognised words, from which a message counts as mixed
_FOREIGN_BELOW = 0.34  # share of recognised words below which another language is looked for
_FOREIGN_MIN_WORDS = 4
# The first word of a letter's Unicode name -> the language a Malaysian most likely writes with it.
_SCRIPTS = {
    "CJK": "zh", "TAMIL": "ta", "ARABIC": "ar", "DEVANAGARI": "hi", "BENGALI": "bn", "THAI": "th", "MYANMAR": "my",
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "TELUGU": "te", "MALAYALAM": "ml", "GURMUKHI": "pa",
}  # fmt: skip
_OURS = {"ms", "en", "id"}  # Indonesian is answered in Malay; short Malay is often taken for it


@dataclass(frozen=True)
class Detected:
    """The language to answer in, whether the message mixes both, and the ISO 639-1 code of another language, if so."""

    language: Language
    is_mixed: bool = False
    foreign: str | None = None


@cache
def _english_words() -> frozenset[str]:
    text = (files("knowledge.text") / "data" / "english_words.txt").read_text(encoding="utf-8")
    known = [line for line in text.split("\n") if line and not line.startswith("#")]
    stemmer = snowballstemmer.stemmer("english")
    return frozenset(known) | frozenset(stemmer.stemWords(known)) | stop_words()[Language.EN]


def _foreign_script(text: str) -> str | None:
    letters = [char for char in text if char.isalpha()]
    others = [char for char in letters if ord(char) > 0x2FF]
    if not others or len(others) * 2 < len(letters):
        return None
    return _SCRIPTS.get(unicodedata.name(others[0], "").split(" ")[0].split("-")[0], "und")


@lru_cache(maxsize=32_768)
def _votes(raw: str) -> tuple[float, float]:
    """How much one raw word speaks for Malay and for English."""
    malay_stops, english_stops = stop_words()[Language.MS], stop_words()[Language.EN]
    words = expand(raw)
    full = words[0]
    in_english = full in english_stops or full in _english_words()
    in_malay = full in malay_stops or malay_stem(full) is not None
    if raw in short_forms():
        in_english = all(word in _english_words() for word in words)
        in_malay = not in_english
    if not in_malay and not in_english and snowballstemmer.stemmer("english").stemWord(full) in _english_words():
        in_english = True
    if in_malay and in_english:
        return (0.5, 0.5)
    # A function word says more of the language than a noun, which both borrow.
    weight = 1.5 if full in malay_stops or full in english_stops else 1.0
    return (weight if in_malay else 0.0, weight if in_english else 0.0)


def detect_language(text: str, default: Language = Language.MS) -> Detected:
    """Detect a message's language; `default` is answered in when nothing speaks for either."""
    script = _foreign_script(text)
    if script is not None:
        return Detected(default, foreign=script)
    raw_words = [raw for raw in split_words(text) if not raw[0].isdigit()]
    votes = [_votes(raw) for raw in raw_words]
    malay, english = sum(vote[0] for vote in votes), sum(vote[1] for vote in votes)
    recognised = sum(1 for vote in votes if any(vote))
    if len(raw_words) >= _FOREIGN_MIN_WORDS and recognised < _FOREIGN_BELOW * len(raw_words):
        code = str(py3langid.classify(text)[0])
        if code not in _OURS:
            return Detected(default, foreign=code)
    if malay == english:
        return Detected(default, is_mixed=malay > 0)
    share = min(malay, english) / (malay + english)
    return Detected(Language.MS if malay > english else Language.EN, is_mixed=share >= _MIXED_SHARE)
