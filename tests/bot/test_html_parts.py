"""Cutting HTML: every part fits, is balanced, and nothing anyone wrote is lost or becomes a tag."""

import html

from hypothesis import given
from hypothesis import strategies as st

from bot import limits
from bot.html_parts import plain_text, split_html
from bot.simulator.html_markup import parse_html

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=30)
TAG = st.sampled_from(["b", "i", "blockquote", 'a href="https://e.my/?a=1&amp;b=2"', "u", "code"])
MARKUP = st.recursive(
    TEXT.map(lambda text: html.escape(text, quote=False)),
    lambda inner: (
        st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>", TAG, st.lists(inner, max_size=4))
        | st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=25,
)
BAD_MARKUP = st.lists(
    st.sampled_from(["<b>", "</b>", "<i>", "</a>", "<script>", "<br/>", "a<b", "&", "&lt;", "x y"]), max_size=20
)


@given(markup=MARKUP | BAD_MARKUP.map("".join), units=st.sampled_from([20, 100, limits.CAPTION_UNITS]))
def test_every_part_fits_and_is_what_telegram_takes(markup: str, units: int) -> None:
    """Telegram's own parser accepts each part and counts no more than the limit."""
    for part in split_html(markup, units):
        parsed = parse_html(part)
        assert 0 < limits.utf16_units(parsed.text) <= units
        assert parsed.text == plain_text(part)


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=9000))
def test_text_of_a_person_round_trips(text: str) -> None:
    """Whatever a person wrote is shown as they wrote it, but for space at the cuts."""
    parts = split_html(html.escape(text, quote=False), limits.MESSAGE_UNITS)
    shown = "".join(parse_html(part).text for part in parts)
    assert "".join(shown.split()) == "".join(text.split())


def test_tags_go_on_in_the_next_part() -> None:
    """A tag open at a cut is closed before it and opened again after it."""
    assert split_html("<b>satu dua <i>tiga empat</i></b>", 10) == ["<b>satu dua</b>", "<b><i>tiga empat</i></b>"]


def test_neighbouring_quotes_stay_apart() -> None:
    """Two quotes side by side do not become one."""
    markup = "<blockquote>a</blockquote><blockquote>b</blockquote>"
    assert split_html(markup, 100) == [markup]


def test_nothing_but_space_is_no_message() -> None:
    """Telegram refuses an empty message, so none is made."""
    assert split_html(" <b>\n</b> ", 100) == []
