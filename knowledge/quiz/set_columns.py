"""The columns of a question set's file: their names in both languages, and as people may write them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from knowledge.text.language import Language

_NOT_A_LETTER = re.compile(r"[\W_]+")


class Column(StrEnum):
    """A column by its name in the table."""

    TECHNIQUE = "technique"
    LEVEL = "level"
    RIGHT = "right"
    QUESTION_MS = "question_ms"
    A_MS = "a_ms"
    B_MS = "b_ms"
    C_MS = "c_ms"
    D_MS = "d_ms"
    EXPLANATION_MS = "explanation_ms"
    QUESTION_EN = "question_en"
    A_EN = "a_en"
    B_EN = "b_en"
    C_EN = "c_en"
    D_EN = "d_en"
    EXPLANATION_EN = "explanation_en"


def question_column(language: Language) -> Column:
    """Where the question stands in this language."""
    return Column(f"question_{language.value}")


def option_columns(language: Language) -> tuple[Column, ...]:
    """Where the four options stand in this language."""
    return tuple(Column(f"{letter}_{language.value}") for letter in "abcd")


def explanation_column(language: Language) -> Column:
    """Where the explanation stands in this language."""
    return Column(f"explanation_{language.value}")


@cache
def column_names(language: Language) -> Mapping[Column, str]:
    """The head of each column in this language, in the template's order."""
    place = 1 if language is Language.MS else 2
    return {Column(row[0]): row[place] for row in _table()}


@cache
def example() -> Mapping[Column, str]:
    """A question that shows how to fill the columns in."""
    return {Column(row[0]): row[4] for row in _table()}


def column_of(head: str) -> Column | None:
    """The column that a head means, however it is spaced and cased."""
    return _known_heads().get(_plain(head))


@cache
def _known_heads() -> Mapping[str, Column]:
    known: dict[str, Column] = {}
    for name, ms, en, others, _ in _table():
        for head in (name, ms, en, *others.split("|")):
            known[_plain(head)] = Column(name)
    known.pop("", None)
    return known


@cache
def _table() -> list[list[str]]:
    table = (files("knowledge.quiz") / "data" / "set_columns.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines()]


def _plain(head: str) -> str:
    return _NOT_A_LETTER.sub(" ", head.casefold()).strip()
