import json

import pytest

from actions.message_key import MessageKey
from actions.outgoing import Content, FileMessage, PollEnd, QuizPoll, contents, payload
from actions.registry import KEYS
from actions.reply import Button, Link, Message, Phrase, Press, Share

TEXT = Phrase(MessageKey.PARAGRAPH_PAIR, {"first": Phrase(MessageKey.OWNED_BY, {"owner": "SPR"}), "second": "&"})
ROWS = (
    (Button(Phrase(MessageKey.BUTTON_HELP), Press("help")), Button("5 < 6", Press("show", "black-dot"))),
    (Button("a", Link("https://spr.gov.my/?a=1")), Button("b", Share("black-dot"))),
)
QUIZ = QuizPoll("Siapa?", ("SPR", "Parti"), 1, "Kerana …", 60, ROWS)


@pytest.mark.parametrize(
    "content",
    [
        Message(TEXT, ROWS),
        Message(Phrase(MessageKey.TOO_FAST, {"seconds": 3})),
        QUIZ,
        QuizPoll("Q", ("a", "b"), 0),
        FileMessage("results.csv", "0" * 64, Phrase(MessageKey.HELP), buttons=ROWS),
        FileMessage("qr.png", "0" * 64, is_picture=True),
        PollEnd(),
        PollEnd(ROWS),
    ],
)
def test_what_is_written_is_read_back(content: Content) -> None:
    """A letter says tomorrow exactly what it was meant to say today."""
    assert contents(payload(content), KEYS) == (content,)


def test_several_messages_keep_their_order() -> None:
    """A letter may be a text and a quiz."""
    assert contents(payload(Message(TEXT), QUIZ), KEYS) == (Message(TEXT), QUIZ)


@pytest.mark.parametrize(
    "written", ['[{"text": 1, "buttons": []}]', "[1]", "{", '[{"question": "q", "buttons": [], "options": 1}]', "null"]
)
def test_what_cannot_be_read_is_said(written: str) -> None:
    """A letter of another version is refused as a whole, never half sent."""
    with pytest.raises(ValueError):  # noqa: PT011 - json's own words are enough for a broken payload
        contents(written, KEYS)


def test_a_text_that_is_no_more_is_refused() -> None:
    """A key that a later version dropped is found out."""
    gone = json.dumps([{"text": {"key": "gone", "params": {}}, "buttons": []}])
    with pytest.raises(ValueError, match="gone"):
        contents(gone, KEYS)
