"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage(s)."""

from typing import Final

from bot.simulator import limits
from bot.simulator.entities import FormattedText
from bot.simulator.errors import refuse
from bot.simulator.formatting import read_text
from bot.simulator.keyboard import read_keyboard
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.methods.sending import read_caption
from bot.simulator.methods.targets import message_in, writable_chat
from bot.simulator.model import Message
from bot.simulator.params import ApiParams
from bot.simulator.serialise import message_json
from bot.simulator.world import World

_NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def _edit_text(backend: Backend, params: ApiParams) -> object:
    message = _editable(backend.world, params)
    content = read_text(params, "text", limits.TEXT_CHARS, too_long="message is too long")
    if not content:
        refuse("message text is empty")
    if message.media:
        refuse("there is no text in the message to edit")
    return _apply(backend.world, params, message, content)


async def _edit_caption(backend: Backend, params: ApiParams) -> object:
    message = _editable(backend.world, params)
    if message.media is None or message.poll:
        refuse("there is no caption in the message to edit")
    return _apply(backend.world, params, message, read_caption(params))


async def _edit_markup(backend: Backend, params: ApiParams) -> object:
    message = _editable(backend.world, params)
    return _apply(backend.world, params, message, message.content)


async def _delete(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    message = message_in(chat, params.integer("message_id"), "message to delete not found")
    is_old = backend.world.clock.unix() - message.date > limits.DELETABLE_S
    may_delete = message.is_from_bot or chat.is_private or chat.bot_status == "administrator"
    if is_old or not may_delete:
        refuse("message can't be deleted")
    _remove(backend.world, message)
    return True


async def _delete_many(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    for message_id in params.array("message_ids"):
        message = chat.messages.get(message_id) if isinstance(message_id, int) else None
        if message and (message.is_from_bot or chat.is_private):
            _remove(backend.world, message)
    return True


def _remove(world: World, message: Message) -> None:
    message.is_deleted = True
    del message.chat.messages[message.id]
    world.changed(message, "delete")


def _editable(world: World, params: ApiParams) -> Message:
    if params.has("inline_message_id"):
        message = world.inline_messages.get(params.text("inline_message_id"))
        if message is None or message.is_deleted:
            refuse("MESSAGE_ID_INVALID")
        return message
    chat = writable_chat(world, params)
    message = message_in(chat, params.integer("message_id"), "message to edit not found")
    if not message.is_from_bot or message.forward_origin or message.service:
        refuse("message can't be edited")
    return message


def _apply(world: World, params: ApiParams, message: Message, content: FormattedText) -> object:
    keyboard = read_keyboard(params.mapping("reply_markup"))
    if (content, keyboard) == (message.content, message.keyboard):
        refuse(_NOT_MODIFIED)
    if content != message.content:
        message.edit_date = world.clock.unix()
    message.content, message.keyboard = content, keyboard
    world.changed(message)
    return True if message.inline_message_id else message_json(message)


METHODS: Final[dict[str, ApiMethod]] = {
    "editMessageText": _edit_text,
    "editMessageCaption": _edit_caption,
    "editMessageReplyMarkup": _edit_markup,
    "deleteMessage": _delete,
    "deleteMessages": _delete_many,
}
