"""Every exception of the bot package, and the one place where exceptions are reported.

BotError
├── MissingTextError           a text has no translation, or a parameter it needs was not given
├── TokenRefusedError          Telegram does not accept the bot's token
├── LetterTakenBackError       a letter is not to be sent any more
├── BotStoppedError            the bot was told to stop before it had started
└── SettingsError              a setting is wrong or cannot be kept
"""

import logging
import secrets

_LOGGER = logging.getLogger(__name__)


class BotError(Exception):
    """Base of every error this package raises on purpose."""


class MissingTextError(BotError):
    """A text has no translation, or a parameter it needs was not given."""


class TokenRefusedError(BotError):
    """Telegram does not accept the bot's token; starting again will not help."""

    def __init__(self) -> None:
        super().__init__("Telegram refused the bot's token.")


class BotStoppedError(BotError):
    """The bot was told to stop before it had started."""

    def __init__(self) -> None:
        super().__init__("The bot was told to stop before Telegram could be reached.")


class LetterTakenBackError(BotError):
    """A letter is not to be sent any more."""


class SettingsError(BotError):
    """A setting is wrong or cannot be kept; says which and how to mend it."""


def report(error: BaseException, doing: str) -> str:
    """Log an error under a short id that a person can be told and an operator can search for.

    Args:
        error: What happened.
        doing: What the bot was doing, in a few words and without anything a person wrote.

    Returns:
        The id: eight hexadecimal digits.
    """
    error_id = secrets.token_hex(4)
    _LOGGER.error("Error %s while %s", error_id, doing, exc_info=error)
    return error_id
