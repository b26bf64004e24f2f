"""What failed is logged under an id, and whoever waits for an answer is told."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.channel import Channel, Context, apology
from bot.errors import report
from bot.incoming import expects_answer

_LOGGER = logging.getLogger(__name__)


def build(channel: Channel) -> Callable[[object, Context], Coroutine[Any, Any, None]]:
    """Make the error handler; it never raises."""

    async def handle_failure(update: object, context: Context) -> None:
        try:
            await _handle(channel, update, context)
        except Exception as second:
            report(second, "telling somebody about the error before")

    return handle_failure


async def _handle(channel: Channel, update: object, context: Context) -> None:
    error = context.error
    if isinstance(error, Forbidden):
        _LOGGER.info("The bot is blocked or was removed")
    elif error is not None:
        code = report(error, "handling an update")
        if isinstance(update, Update) and _waits_for_answer(update) and not _is_network(error):
            await channel.apologise(context.bot, update, apology(error, code))


def _waits_for_answer(update: Update) -> bool:
    return update.message is not None and expects_answer(update.message)


def _is_network(error: BaseException) -> bool:
    """Whether Telegram cannot be reached, so that an apology would not get through either."""
    return isinstance(error, RetryAfter | NetworkError) and not isinstance(error, BadRequest)
