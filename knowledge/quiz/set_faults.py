"""What can be wrong with a question set's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.quiz.set_columns import Column


class Problem(StrEnum):
    """A fault by its name; the texts of both languages say what it is and how to mend it.

    In brackets: its parameters.
    """

    TOO_BIG = "too-big"
    """The file is larger than a question set can be (limit: kilobytes)."""
    NO_TABLE = "no-table"
    """Neither CSV nor XLSX."""
    NOT_UTF8 = "not-utf8"
    """A CSV file in another encoding."""
    BROKEN_WORKBOOK = "broken-workbook"
    """An XLSX file that cannot be opened."""
    OPEN_QUOTE = "open-quote"
    """A quotation mark that is not closed; nothing below was read."""
    NO_HEADER = "no-header"
    """The first row names no column that is needed."""
    UNKNOWN_COLUMN = "unknown-column"
    """(shown)"""
    DOUBLED_COLUMN = "doubled-column"
    """The same column twice."""
    NO_QUESTIONS = "no-questions"
    """Nothing below the header."""
    TOO_MANY = "too-many"
    """(limit)"""
    NO_LANGUAGE = "no-language"
    """A row without a question in either language."""
    MISSING = "missing"
    """An empty cell in a language that is begun."""
    TOO_LONG = "too-long"
    """(length, limit, excess)"""
    LINE_BREAKS = "line-breaks"
    """More line breaks in an explanation than Telegram shows (limit)."""
    NO_RIGHT = "no-right"
    """Nobody says which option is right."""
    UNKNOWN_RIGHT = "unknown-right"
    """(shown)"""
    UNKNOWN_LEVEL = "unknown-level"
    """(shown)"""
    SAME_OPTION = "same-option"
    """(shown): an option that stands there already."""
    SAME_QUESTION = "same-question"
    """(first): the line on which the same question stands."""
    TOO_MANY_CELLS = "too-many-cells"
    """Cells beyond the last column: mostly a comma without quotation marks."""


@dataclass(frozen=True)
class SetFault:
    """One fault: `line` as the editor shows it, from 1, None for the whole file; `column` None for the whole line."""

    problem: Problem
    line: int | None = None
    column: Column | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
