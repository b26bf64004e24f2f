"""Typing the bot's name and some words in any chat offers fact-checks to send there."""

from typing import Final

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import InlineQueryHandler

from bot.channel import AnyHandler, Channel, Context
from bot.inline_cards import Card, Cards
from bot.sender import telegram_button

# Short: an entry may be corrected at any time.
_CACHED_S: Final = 60


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""
    cards = Cards(channel.services, channel.renderer, channel.answerer)

    async def offer(update: Update, context: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        incoming = channel.reader.inline(update)
        found = await channel.answerer.in_worker(lambda: cards.search(incoming, context.bot.username))
        button = InlineQueryResultsButton(found.button_label, start_parameter="inline")
        try:
            await query.answer(
                [_article(card) for card in found.cards], cache_time=_CACHED_S, is_personal=True, button=button
            )
        except BadRequest as error:
            if "query is too old" not in error.message.lower():
                raise

    return InlineQueryHandler(offer)


def _article(card: Card) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        card.entry_id,
        card.title,
        InputTextMessageContent(
            card.message.html, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=InlineKeyboardMarkup(
            [[telegram_button(button) for button in row] for row in card.message.keyboard]
        ),
        description=card.description,
    )
