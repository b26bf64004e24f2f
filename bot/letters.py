"""From a letter of the outbox to calls of the Bot API: sending its next message, editing one that was sent."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Poll
from telegram import Message as TelegramMessage
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from actions.outgoing import FileMessage, Keys, PollEnd, QuizPoll, Rows, contents
from actions.reply import Message
from bot import limits
from bot.errors import LetterTakenBackError
from bot.rate_limiter import Careful
from bot.render import OutgoingMessage, Renderer
from bot.sender import markup
from knowledge.store.outbox_queue import Arrival, OpenLetter, OutboxQueue
from knowledge.text.language import Language

AnyBot: TypeAlias = ExtBot[Careful]


@dataclass(frozen=True)
class QuizPart:
    """A native quiz, ready to send."""

    quiz: QuizPoll
    keyboard: InlineKeyboardMarkup | None


@dataclass(frozen=True)
class FilePart:
    """A document or picture, ready to send."""

    name: str
    data: bytes
    caption: str
    is_picture: bool
    keyboard: InlineKeyboardMarkup | None


@dataclass(frozen=True)
class EndPart:
    """A quiz to close."""

    keyboard: InlineKeyboardMarkup | None


Part: TypeAlias = OutgoingMessage | QuizPart | FilePart | EndPart
# Under a quiz for a moment, see `LetterPress.read_quiz`.
_PASSING: Final = InlineKeyboardMarkup.from_button(InlineKeyboardButton("…", callback_data="passing"))


class LetterPress:
    """Makes a letter's messages and hands them to Telegram; texts are rendered when they are sent."""

    def __init__(self, bot: AnyBot, renderer: Renderer, queue: OutboxQueue, keys: Keys) -> None:
        """Notes what is worked with.

        Args:
            bot: The bot.
            renderer: Writes messages and labels.
            queue: Where the files are.
            keys: Every area's keys by their text.
        """
        self._bot = bot
        self._renderer = renderer
        self._queue = queue
        self._keys = keys

    def parts(self, letter: OpenLetter) -> tuple[Part, ...]:
        """Make a letter's messages; blocking, for worker threads.

        Args:
            letter: What to send.

        Raises:
            ValueError: It cannot be read, or its file is gone.
            MissingTextError: A text or parameter is missing.
        """
        made: list[Part] = []
        for content in contents(letter.payload, self._keys):
            if isinstance(content, Message):
                made += self._renderer.message(content, letter.language)
            else:
                made.append(self._special(content, letter.language))
        return tuple(made)

    async def send(self, letter: OpenLetter, part: Part, begin: Callable[[], Awaitable[None]]) -> Arrival:
        """Send one message of a letter.

        Args:
            letter: Whose.
            part: The message.
            begin: Awaited at the last moment before the call.

        Raises:
            TelegramError: As Telegram answered; whoever calls decides what it means.
        """
        chat, careful = letter.address, Careful(begin)
        if isinstance(part, OutgoingMessage):
            sent = await self._bot.send_message(
                chat, part.html, ParseMode.HTML, reply_markup=markup(part.keyboard), rate_limit_args=careful
            )
        elif isinstance(part, QuizPart):
            sent = await self._send_quiz(chat, part, careful)
        elif isinstance(part, FilePart):
            sent = await self._send_file(chat, part, careful)
        else:
            raise LetterTakenBackError  # only a quiz that was sent can be closed
        return _arrival(sent)

    async def edit(self, letter: OpenLetter, part: Part) -> None:
        """Put something in the place of what was sent.

        Args:
            letter: With the number of its message.
            part: The new message.

        Raises:
            TelegramError: As Telegram answered.
        """
        chat, number = letter.address, letter.message_id
        if isinstance(part, OutgoingMessage):
            await self._bot.edit_message_text(
                part.html, chat, number, parse_mode=ParseMode.HTML, reply_markup=markup(part.keyboard)
            )
        elif isinstance(part, EndPart):
            await self._bot.stop_poll(chat, number or 0, reply_markup=part.keyboard)
        elif isinstance(part, FilePart):
            await self._bot.edit_message_caption(
                chat, number, caption=part.caption or None, parse_mode=ParseMode.HTML, reply_markup=part.keyboard
            )

    async def probe(self, letter: OpenLetter, part: Part, number: int) -> None:
        """Touch a message without changing it: put under it the buttons it has.

        Args:
            letter: Whose message it may be.
            part: The message it would be.
            number: The message's id.

        Raises:
            BadRequest: "message is not modified" when it is there as it should be; "message to edit not found".
        """
        await self._bot.edit_message_reply_markup(letter.address, number, reply_markup=_keyboard(part))

    async def read_quiz(self, letter: OpenLetter, part: QuizPart, number: int) -> str | None:
        """Find the poll id of a quiz that arrived: Telegram tells it when the buttons change, so they do, and back.

        Args:
            letter: Whose message it is.
            part: The quiz.
            number: The message's id.

        Raises:
            TelegramError: As Telegram answered.
        """
        for keyboard in (_PASSING, part.keyboard):
            changed = await self._bot.edit_message_reply_markup(letter.address, number, reply_markup=keyboard)
        return changed.poll.id if isinstance(changed, TelegramMessage) and changed.poll else None

    def _special(self, content: QuizPoll | FileMessage | PollEnd, language: Language) -> Part:
        keyboard = self._markup(content.buttons, language)
        if isinstance(content, QuizPoll):
            return QuizPart(content, keyboard)
        if isinstance(content, PollEnd):
            return EndPart(keyboard)
        data = self._queue.file(content.digest)
        if data is None:
            raise ValueError("the file of a letter is gone")
        caption = self._renderer.caption(content.caption, language) if content.caption else ""
        return FilePart(content.name, data, caption, content.is_picture, keyboard)

    def _markup(self, rows: Rows, language: Language) -> InlineKeyboardMarkup | None:
        return markup(self._renderer.keyboard(rows, language))

    async def _send_quiz(self, chat: str, part: QuizPart, careful: Careful) -> TelegramMessage:
        quiz, is_quiz = part.quiz, part.quiz.correct_option is not None
        return await self._bot.send_poll(
            chat,
            limits.cut(quiz.question, limits.POLL_QUESTION_UNITS),
            [limits.cut(option, limits.POLL_OPTION_UNITS) for option in quiz.options],
            type=Poll.QUIZ if is_quiz else Poll.REGULAR,
            is_anonymous=False,
            correct_option_ids=[quiz.correct_option] if is_quiz else None,  # type: ignore[list-item]
            allows_revoting=False,
            description=quiz.description or None,
            explanation=limits.cut_lines(
                quiz.explanation, limits.POLL_EXPLANATION_UNITS, limits.POLL_EXPLANATION_LINE_FEEDS
            )
            or None,
            open_period=quiz.open_period_s,
            reply_markup=part.keyboard,
            rate_limit_args=careful,
        )

    async def _send_file(self, chat: str, part: FilePart, careful: Careful) -> TelegramMessage:
        send = self._bot.send_photo if part.is_picture else self._bot.send_document
        return await send(
            chat,
            InputFile(part.data, part.name),
            caption=part.caption or None,  # python-telegram-bot sends "[]" for an empty one
            parse_mode=ParseMode.HTML,
            reply_markup=part.keyboard,
            rate_limit_args=careful,
        )


def _keyboard(part: Part) -> InlineKeyboardMarkup | None:
    return markup(part.keyboard) if isinstance(part, OutgoingMessage) else part.keyboard


def _arrival(message: TelegramMessage) -> Arrival:
    """What Telegram says of a message that arrived."""
    return Arrival(message.message_id, message.poll.id if message.poll else None, message.date)
