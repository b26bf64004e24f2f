"""What a letter of the outbox can hold, and how it is written down.

payload(Message(Phrase(UpdatesKey.CORRECTED, {...}), rows))        one or more messages, with buttons
payload(QuizPoll(question, options, correct_option=2, ...))        a native quiz
payload(FileMessage("results.csv", digest, Phrase(...)))           a document or, with `is_picture`, a picture
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from actions.reply import Button, Link, Message, Phrase, Press, Share

Rows: TypeAlias = tuple[tuple[Button, ...], ...]
Keys: TypeAlias = Mapping[str, StrEnum]


@dataclass(frozen=True)
class QuizPoll:
    """A native quiz that is not anonymous; its texts are plain and within Telegram's limits.

    Without a `correct_option` it is a plain poll that tells nothing and takes one answer. `description` is shown
    beside the question, 1024 characters at most.

    `open_period_s` closes it so many seconds (5-600) after it was sent.
    """

    question: str
    options: tuple[str, ...]
    correct_option: int | None
    explanation: str = ""
    open_period_s: int | None = None
    buttons: Rows = ()
    description: str = ""


@dataclass(frozen=True)
class FileMessage:
    """A document or picture whose bytes the outbox keeps under `digest` (`Outbox.keep_file`)."""

    name: str
    digest: str
    caption: Phrase | None = None
    is_picture: bool = False
    buttons: Rows = ()


@dataclass(frozen=True)
class PollEnd:
    """As the change of a letter that is a quiz: close it. Buttons stay, or these take their place."""

    buttons: Rows = ()


Content: TypeAlias = Message | QuizPoll | FileMessage | PollEnd


def payload(*contents: Content) -> str:
    """Write down what a letter holds."""
    return json.dumps([_content(one) for one in contents], ensure_ascii=False)


def contents(written: str, keys: Keys) -> tuple[Content, ...]:
    """Read what `payload` wrote.

    Args:
        written: The payload.
        keys: Every area's keys by their text, as `actions.registry.KEYS`.

    Raises:
        ValueError: It cannot be read, or names a text that is no more.
    """
    try:
        return tuple(_read_content(one, keys) for one in json.loads(written))
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"a letter cannot be read: {error!r}") from error


def _content(content: Content) -> dict[str, object]:
    if isinstance(content, Message):
        return {"text": _phrase(content.text), "buttons": _rows(content.buttons)}
    if isinstance(content, QuizPoll):
        quiz: dict[str, object] = {"question": content.question, "options": list(content.options)}
        quiz |= {"correct": content.correct_option, "explanation": content.explanation}
        quiz |= {"description": content.description}
        return quiz | {"open_s": content.open_period_s, "buttons": _rows(content.buttons)}
    if isinstance(content, PollEnd):
        return {"end": True, "buttons": _rows(content.buttons)}
    caption = _phrase(content.caption) if content.caption else None
    file: dict[str, object] = {"file": content.name, "digest": content.digest, "picture": content.is_picture}
    return file | {"caption": caption, "buttons": _rows(content.buttons)}


def _phrase(phrase: Phrase) -> dict[str, object]:
    params = {name: _phrase(one) if isinstance(one, Phrase) else one for name, one in phrase.params.items()}
    return {"key": str(phrase.key), "params": params}


def _rows(rows: Rows) -> list[list[list[object]]]:
    return [[_button(button) for button in row] for row in rows]


def _button(button: Button) -> list[object]:
    label = _phrase(button.label) if isinstance(button.label, Phrase) else button.label
    target = button.target
    if isinstance(target, Press):
        return [label, "press", target.action, target.argument]
    return [label, "link", target.url] if isinstance(target, Link) else [label, "share", target.entry_id]


# What was written is read back; a payload of another shape raises KeyError, TypeError or IndexError.


def _read_content(written: dict[str, object], keys: Keys) -> Content:
    rows = _read_rows(written["buttons"], keys)
    if "text" in written:
        return Message(_read_phrase(written["text"], keys), rows)
    if "question" in written:
        return _read_quiz(written, rows)
    if "end" in written:
        return PollEnd(rows)
    caption = _read_phrase(written["caption"], keys) if written["caption"] else None
    return FileMessage(_text(written["file"]), _text(written["digest"]), caption, written["picture"] is True, rows)


def _read_quiz(written: dict[str, object], rows: Rows) -> QuizPoll:
    options, open_s, correct = written["options"], written["open_s"], written["correct"]
    if not isinstance(options, list) or not isinstance(open_s, int | None) or not isinstance(correct, int | None):
        raise TypeError("options")
    return QuizPoll(
        question=_text(written["question"]),
        options=tuple(_text(option) for option in options),
        correct_option=correct,
        explanation=_text(written["explanation"]),
        open_period_s=open_s,
        description=_text(written["description"]),
        buttons=rows,
    )


def _read_phrase(written: object, keys: Keys) -> Phrase:
    if not isinstance(written, dict):
        raise TypeError("phrase")
    params = {
        name: _read_phrase(one, keys) if isinstance(one, dict) else one for name, one in written["params"].items()
    }
    return Phrase(keys[written["key"]], params)


def _read_rows(written: object, keys: Keys) -> Rows:
    if not isinstance(written, list):
        raise TypeError("buttons")
    return tuple(tuple(_read_button(button, keys) for button in row) for row in written)


def _read_button(written: list[object], keys: Keys) -> Button:
    label = _read_phrase(written[0], keys) if isinstance(written[0], dict) else _text(written[0])
    if written[1] == "press":
        return Button(label, Press(_text(written[2]), _text(written[3])))
    target = Link if written[1] == "link" else Share
    return Button(label, target(_text(written[2])))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value
