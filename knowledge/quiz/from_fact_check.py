"""Questions that a published fact-check gives, to be read and edited before they are asked."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from knowledge.entry import FactCheck, Verdict
from knowledge.quiz.own_question import MIDDLE
from knowledge.quiz.question_check import EXPLANATION_CHARS, QUESTION_CHARS
from knowledge.quiz.set_columns import Column, explanation_column, option_columns, question_column
from knowledge.text.language import Language

_LETTERS: Final = "ABCD"
# Beside the right verdict stand three that a class can tell from it.
_OTHERS: Final[Mapping[Verdict, tuple[Verdict, Verdict, Verdict]]] = {
    Verdict.FALSE: (Verdict.TRUE, Verdict.SATIRE, Verdict.UNPROVEN),
    Verdict.MISLEADING: (Verdict.TRUE, Verdict.SATIRE, Verdict.ALTERED),
    Verdict.MISSING_CONTEXT: (Verdict.TRUE, Verdict.SATIRE, Verdict.ALTERED),
    Verdict.ALTERED: (Verdict.TRUE, Verdict.SATIRE, Verdict.UNPROVEN),
    Verdict.UNPROVEN: (Verdict.TRUE, Verdict.FALSE, Verdict.SATIRE),
    Verdict.SATIRE: (Verdict.TRUE, Verdict.UNPROVEN, Verdict.ALTERED),
    Verdict.TRUE: (Verdict.FALSE, Verdict.SATIRE, Verdict.ALTERED),
}


def verdict_cells(entry: FactCheck) -> dict[Column, str]:
    """The question "What is the verdict?", whole, in the languages the fact-check is written in.

    Where the right one stands depends on the entry's id, so that it is the same each time and not always the first.
    """
    right = sum(entry.id.encode()) % len(_LETTERS)
    verdicts = list(_OTHERS[entry.verdict])
    verdicts.insert(right, entry.verdict)
    cells = _asked(entry, "ask_verdict") | {Column.RIGHT: _LETTERS[right]}
    for language in entry.languages():
        words = [_words(language)[verdict.value] for verdict in verdicts]
        cells |= dict(zip(option_columns(language), words, strict=True))
    return cells


def clue_cells(entry: FactCheck) -> dict[Column, str]:
    """The question "Which clue gave it away?" without options: the clues are for a person who read the source."""
    return _asked(entry, "ask_clue")


def _asked(entry: FactCheck, template: str) -> dict[Column, str]:
    cells = {Column.LEVEL: str(MIDDLE)}
    for language in entry.languages():
        frame = _words(language)[template]
        claim = _cut(entry.claim(language) or "", QUESTION_CHARS - len(frame))
        source = f" ({entry.publisher})"
        cells[question_column(language)] = frame.format(claim=claim)
        cells[explanation_column(language)] = (
            _cut(entry.summary(language) or "", EXPLANATION_CHARS - len(source)) + source
        )
    return cells


def _cut(text: str, room: int) -> str:
    """The text on one line, cut after its last whole sentence that fits, or between words."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    end = line.rfind(". ", 0, room)
    if end > 0:
        return line[: end + 1]
    return line[: line.rfind(" ", 0, room)].rstrip(" ,;:") + "…"


@cache
def _words(language: Language) -> Mapping[str, str]:
    table = (files("knowledge.quiz") / "data" / "verdict_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines()]
    return {name: ms if language is Language.MS else en for name, ms, en in rows}
