"""What every handler works with: reading updates, working out answers, sending them."""

import logging
from dataclasses import dataclass
from typing import Any

from telegram import Bot, CallbackQuery, Update
from telegram.error import BadRequest
from telegram.ext import BaseHandler, ContextTypes

from actions.message_key import MessageKey
from actions.reply import Phrase
from actions.services import Services
from bot.admission import UpdateGate
from bot.answerer import Act, Answerer
from bot.arrivals import Arrivals
from bot.incoming import Incoming, Reader
from bot.render import Renderer
from bot.sender import Place, place_of, send
from bot.typing_signal import typing_when_slow
from knowledge.errors import IndexUnavailableError

_LOGGER = logging.getLogger(__name__)

AnyHandler = BaseHandler[Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True)
class Channel:
    """The parts that handlers share."""

    services: Services
    reader: Reader
    answerer: Answerer
    renderer: Renderer
    gate: UpdateGate
    arrivals: Arrivals

    async def reply(self, bot: Bot, update: Update, incoming: Incoming, act: Act, *, parsed: bool = False) -> None:
        """Answer a message; "typing..." is shown when it takes long.

        Args:
            bot: The bot.
            update: What is answered.
            incoming: The same, read.
            act: What to do about it.
            parsed: Whether the parser must tell what is wanted.
        """
        place = place_of(update, incoming.quoted_id)
        async with typing_when_slow(bot, place):
            answer = await self.answerer.answer(incoming, act, parsed=parsed)
        if place:
            await send(bot, place, answer)

    async def answer_press(self, bot: Bot, query: CallbackQuery, notice: str | None, *, alert: bool = False) -> None:
        """End the waiting sign on a pressed button; one pressed too long ago has none any more.

        Args:
            bot: The bot.
            query: The press.
            notice: The short line to show over the chat, if any.
            alert: Whether the line must be closed by hand.
        """
        try:
            await bot.answer_callback_query(query.id, notice, show_alert=alert)
        except BadRequest as error:
            _LOGGER.info("A button press could not be answered (%s)", type(error).__name__)

    async def apologise(self, bot: Bot, update: Update, apology: Phrase) -> None:
        """Say that something failed.

        Args:
            bot: The bot.
            update: What could not be answered.
            apology: What to say.
        """
        place = place_of(update)
        if place:
            answer = await self.answerer.say(self.reader.somebody(update), apology)
            await send(bot, Place(place.chat_id, place.topic_id), answer)


def apology(error: BaseException | None, code: str) -> Phrase:
    """Choose the words for a failure.

    Args:
        error: What happened.
        code: The id it is logged under.
    """
    if isinstance(error, IndexUnavailableError):
        return Phrase(MessageKey.INDEX_UNAVAILABLE)
    return Phrase(MessageKey.INTERNAL_ERROR, {"code": code})
