"""A file somebody sent, fetched from Telegram when an action asks for it."""

import asyncio
from functools import partial
from typing import Final

from telegram import Bot, Message
from telegram.error import TelegramError

from actions.attachment import Attachment
from actions.errors import AttachmentNotFetchedError

_LONGEST_S: Final = 60.0


def attachment_of(message: Message) -> Attachment | None:
    """Read the document or picture a message carries; called on the event loop.

    Args:
        message: What a person sent.
    """
    document, pictures = message.document, message.photo
    loop, bot = asyncio.get_running_loop(), message.get_bot()
    if document is not None and message.animation is None:
        fetch = partial(_fetch, loop, bot, document.file_id)
        return Attachment(document.file_name or "", document.mime_type or "", document.file_size or 0, False, fetch)
    if pictures:
        largest = pictures[-1]
        fetch = partial(_fetch, loop, bot, largest.file_id)
        return Attachment("", "image/jpeg", largest.file_size or 0, True, fetch)
    return None


def _fetch(loop: asyncio.AbstractEventLoop, bot: Bot, file_id: str) -> bytes:
    """Fetch a file's bytes from another thread than the loop's."""
    fetching = asyncio.run_coroutine_threadsafe(_download(bot, file_id), loop)
    try:
        return fetching.result(_LONGEST_S)
    except (TelegramError, TimeoutError) as error:
        fetching.cancel()
        raise AttachmentNotFetchedError from error


async def _download(bot: Bot, file_id: str) -> bytes:
    file = await bot.get_file(file_id)
    return bytes(await file.download_as_bytearray())
