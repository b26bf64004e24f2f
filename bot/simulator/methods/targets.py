"""Finding the chat or message a call is about, with Telegram's answers when it is not there."""

from bot.simulator.errors import forbid, refuse
from bot.simulator.model import Chat, Message
from bot.simulator.params import ApiParams
from bot.simulator.world import World


def known_chat(world: World, params: ApiParams, field: str = "chat_id") -> Chat:
    """Finds a chat by id, whether or not the bot may write there.

    Args:
        world: The simulated world.
        params: The call's parameters.
        field: The parameter with the id.

    Returns:
        The chat.

    Raises:
        ApiError: 400 if it was not sent or does not exist.
    """
    if not params.has(field):
        refuse(f"{field} is empty")
    text = params.text(field)
    chat = world.chats.get(int(text)) if text.lstrip("-").isdigit() else None
    if chat is None:
        refuse("chat not found")
    return chat


def writable_chat(world: World, params: ApiParams, field: str = "chat_id") -> Chat:
    """Finds a chat the bot may write to.

    Args:
        world: The simulated world.
        params: The call's parameters.
        field: The parameter with the id.

    Returns:
        The chat.

    Raises:
        ApiError: 400 as `known_chat`; 403 if the bot is blocked, removed, or was never started.
    """
    chat = known_chat(world, params, field)
    if chat.is_private and not chat.person.has_started:
        forbid("bot can't initiate conversation with a user")
    if chat.is_private and not chat.is_bot_inside:
        forbid("bot was blocked by the user")
    if chat.bot_status == "kicked":
        forbid(f"bot was kicked from the {_group_word(chat)} chat")
    if not chat.is_bot_inside:
        forbid(f"bot is not a member of the {_group_word(chat)} chat")
    return chat


def message_in(chat: Chat, message_id: int, missing: str) -> Message:
    """Finds a message.

    Args:
        chat: Where it stands.
        message_id: Its id.
        missing: Telegram's wording when there is none.

    Returns:
        The message.

    Raises:
        ApiError: 400 if there is none.
    """
    message = chat.messages.get(message_id)
    if message is None:
        refuse(missing)
    return message


def replied_message(chat: Chat, params: ApiParams) -> Message | None:
    """Finds the message a new one replies to (`reply_parameters` or `reply_to_message_id`).

    Args:
        chat: Where the new message goes.
        params: The call's parameters.

    Returns:
        The message, or None if none was named, or if it is gone and the bot allowed for that.

    Raises:
        ApiError: 400 if it is gone.
    """
    reply = params.mapping("reply_parameters")
    message_id = reply.get("message_id", params.integer("reply_to_message_id"))
    if not isinstance(message_id, int) or not message_id:
        return None
    may_be_gone = reply.get("allow_sending_without_reply") is True or params.flag("allow_sending_without_reply")
    if may_be_gone and message_id not in chat.messages:
        return None
    return message_in(chat, message_id, "message to be replied not found")


def _group_word(chat: Chat) -> str:
    return "supergroup" if chat.kind == "supergroup" else "group"
