"""What Telegram shows of the bot by itself: the command menu and its description, in both languages."""

import logging
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from actions.classroom.keys import ClassKey
from actions.message_key import MessageKey
from actions.question_sets.keys import QuestionSetKey
from actions.quiz.keys import QuizKey
from actions.reply import Phrase
from actions.updates.keys import UpdatesKey
from bot import limits
from bot.localisation import Localisation
from knowledge.text.language import Language

_LOGGER = logging.getLogger(__name__)

# In the order of the menu. Commands for some people only are not in everybody's menu.
MENU: Final[Mapping[str, StrEnum]] = {
    "check": MessageKey.COMMAND_CHECK,
    "rules": MessageKey.COMMAND_RULES,
    "latest": MessageKey.COMMAND_LATEST,
    "trending": MessageKey.COMMAND_TRENDING,
    "subscribe": UpdatesKey.COMMAND_SUBSCRIBE,
    "sets": QuestionSetKey.COMMAND_SETS,
    "quiz": QuizKey.COMMAND_QUIZ,
    "class": ClassKey.COMMAND_CLASS,
    "classes": ClassKey.COMMAND_CLASSES,
    "join": ClassKey.COMMAND_JOIN,
    "language": MessageKey.COMMAND_LANGUAGE,
    "privacy": MessageKey.COMMAND_PRIVACY,
    "help": MessageKey.COMMAND_HELP,
    "about": MessageKey.COMMAND_ABOUT,
    "start": MessageKey.COMMAND_START,
}


def menu(texts: Localisation, language: Language) -> list[BotCommand]:
    """Write the command menu.

    Args:
        texts: Both languages' texts.
        language: The language of the descriptions.
    """
    return [
        BotCommand(name, limits.cut(texts.label(Phrase(key), language), limits.COMMAND_DESCRIPTION_UNITS))
        for name, key in MENU.items()
    ]


async def introduce(bot: Bot, texts: Localisation) -> None:
    """Set the menu and the descriptions: Malay by default, and each language for the apps set to it.

    A failure is logged and changes nothing else: the bot works without them.

    Args:
        bot: The bot.
        texts: Both languages' texts.
    """
    for code, language in (("", Language.MS), ("ms", Language.MS), ("en", Language.EN)):
        long = texts.label(Phrase(MessageKey.PROFILE_DESCRIPTION), language)
        short = texts.label(Phrase(MessageKey.PROFILE_SHORT_DESCRIPTION), language)
        try:
            await bot.set_my_commands(menu(texts, language), language_code=code or None)
            await bot.set_my_description(limits.cut(long, limits.DESCRIPTION_UNITS), code or None)
            await bot.set_my_short_description(limits.cut(short, limits.SHORT_DESCRIPTION_UNITS), code or None)
        except TelegramError as error:
            _LOGGER.warning("The command menu could not be set (%s)", type(error).__name__)
