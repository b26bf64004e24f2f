"""A message in words: typed, forwarded, a caption or a link. In a group only one that is meant for the bot."""

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from actions.registry import answer
from bot.channel import AnyHandler, Channel, Context
from bot.incoming import is_addressed, is_through_inline, subject_of, words_of


class _HasWords(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        """Whether there are words for the bot."""
        return is_addressed(message) and not is_through_inline(message) and bool(words_of(subject_of(message)))


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def answer_words(update: Update, context: Context) -> None:
        incoming = channel.reader.message(update)
        await channel.reply(context.bot, update, incoming, answer, parsed=True)

    return MessageHandler(filters.UpdateType.MESSAGE & _HasWords(), answer_words)
