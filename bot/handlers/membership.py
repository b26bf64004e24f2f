"""The bot was added to a group: one short line says how to use it there. Blocking and leaving need no answer."""

from typing import Final

from telegram import Chat, ChatMember, ChatMemberUpdated, Update
from telegram.ext import ChatMemberHandler

from actions.message_key import MessageKey
from actions.reply import Phrase
from bot.answerer import line
from bot.channel import AnyHandler, Channel, Context

_INSIDE: Final = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER}


def build(channel: Channel) -> AnyHandler:
    """Make the handler."""

    async def welcome(update: Update, context: Context) -> None:
        if update.my_chat_member and _was_added(update.my_chat_member):
            somebody = channel.reader.somebody(update)
            await channel.reply(context.bot, update, somebody, line(Phrase(MessageKey.GROUP_WELCOME)))

    return ChatMemberHandler(welcome, ChatMemberHandler.MY_CHAT_MEMBER)


def _was_added(change: ChatMemberUpdated) -> bool:
    before, after = change.old_chat_member.status, change.new_chat_member.status
    is_group = change.chat.type in {Chat.GROUP, Chat.SUPERGROUP}
    return is_group and before not in _INSIDE and after in _INSIDE
