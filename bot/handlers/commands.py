"""The commands; `/start e_<id>` is a shared link, `/check` in reply to a message is about that message."""

from functools import partial

from telegram import Update
from telegram.ext import CommandHandler, filters

from actions.registry import COMMANDS, command
from actions.reply import Reply
from actions.request import Request
from actions.services import Services
from bot.channel import AnyHandler, Channel, Context


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def answer_command(update: Update, context: Context) -> None:
        text = (update.message.text or "") if update.message else ""
        name = text.split()[0].lstrip("/").partition("@")[0].lower()
        incoming = channel.reader.command(update, context.args or [])
        await channel.reply(context.bot, update, incoming, partial(_act, name))

    return CommandHandler(list(COMMANDS), answer_command, filters.UpdateType.MESSAGE & ~filters.FORWARDED)


def _act(name: str, request: Request, services: Services) -> Reply:
    return command(request, name, services)
