"""A message without words: a file that is waited for; else the bot says what it cannot read, and what to send."""

from functools import partial
from typing import Final

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import MessageHandler, filters

from actions.message_key import MessageKey
from actions.registry import take
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from bot.channel import AnyHandler, Channel, Context
from bot.incoming import is_addressed, is_through_inline

# An animation carries a document too: the first that applies counts.
_LINES: Final = (
    (filters.PHOTO, MessageKey.PHOTO_WITHOUT_CAPTION),
    (filters.VIDEO | filters.VIDEO_NOTE, MessageKey.VIDEO_NOT_READ),
    (filters.VOICE | filters.AUDIO, MessageKey.VOICE_NOT_READ),
    (filters.Sticker.ALL | filters.ANIMATION | filters.Dice.ALL, MessageKey.STICKER_NOT_READ),
    (filters.Document.IMAGE, MessageKey.PHOTO_WITHOUT_CAPTION),
    (filters.Document.ALL, MessageKey.FILE_UNREADABLE),
)


class _IsForUs(filters.MessageFilter):
    def filter(self, message: TelegramMessage) -> bool:
        """Whether it was sent to the bot."""
        return is_addressed(message) and not is_through_inline(message)


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def explain(update: Update, context: Context) -> None:
        await channel.reply(context.bot, update, channel.reader.message(update), partial(_take, _key(update)))

    return MessageHandler(filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL & _IsForUs(), explain)


def _take(key: MessageKey, request: Request, services: Services) -> Reply:
    return take(request, services) or Reply(request.language, (Message(Phrase(key)),))


def _key(update: Update) -> MessageKey:
    return next((key for kind, key in _LINES if kind.check_update(update)), _rest(update))


def _rest(update: Update) -> MessageKey:
    """What is neither words nor a file: a bare mention asks for words, a place or a contact cannot be read."""
    has_text = update.message is not None and bool(update.message.text)
    return MessageKey.ASK_FOR_CLAIM if has_text else MessageKey.CONTENT_NOT_READ
