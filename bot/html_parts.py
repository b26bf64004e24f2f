"""Cutting Telegram HTML into parts that each fit a message, without breaking tags, characters or, if possible, words.

Lengths are counted as Telegram counts them: UTF-16 code units of the text that remains once tags are parsed.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from bot.limits import word_prefix

# https://core.telegram.org/bots/api#html-style; the texts use four of them.
_TAGS: Final = frozenset({"b", "i", "u", "s", "a", "code", "pre", "blockquote"})


@dataclass(frozen=True)
class Tag:
    """One opened tag; `number` tells apart two tags that look the same."""

    name: str
    opening: str
    number: int


@dataclass(frozen=True)
class Run:
    """A stretch of plain text and the tags around it, outermost first."""

    text: str
    tags: tuple[Tag, ...]


def split_html(markup: str, units: int) -> list[str]:
    """Cut markup into parts.

    Args:
        markup: Telegram HTML; what is no tag Telegram knows is taken as text.
        units: The most UTF-16 code units a part may have once parsed.

    Returns:
        Balanced markup for each part, in order; none when there is nothing but space. Space at the cuts is dropped.
    """
    runs = _runs(markup)
    text = "".join(run.text for run in runs)
    return [_markup(runs, start, end) for start, end in _spans(text, units)]


def plain_text(markup: str) -> str:
    """Parse markup and drop the tags."""
    return "".join(run.text for run in _runs(markup))


def _spans(text: str, units: int) -> Iterator[tuple[int, int]]:
    """The places of the parts, without the space around them."""
    start = 0
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        end = start + word_prefix(text[start:], units)
        yield start, start + len(text[start:end].rstrip())
        start = end


def _markup(runs: list[Run], start: int, end: int) -> str:
    pieces: list[str] = []
    opened: tuple[Tag, ...] = ()
    position = 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            pieces += [*_switched(opened, run.tags), html.escape(text, quote=False)]
            opened = run.tags
    return "".join([*pieces, *_switched(opened, ())])


def _switched(opened: tuple[Tag, ...], wanted: tuple[Tag, ...]) -> Iterator[str]:
    """The end tags and start tags that lead from one set of open tags to another."""
    shared = 0
    while shared < min(len(opened), len(wanted)) and opened[shared] == wanted[shared]:
        shared += 1
    for tag in reversed(opened[shared:]):
        yield f"</{tag.name}>"
    for tag in wanted[shared:]:
        yield tag.opening


def _runs(markup: str) -> list[Run]:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.runs


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._open: list[Tag] = []
        self._opened = 0

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Go on reading tags after `<script>`, which is text to Telegram."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag Telegram knows; show any other as text."""
        del attrs
        source = self.get_starttag_text() or ""
        if tag in _TAGS:
            self._opened += 1
            self._open.append(Tag(tag, source, self._opened))
        else:
            self.handle_data(source)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Show a self-closing tag as text: Telegram knows none."""
        del tag, attrs
        self.handle_data(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Close a tag and those opened inside it; one never opened is dropped."""
        names = [opened.name for opened in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Take up text."""
        self.runs.append(Run(data, tuple(self._open)))
