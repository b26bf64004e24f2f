"""sendMessage, sendChatAction, forwardMessage, copyMessage."""

from typing import Final

from bot.simulator import limits
from bot.simulator.entities import FormattedText
from bot.simulator.errors import refuse
from bot.simulator.formatting import read_text
from bot.simulator.keyboard import read_keyboard
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.methods.targets import known_chat, message_in, replied_message, writable_chat
from bot.simulator.model import Chat, ForwardOrigin, Message, Poll
from bot.simulator.params import ApiParams
from bot.simulator.serialise import message_json
from bot.simulator.world import World, WorldEvent


def new_message(world: World, chat: Chat, params: ApiParams) -> Message:
    """Begins a message of the bot with what all sending methods share.

    Args:
        world: The simulated world.
        chat: Where it goes.
        params: The call's parameters.

    Returns:
        The message, with its keyboard and reply, not yet in the chat.

    Raises:
        ApiError: 400 for a bad keyboard or a missing message to reply to.
    """
    keyboard = read_keyboard(params.mapping("reply_markup"))
    reply_to = replied_message(chat, params)
    message = world.compose(chat, world.bot)
    message.keyboard, message.reply_to = keyboard, reply_to
    message.is_protected = params.flag("protect_content")
    return message


def read_caption(params: ApiParams) -> FormattedText:
    """Reads `caption`.

    Args:
        params: The call's parameters.

    Returns:
        The caption, perhaps empty.

    Raises:
        ApiError: 400 for markup errors or too much text.
    """
    return read_text(params, "caption", limits.CAPTION_CHARS, too_long="message caption is too long")


async def _send_message(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    content = read_text(params, "text", limits.TEXT_CHARS, too_long="message is too long")
    if not content:
        refuse("message text is empty")
    message = new_message(backend.world, chat, params)
    message.content = content
    return message_json(backend.world.post(message))


async def _send_chat_action(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    if not params.has("action"):
        refuse("wrong parameter action in request")
    backend.world.announce(WorldEvent("typing", chat=chat))
    return True


async def _forward_message(backend: Backend, params: ApiParams) -> object:
    world = backend.world
    chat = writable_chat(world, params)
    source = message_in(
        known_chat(world, params, "from_chat_id"),
        params.integer("message_id"),
        "message to forward not found",
    )
    if source.is_protected or source.service:
        refuse("message can't be forwarded")
    message = new_message(world, chat, params)
    message.content, message.media = source.content, source.media
    message.forward_origin = source.forward_origin or ForwardOrigin(source.date, "", "user", source.sender)
    return message_json(world.post(message))


async def _copy_message(backend: Backend, params: ApiParams) -> object:
    world = backend.world
    chat = writable_chat(world, params)
    source = message_in(
        known_chat(world, params, "from_chat_id"), params.integer("message_id"), "message to copy not found"
    )
    if source.is_protected or source.service or isinstance(source.media, Poll):
        refuse("message can't be copied")
    message = new_message(world, chat, params)
    message.media = source.media
    has_new_caption = source.media is not None and params.has("caption")
    message.content = read_caption(params) if has_new_caption else source.content
    return {"message_id": world.post(message).id}


METHODS: Final[dict[str, ApiMethod]] = {
    "sendMessage": _send_message,
    "sendChatAction": _send_chat_action,
    "forwardMessage": _forward_message,
    "copyMessage": _copy_message,
}
