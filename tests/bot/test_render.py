"""From replies to payloads that can never exceed a limit of Telegram's."""

import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.message_key import MessageKey
from actions.reply import Button, Link, Message, Phrase, Press, Reply, Share
from bot import limits
from bot.localisation import Localisation
from bot.render import OutgoingMessage, Renderer, callback_data, quiz_poll, read_callback_data
from bot.simulator.html_markup import parse_html
from knowledge.entry import QuizItem
from knowledge.text.language import Language

TEXTS = Localisation()
# What travels as UTF-8, as all that Telegram brings and takes does: no halves of a surrogate pair.
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=200)
LONG_TEXT = st.builds(lambda text, times: text * times, ANY_TEXT, st.integers(1, 60))


class Links:
    """A share link for every entry but "gone"."""

    def url(self, entry_id: str, language: Language) -> str | None:
        """The link."""
        return None if entry_id == "gone" else f"https://t.me/share/url?url={entry_id}&text={language}"


RENDERER = Renderer(TEXTS, Links())
TARGETS = st.builds(Press, ANY_TEXT, ANY_TEXT) | st.just(Link("https://spr.gov.my")) | st.just(Share("black-dot"))
BUTTONS = st.lists(st.lists(st.builds(Button, LONG_TEXT, TARGETS), max_size=12).map(tuple), max_size=15).map(tuple)


@given(claim=LONG_TEXT, summary=LONG_TEXT, buttons=BUTTONS, language=st.sampled_from(Language))
def test_no_message_exceeds_a_limit(
    claim: str, summary: str, buttons: tuple[tuple[Button, ...], ...], language: Language
) -> None:
    """Whatever entries and buttons hold, Telegram takes every message."""
    params: dict[str, str | int | Phrase] = {
        "verdict": Phrase(MessageKey.VERDICT_FALSE),
        "claim": claim,
        "summary": summary,
        "checked": "x",
    }
    message = Message(Phrase(MessageKey.FACT_CHECK, params), buttons)
    parts = RENDERER.messages(Reply(language, (message,)))
    for part in parts:
        assert 0 < limits.utf16_units(parse_html(part.html).text) <= limits.MESSAGE_UNITS
        assert len(part.keyboard) <= limits.BUTTON_ROWS
        for row in part.keyboard:
            assert 0 < len(row) <= limits.BUTTONS_PER_ROW
            for button in row:
                assert 0 < limits.utf16_units(button.label) <= limits.BUTTON_LABEL_UNITS
                assert (button.callback_data is None) != (button.url is None)
                assert button.callback_data is None or 1 <= len(button.callback_data.encode()) <= 64
    assert all(not part.keyboard for part in parts[:-1])


@given(text=LONG_TEXT)
def test_words_of_a_person_are_shown_and_never_markup(text: str) -> None:
    """A parameter comes out as it went in, whatever looks like markup in it."""
    phrase = Phrase(MessageKey.CHOICE_LINE, {"number": 1, "claim": text})
    shown = "".join(parse_html(part.html).text for part in RENDERER.message(Message(phrase), Language.EN))
    assert "".join(shown.split()) == "1." + "".join(text.split())


@given(text=LONG_TEXT)
def test_notice_fits(text: str) -> None:
    """The line over the chat has 200 units at most."""
    phrase = Phrase(MessageKey.CHOICE_LINE, {"number": 1, "claim": text})
    assert limits.utf16_units(RENDERER.notice(phrase, Language.MS)) <= limits.CALLBACK_ANSWER_UNITS


@given(text=LONG_TEXT, options=st.lists(LONG_TEXT, min_size=4, max_size=4))
def test_no_poll_exceeds_a_limit(text: str, options: list[str]) -> None:
    """A poll keeps to 300, 100 and 200 units and two line feeds, even of an item nobody validated."""
    values: dict[str, Any] = {"question_ms": text, "options_ms": tuple(options), "explanation_ms": text}
    item = QuizItem.model_construct(**values, question_en=None, answer_index=0)
    poll = quiz_poll(item, Language.EN)
    assert limits.utf16_units(poll.question) <= 300
    assert all(limits.utf16_units(option) <= 100 for option in poll.options)
    assert limits.utf16_units(poll.explanation) <= 200
    assert poll.explanation.count("\n") <= 2


@given(
    action=st.text(st.characters(codec="ascii", exclude_characters=":"), min_size=1, max_size=7),
    argument=st.text(max_size=14),
)
def test_press_round_trips(action: str, argument: str) -> None:
    """A button's data leads back to what it was made of."""
    data = callback_data(Press(action, argument))
    assert data is not None
    assert read_callback_data(data) == Press(action, argument)


def test_button_that_does_not_fit_is_left_out_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    """An answer without one button is better than no answer; the mistake is logged without its data."""
    buttons = ((Button("a", Press("pick", "x" * 64)), Button("b", Press("help")), Button("c", Share("gone"))),)
    with caplog.at_level(logging.ERROR):
        (part,) = RENDERER.message(Message(Phrase(MessageKey.GREET), buttons), Language.EN)
    assert [button.label for row in part.keyboard for button in row] == ["b"]
    assert "xxx" not in caplog.text


def test_row_too_long_for_telegram_goes_on_below() -> None:
    """Ten numbers stand in two rows."""
    row = tuple(Button(str(number), Press("show", str(number))) for number in range(10))
    (part,) = RENDERER.message(Message(Phrase(MessageKey.GREET), (row,)), Language.EN)
    assert [len(shown) for shown in part.keyboard] == [8, 2]


def test_language_of_the_reply_is_the_language_shown() -> None:
    """The reply's language decides."""
    greeting = Message(Phrase(MessageKey.VERDICT_FALSE))
    assert RENDERER.messages(Reply(Language.MS, (greeting,))) == (OutgoingMessage("❌ PALSU"),)
    assert RENDERER.messages(Reply(Language.EN, (greeting,))) == (OutgoingMessage("❌ FALSE"),)
