"""Fluent messages that are parsed when they are asked for."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.fluent_texts import FluentTexts
from bot.localisation import TEXTS

FILE = """# A comment of the file

greet = Selamat datang
# A comment of the next
count =
    { $number ->
        [one] Satu
       *[other] { $number } buah
    }
    dan greet = bukan kunci
broken = { $
empty =
greet = Yang kedua
"""


@pytest.fixture
def texts() -> FluentTexts:
    """The messages of one file and of another."""
    return FluentTexts("en-MY", [FILE, "other = Lain\ngreet = Yang ketiga"])


def said(texts: FluentTexts, name: str, **params: str | int) -> str:
    """A message, filled in without a fault."""
    pattern = texts.pattern(name)
    assert pattern is not None
    text, errors = texts.format(pattern, params)
    assert errors == []
    return text


def test_a_message_ends_where_the_next_begins(texts: FluentTexts) -> None:
    """All its lines are its own, also one that looks like a message but is indented."""
    assert said(texts, "count", number=2) == "2 buah\ndan greet = bukan kunci"
    assert said(texts, "count", number=1) == "Satu\ndan greet = bukan kunci"
    assert said(texts, "other") == "Lain"


def test_the_first_of_a_name_counts(texts: FluentTexts) -> None:
    """Before and after it was asked for."""
    assert [said(texts, "greet") for _ in range(2)] == ["Selamat datang"] * 2


@pytest.mark.parametrize("name", ["unknown", "broken", "number", "empty"])
def test_what_cannot_be_said(texts: FluentTexts, name: str) -> None:
    """No such message, one that cannot be parsed, or one without a text."""
    with pytest.raises(KeyError):
        texts.pattern(name)


@pytest.mark.parametrize("path", sorted(TEXTS.rglob("*.ftl")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_messages_are_those_of_the_whole_file(path: Path) -> None:
    """Parsed alone, each message of the bot is what it is in its file."""
    source = path.read_text(encoding="utf-8")
    texts, whole = FluentTexts("ms-MY", [source]), FluentParser().parse(source)
    names = [entry.id.name for entry in whole.body if isinstance(entry, ast.Message)]
    assert names
    for name in names:
        assert texts.pattern(name) is not None


class References(Visitor):
    """Collects what refers to another message."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        """Notes one."""
        self.found.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        """Notes one."""
        self.found.append(node.id.name)


@pytest.mark.parametrize("path", sorted(TEXTS.rglob("*.ftl")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_message_refers_to_another(path: Path) -> None:
    """Only the message that is asked for is parsed."""
    references = References()
    references.visit(FluentParser().parse(path.read_text(encoding="utf-8")))
    assert references.found == []
