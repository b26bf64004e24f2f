"""The bot was added to a group: one short line says how to use it there. Who blocks it gets nothing more."""

import logging
from typing import Final

from telegram import Chat, ChatMember, ChatMemberUpdated, Update
from telegram.ext import ChatMemberHandler

from actions.message_key import MessageKey
from actions.reply import Phrase
from bot.answerer import line
from bot.channel import AnyHandler, Channel, Context
from bot.outbox_sender import BLOCKED

_LOGGER = logging.getLogger(__name__)
_INSIDE: Final = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER}


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def notice(update: Update, context: Context) -> None:
        change = update.my_chat_member
        if change and _was_added(change):
            somebody = channel.reader.somebody(update)
            await channel.reply(context.bot, update, somebody, line(Phrase(MessageKey.GROUP_WELCOME)))
        elif change and _was_blocked(change):
            address = str(change.chat.id)
            count = await channel.answerer.in_worker(lambda: channel.services.outbox.close(address, BLOCKED))
            _LOGGER.info("Somebody blocked the bot: %d letters to them are dropped", count)

    return ChatMemberHandler(notice, ChatMemberHandler.MY_CHAT_MEMBER)


def _was_added(change: ChatMemberUpdated) -> bool:
    before, after = change.old_chat_member.status, change.new_chat_member.status
    is_group = change.chat.type in {Chat.GROUP, Chat.SUPERGROUP}
    return is_group and before not in _INSIDE and after in _INSIDE


def _was_blocked(change: ChatMemberUpdated) -> bool:
    return change.chat.type == Chat.PRIVATE and change.new_chat_member.status == ChatMember.BANNED
