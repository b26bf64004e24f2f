"""A JSON document as numbered objects: a list of them, one alone, or the list that a feed or an answer holds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from json.decoder import WHITESPACE  # type: ignore[attr-defined]
from typing import Final

from knowledge.transfer.faults import LineFault
from knowledge.transfer.fields import Record
from knowledge.transfer.source import Source

LISTS: Final = ("dataFeedElement", "claims", "@graph", "itemListElement")
"""Where feeds, answers and graphs keep their objects."""
_AS_JSON: Final = "Give one object {...}, a list [...] of them, or a feed, in JSON."
_DECODER: Final = json.JSONDecoder()


@dataclass(frozen=True)
class Item:
    """One object of a document: the line it begins on, its path ("claims[3]"), and its fields."""

    line: int
    where: str
    record: Record


def read_document(source: Source) -> tuple[list[Item], list[LineFault]]:
    """The document's objects, or what is wrong with it."""
    text = "".join(source.lines)
    if not text.strip() or source.faults:
        return [], []
    try:
        whole = json.loads(text)
        found = list(_located(text, whole))
    except json.JSONDecodeError as error:
        problem = f"The file is not JSON: {error.msg} at column {error.colno}."
        return [], [LineFault(error.lineno, None, problem, _AS_JSON)]
    except (ValueError, RecursionError):
        return [], [LineFault(1, None, "The file holds a number or a nesting beyond reason.", _AS_JSON)]
    items = [Item(line, where, value) for line, where, value in found if isinstance(value, dict)]
    faults = [
        LineFault(line, where or None, "This is JSON, but not an object with fields.", _AS_JSON)
        for line, where, value in found
        if not isinstance(value, dict)
    ]
    return items, faults


def _located(text: str, whole: object) -> Iterator[tuple[int, str, object]]:
    start = _skip(text, 0)
    if isinstance(whole, list):
        yield from _elements(text, start, "")
        return
    held = next((name for name in LISTS if isinstance(whole, dict) and isinstance(whole.get(name), list)), None)
    if held is None:
        yield _line(text, start), "", whole
        return
    at = _skip(text, start + 1)
    while text[at] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        if name == held and text[at] == "[":
            yield from _elements(text, at, held)
            return
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
        at = _skip(text, at + 1) if text[at] == "," else at


def _elements(text: str, at: int, name: str) -> Iterator[tuple[int, str, object]]:
    """The elements of the list that begins at `at`, each with its line and its path."""
    at, number, line, counted = _skip(text, at + 1), 0, 1, 0
    while text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        value, end = _DECODER.raw_decode(text, at)
        yield line, f"{name}[{number}]", value
        at, number = _skip(text, end), number + 1
        at = _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    """The place of the next character that is not white space."""
    return int(WHITESPACE.match(text, at).end())


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
