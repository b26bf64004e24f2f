"""Privacy mode: which group messages a bot is shown.

The rules are Telegram's (https://core.telegram.org/bots/features#privacy-mode): commands, mentions of
the bot, replies to it, messages sent through it, and service messages.
"""

from bot.simulator.entities import utf16_slice
from bot.simulator.model import BotAccount, Chat, Message


def bot_sees(bot: BotAccount, message: Message) -> bool:
    """Decides whether a message becomes an update.

    Args:
        bot: The bot with its privacy switch.
        message: Something a person or Telegram wrote.

    Returns:
        Whether the bot is shown it.
    """
    chat = message.chat
    if message.is_from_bot or not chat.is_bot_inside:
        return False
    if _reads_everything(bot, chat) or message.service or message.via_bot:
        return True
    if message.reply_to and message.reply_to.is_from_bot:
        return True
    return _is_addressed(bot, message)


def _reads_everything(bot: BotAccount, chat: Chat) -> bool:
    return chat.is_private or not bot.privacy_mode or chat.bot_status == "administrator"


def _is_addressed(bot: BotAccount, message: Message) -> bool:
    own_name = f"@{bot.username}".lower()
    for entity in message.content.entities:
        words = utf16_slice(message.text, entity.offset, entity.length).lower()
        if entity.kind == "mention" and words == own_name:
            return True
        if entity.kind == "text_mention" and entity.user_id == bot.id:
            return True
        if entity.kind == "bot_command" and ("@" not in words or words.endswith(own_name)):
            return True
    return False
