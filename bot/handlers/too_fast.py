"""Whoever sends too much at once is told so, once; see `bot/flood.py`."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from actions.message_key import MessageKey
from actions.reply import Phrase
from bot.answerer import line
from bot.channel import AnyHandler, Channel, Context


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def warn(update: Update, context: Context) -> None:
        seconds = channel.gate.take_warning(update.update_id)
        phrase = Phrase(MessageKey.TOO_FAST, {"seconds": seconds})
        somebody = channel.reader.somebody(update)
        if update.callback_query:
            answer = await channel.answerer.say(somebody, phrase)
            await channel.answer_press(context.bot, update.callback_query, answer.notice)
        else:
            await channel.reply(context.bot, update, somebody, line(phrase))

    return _TooFastHandler(channel, warn)


class _TooFastHandler(BaseHandler[Update, Context, None]):
    def __init__(self, channel: Channel, warn: Callable[[Update, Context], Coroutine[Any, Any, None]]) -> None:
        super().__init__(warn)
        self._gate = channel.gate

    def check_update(self, update: object) -> bool:
        """Apply to the one update with which a person became too fast."""
        return isinstance(update, Update) and self._gate.is_warning(update.update_id)
