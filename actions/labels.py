"""Entries named in few words: on a button, in a list."""

import unicodedata

from knowledge.entry import FactCheck, Guideline, QuizItem
from knowledge.text.language import Language

LABEL_LENGTH = 60
"""What a cheap phone shows of a full-width button in two lines."""
NUMBERED_LABEL_LENGTH = LABEL_LENGTH - len("1. ")
LIST_LENGTH = 110
"""Five of these, with their verdicts and dates, still fit one screen."""

_JOINER = "\u200d"


def shorten(text: str, length: int) -> str:
    """Cut a text between words, with an ellipsis; only a first word that is too long is cut itself."""
    if len(text) <= length:
        return text
    room = length - 1
    gap = text.rfind(" ", 0, room + 1)
    end = gap if gap > 0 else _character_end(text, room)
    return text[:end].rstrip(" ,;:.-–(“\"'") + "…"


def written_language(entry: FactCheck | Guideline | QuizItem, wanted: Language) -> Language:
    """The language to show an entry in: the wanted one, or the only one it is written in."""
    return wanted if wanted in entry.languages() else wanted.other


def name_of(entry: FactCheck | Guideline | QuizItem, wanted: Language) -> str:
    """The claim of a fact-check, the title of a guideline, the question of a quiz item."""
    language = written_language(entry, wanted)
    if isinstance(entry, QuizItem):
        return entry.question(language) or ""
    name = entry.claim(language) if isinstance(entry, FactCheck) else entry.title(language)
    return name or ""


def _character_end(text: str, end: int) -> int:
    """The last place at or before `end` that is not inside what people see as one character."""
    while end > 1 and (unicodedata.combining(text[end]) or _JOINER in text[end - 1 : end + 1]):
        end -= 1
    return end
