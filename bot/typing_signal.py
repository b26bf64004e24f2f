"""The "typing..." shown while an answer takes longer than a moment."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.sender import Place

SLOW_S: Final = 0.7
# Telegram shows it for five seconds or until a message arrives.
_REPEAT_S: Final = 4.5


@contextlib.asynccontextmanager
async def typing_when_slow(bot: Bot, place: Place | None, slow_s: float = SLOW_S) -> AsyncIterator[None]:
    """Show "typing..." while the body runs, if it runs long.

    Args:
        bot: The bot.
        place: Where to show it; None for nowhere.
        slow_s: Seconds before it is shown.
    """
    signal = asyncio.create_task(_signal(bot, place, slow_s)) if place else None
    try:
        yield
    finally:
        if signal:
            signal.cancel()
            await asyncio.wait((signal,))


async def _signal(bot: Bot, place: Place, pause_s: float) -> None:
    with contextlib.suppress(TelegramError):
        while True:
            await asyncio.sleep(pause_s)
            await bot.send_chat_action(place.chat_id, ChatAction.TYPING, message_thread_id=place.topic_id)
            pause_s = _REPEAT_S
