"""A pressed button. Telegram shows a waiting sign on it until it is answered: always, and exactly once."""

from functools import partial

from telegram import CallbackQuery, Update
from telegram.ext import CallbackQueryHandler

from actions.message_key import MessageKey
from actions.registry import press
from actions.reply import Phrase, Reply
from actions.request import Request
from actions.services import Services
from bot.answerer import Answer
from bot.channel import AnyHandler, Channel, Context, apology
from bot.errors import report
from bot.render import read_callback_data
from bot.sender import place_of, send


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def answer_press(update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        answer, failed = await _answer(channel, update, query)
        await channel.answer_press(context.bot, query, answer.notice, alert=failed)
        if failed:
            return
        incoming = channel.reader.press(update, "")
        place = place_of(update, incoming.quoted_id)
        if place:
            await send(context.bot, place, answer)

    return CallbackQueryHandler(answer_press)


async def _answer(channel: Channel, update: Update, query: CallbackQuery) -> tuple[Answer, bool]:
    """Work out the answer; a failure becomes its apology, as the notice."""
    somebody = channel.reader.somebody(update)
    if query.message is None:
        return await channel.answerer.say(somebody, Phrase(MessageKey.BUTTON_EXPIRED)), True
    pressed = read_callback_data(query.data or "")
    try:
        incoming = channel.reader.press(update, pressed.argument)
        return await channel.answerer.answer(incoming, partial(_act, pressed.action)), False
    except Exception as error:
        code = report(error, "answering a button")
        return await channel.answerer.say(somebody, apology(error, code)), True


def _act(name: str, request: Request, services: Services) -> Reply:
    return press(request, name, services)
