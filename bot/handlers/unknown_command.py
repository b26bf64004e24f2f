"""A command the bot does not know. In a group it may be another bot's, so only one with the bot's name is answered."""

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from actions.message_key import MessageKey
from actions.reply import Phrase
from bot.answerer import line
from bot.channel import AnyHandler, Channel, Context
from bot.incoming import is_addressed


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def answer(update: Update, context: Context) -> None:
        message = update.message
        if message and is_addressed(message) and not _is_for_another(message):
            somebody = channel.reader.somebody(update)
            await channel.reply(context.bot, update, somebody, line(Phrase(MessageKey.COMMAND_UNKNOWN)))

    return MessageHandler(filters.UpdateType.MESSAGE & filters.COMMAND & ~filters.FORWARDED, answer)


def _is_for_another(message: Message) -> bool:
    """Whether the command carries another bot's name."""
    named = (message.text or "").split()[0].partition("@")[2].lower()
    return bool(named) and named != message.get_bot().username.lower()
