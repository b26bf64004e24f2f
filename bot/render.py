"""From a `Reply` to exactly what is sent: escaped HTML within Telegram's limits, in the reply's language."""

import logging
from dataclasses import dataclass
from typing import Protocol

from actions.reply import Button, Link, Message, Phrase, Press, Reply
from bot import limits
from bot.html_parts import split_html
from knowledge.entry import QuizItem
from knowledge.text.language import Language

_LOGGER = logging.getLogger(__name__)


class Texts(Protocol):
    """What renders phrases: `bot.localisation.Localisation`."""

    def text(self, phrase: Phrase, language: Language, *, escape: bool) -> str:
        """The phrase as Telegram HTML, its parameters escaped."""
        ...

    def label(self, phrase: Phrase | str, language: Language) -> str:
        """The phrase as plain text."""
        ...


class ShareLinks(Protocol):
    """What makes the address behind a "share" button: `bot.share.Sharer`."""

    def url(self, entry_id: str, language: Language) -> str | None:
        """The address, or None when the entry cannot be shared."""
        ...


@dataclass(frozen=True)
class OutgoingButton:
    """One inline button: `callback_data` (1-64 bytes) or `url`, never both."""

    label: str
    callback_data: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class OutgoingMessage:
    """One message: balanced HTML of at most 4096 UTF-16 units once parsed, and rows of buttons."""

    html: str
    keyboard: tuple[tuple[OutgoingButton, ...], ...] = ()


@dataclass(frozen=True)
class OutgoingPoll:
    """A quiz poll within Telegram's limits; plain texts."""

    question: str
    options: tuple[str, ...]
    correct_option: int
    explanation: str


class Renderer:
    """Renders replies."""

    def __init__(self, texts: Texts, share_links: ShareLinks) -> None:
        """Notes where texts and share links come from.

        Args:
            texts: Both languages' texts.
            share_links: Makes the address of a "share" button; may read the database.
        """
        self._texts = texts
        self._share_links = share_links

    def messages(self, reply: Reply) -> tuple[OutgoingMessage, ...]:
        """Render all messages of a reply.

        A text too long for one message becomes several; the buttons stand under the last.

        Args:
            reply: What an action said.
        """
        return tuple(
            part for message in reply.messages for part in self.message(message, message.language or reply.language)
        )

    def message(self, message: Message, language: Language) -> tuple[OutgoingMessage, ...]:
        """Render one message.

        Args:
            message: Its text and buttons.
            language: The language to say it in.
        """
        markup = self._texts.text(message.text, language, escape=True)
        *first, last = split_html(markup, limits.MESSAGE_UNITS) or [""]
        keyboard = self.keyboard(message.buttons, language)
        parts = (*map(OutgoingMessage, first), OutgoingMessage(last, keyboard))
        return tuple(part for part in parts if part.html)

    def label(self, phrase: Phrase, language: Language) -> str:
        """Render a button's label.

        Args:
            phrase: What it says.
            language: The language to say it in.

        Returns:
            Plain text of at most 60 UTF-16 units.
        """
        return limits.cut(self._texts.label(phrase, language).strip(), limits.BUTTON_LABEL_UNITS)

    def notice(self, phrase: Phrase, language: Language) -> str:
        """Render the short line shown over the chat when a button is pressed.

        Args:
            phrase: What to say.
            language: The language to say it in.

        Returns:
            Plain text of at most 200 UTF-16 units.
        """
        return limits.cut(self._texts.label(phrase, language), limits.CALLBACK_ANSWER_UNITS)

    def caption(self, phrase: Phrase, language: Language) -> str:
        """Render the caption of a file; what is too long for one is cut.

        Args:
            phrase: What to say.
            language: The language to say it in.

        Returns:
            Balanced HTML of at most 1024 UTF-16 units once parsed.
        """
        return (split_html(self._texts.text(phrase, language, escape=True), limits.CAPTION_UNITS) or [""])[0]

    def keyboard(
        self, rows: tuple[tuple[Button, ...], ...], language: Language
    ) -> tuple[tuple[OutgoingButton, ...], ...]:
        """Render rows of buttons.

        Args:
            rows: What the buttons say and do.
            language: The language of their labels.
        """
        rendered: list[tuple[OutgoingButton, ...]] = []
        for row in rows:
            made = tuple(one for button in row if (one := self._button(button, language)))
            rendered += [
                made[start : start + limits.BUTTONS_PER_ROW] for start in range(0, len(made), limits.BUTTONS_PER_ROW)
            ]
        return tuple(rendered[: limits.BUTTON_ROWS])

    def _button(self, button: Button, language: Language) -> OutgoingButton | None:
        label = limits.cut(self._texts.label(button.label, language).strip(), limits.BUTTON_LABEL_UNITS)
        if isinstance(button.target, Press):
            data = callback_data(button.target)
            return OutgoingButton(label, callback_data=data) if label and data else None
        if isinstance(button.target, Link):
            return OutgoingButton(label, url=button.target.url) if label else None
        url = self._share_links.url(button.target.entry_id, language)
        return OutgoingButton(label, url=url) if label and url else None


def callback_data(press: Press) -> str | None:
    """Write a press as a button's data.

    Args:
        press: The action and its argument.

    Returns:
        `action:argument`, or `action` alone; None when that is longer than Telegram's 64 bytes. The button is left out
        then and the mistake logged: an answer without one button is better than no answer.
    """
    data = f"{press.action}:{press.argument}" if press.argument else press.action
    if 0 < len(data.encode()) <= limits.CALLBACK_DATA_BYTES:
        return data
    _LOGGER.error("A button of the action %s has %d bytes of data", press.action[:20], len(data.encode()))
    return None


def read_callback_data(data: str) -> Press:
    """Read a pressed button's data.

    Args:
        data: What `callback_data` wrote.
    """
    action, _, argument = data.partition(":")
    return Press(action, argument)


def quiz_poll(item: QuizItem, language: Language) -> OutgoingPoll:
    """Render a quiz question as a poll.

    Args:
        item: The question, written in this language or the other.
        language: The language wanted.
    """
    written = language if language in item.languages() else language.other
    in_malay = written is Language.MS
    question = item.question_ms if in_malay else item.question_en
    options = item.options_ms if in_malay else item.options_en
    explanation = item.explanation_ms if in_malay else item.explanation_en
    return OutgoingPoll(
        question=limits.cut(question or "", limits.POLL_QUESTION_UNITS),
        options=tuple(limits.cut(option, limits.POLL_OPTION_UNITS) for option in options or ()),
        correct_option=item.answer_index,
        explanation=limits.cut_lines(
            explanation or "", limits.POLL_EXPLANATION_UNITS, limits.POLL_EXPLANATION_LINE_FEEDS
        ),
    )
