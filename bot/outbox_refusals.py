"""What Telegram means by refusing a letter, by the words it uses."""

from typing import Final

from telegram.error import BadRequest, Forbidden, TelegramError

_GONE: Final = ("chat not found", "user is deactivated", "user not found", "peer_id_invalid", "have no rights")
_DONE_EDITS: Final = ("message is not modified", "poll has already been closed")
_VOID_EDITS: Final = ("message to edit not found", "message can't be edited", "message_id_invalid", "poll to stop")


def is_address_gone(error: TelegramError) -> bool:
    """Whether nothing can be sent to that address any more."""
    return isinstance(error, Forbidden) or (isinstance(error, BadRequest) and _says(error, _GONE))


def is_edit_needless(error: BadRequest) -> bool:
    """Whether the message says already what it was to say, or is there no more."""
    return _says(error, (*_DONE_EDITS, *_VOID_EDITS))


def _says(error: TelegramError, words: tuple[str, ...]) -> bool:
    said = error.message.lower()
    return any(one in said for one in words)
