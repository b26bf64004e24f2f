"""Sending answers, and living with what Telegram says about it."""

import logging
from dataclasses import dataclass
from typing import Final

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.answerer import Answer
from bot.errors import report
from bot.html_parts import plain_text
from bot.render import OutgoingButton, OutgoingMessage

_LOGGER = logging.getLogger(__name__)

_SAME: Final = "message is not modified"
# The chat, not the message, is at fault: nothing can be sent there.
_CLOSED_CHATS: Final = ("chat not found", "not enough rights", "have no rights", "topic_closed", "chat_write_forbidden")


@dataclass(frozen=True)
class Place:
    """Where an answer goes: a chat, the topic in it, and the message to quote or to replace."""

    chat_id: int
    topic_id: int | None = None
    quoted_id: int | None = None
    replaced_id: int | None = None


def place_of(update: Update, quoted_id: int | None = None) -> Place | None:
    """Find where to answer an update.

    Args:
        update: Any update.
        quoted_id: The message to quote, if the answer quotes.

    Returns:
        None when it came from no chat.
    """
    message, chat = update.effective_message, update.effective_chat
    if chat is None:
        return None
    topic_id = message.message_thread_id if message and message.is_topic_message else None
    pressed = update.callback_query.message if update.callback_query else None
    replaced_id = pressed.message_id if pressed and pressed.is_accessible else None
    return Place(chat.id, topic_id, quoted_id, replaced_id)


async def send(bot: Bot, place: Place, answer: Answer) -> None:
    """Send an answer; somebody who has blocked the bot is left alone.

    Args:
        bot: The bot.
        place: Where it goes.
        answer: What to send.

    Raises:
        TelegramError: When it could not be sent for another reason.
    """
    try:
        for number, message in enumerate(answer.messages):
            is_first = number == 0
            if is_first and answer.replaces and await _replace(bot, place, message):
                continue
            quoted_id = place.quoted_id if is_first and answer.quotes else None
            await _send(bot, place, message, quoted_id)
    except Forbidden:
        _LOGGER.info("An answer was not sent: the bot is blocked or was removed")
    except ChatMigrated as moved:
        await send(bot, Place(moved.new_chat_id, place.topic_id), answer)


async def _replace(bot: Bot, place: Place, message: OutgoingMessage) -> bool:
    """Put a message in the place of the one whose button was pressed.

    Returns:
        False when that one is gone or too old to be changed.
    """
    if place.replaced_id is None:
        return False
    try:
        await bot.edit_message_text(
            message.html,
            chat_id=place.chat_id,
            message_id=place.replaced_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup(message.keyboard),
        )
    except BadRequest as error:
        return _SAME in error.message.lower()
    return True


async def _send(bot: Bot, place: Place, message: OutgoingMessage, quoted_id: int | None) -> None:
    quoting = ReplyParameters(quoted_id, allow_sending_without_reply=True) if quoted_id else None
    try:
        await bot.send_message(
            place.chat_id,
            message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=markup(message.keyboard),
            reply_parameters=quoting,
            message_thread_id=place.topic_id,
        )
    except BadRequest as error:
        if any(reason in error.message.lower() for reason in _CLOSED_CHATS):
            _LOGGER.info("An answer was not sent: the bot may not write in this chat")
            return
        report(error, "sending a message; its words are sent without markup and buttons")
        await bot.send_message(
            place.chat_id,
            plain_text(message.html),
            parse_mode=None,
            reply_parameters=quoting,
            message_thread_id=place.topic_id,
        )


def markup(rows: tuple[tuple[OutgoingButton, ...], ...]) -> InlineKeyboardMarkup | None:
    """Write rows of buttons as Telegram's.

    Args:
        rows: From the renderer.
    """
    if not rows:
        return None
    return InlineKeyboardMarkup([[telegram_button(button) for button in row] for row in rows])


def telegram_button(button: OutgoingButton) -> InlineKeyboardButton:
    """Write a button as Telegram's.

    Args:
        button: From the renderer.
    """
    return InlineKeyboardButton(button.label, callback_data=button.callback_data, url=button.url)
