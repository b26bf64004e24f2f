"""Lengths as Telegram counts them, and cuts that never go through a character."""

import pytest
import regex  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from bot import limits

PIECES = st.sampled_from(
    ["a", "é", "e\u0301", "👍🏽", "👨‍👩‍👧‍👦", "🇲🇾", "🇸🇬", "மி", "க்", "漢", "\r\n", " ", "\n", "❤️", "undi"]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join)


@given(text=st.text())
def test_units_are_utf16(text: str) -> None:
    """A length is what UTF-16 needs."""
    assert limits.utf16_units(text) == len(text.encode("utf-16-le")) // 2


@given(text=st.lists(PIECES, max_size=60).map("".join), units=st.integers(20, 60))
def test_prefix_fits_and_ends_between_graphemes(text: str, units: int) -> None:
    """What fits ends where a person sees the end of a character."""
    end = limits.fitting_prefix(text, units)
    assert limits.utf16_units(text[:end]) <= units
    assert "".join(regex.findall(r"\X", text[:end])) == text[:end]
    boundaries = {match.end() for match in regex.finditer(r"\X", text)} | {0}
    assert end in boundaries


@given(text=TEXTS, units=st.integers(3, 40))
def test_cut_never_exceeds(text: str, units: int) -> None:
    """A shortened text fits; one that fits is left alone."""
    short = limits.cut(text, units)
    assert limits.utf16_units(short) <= units
    assert short == text or limits.utf16_units(text) > units


@given(text=st.text(st.characters() | st.just("\n")), line_feeds=st.integers(0, 3))
def test_cut_lines_keeps_both_limits(text: str, line_feeds: int) -> None:
    """An explanation keeps to its length and its line feeds."""
    short = limits.cut_lines(text, limits.POLL_EXPLANATION_UNITS, line_feeds)
    assert limits.utf16_units(short) <= limits.POLL_EXPLANATION_UNITS
    assert short.count("\n") <= line_feeds


def test_one_endless_character_is_cut_all_the_same() -> None:
    """A letter under hundreds of accents does not stop the cutting."""
    assert limits.fitting_prefix("e" + "\u0301" * 500, 100) == 100


@pytest.mark.parametrize(
    ("text", "kept"),
    [("satu dua tiga", "satu dua…"), ("pilihanraya", "pilihanra…"), ("🇲🇾🇲🇾🇲🇾🇲🇾", "🇲🇾🇲🇾…")],
)
def test_cut_prefers_words(text: str, kept: str) -> None:
    """A cut falls between words where it can, and never inside a flag."""
    assert limits.cut(text, 10) == kept
