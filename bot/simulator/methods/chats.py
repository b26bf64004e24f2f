"""getChat, its members, pinned messages, leaveChat."""

from typing import Final

from bot.simulator.errors import refuse
from bot.simulator.json_types import JsonObject
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.methods.targets import known_chat, message_in, writable_chat
from bot.simulator.model import Chat, Person, ServiceNote
from bot.simulator.params import ApiParams
from bot.simulator.serialise import bot_member_json, chat_json, message_json, user_json


async def _get_chat(backend: Backend, params: ApiParams) -> object:
    chat = known_chat(backend.world, params)
    payload: JsonObject = {
        **chat_json(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    pinned = chat.messages.get(chat.pinned_ids[-1]) if chat.pinned_ids else None
    if pinned:
        payload["pinned_message"] = message_json(pinned, with_reply=False)
    return payload


async def _get_member(backend: Backend, params: ApiParams) -> object:
    chat = known_chat(backend.world, params)
    person_id = params.integer("user_id")
    if person_id == backend.world.bot.id:
        return bot_member_json(backend.world.bot, chat.bot_status)
    person = backend.world.people.get(person_id)
    if person is None:
        refuse("user not found")
    return _member_json(chat, person)


async def _get_administrators(backend: Backend, params: ApiParams) -> object:
    chat = known_chat(backend.world, params)
    if chat.is_private:
        refuse("there are no administrators in the private chat")
    owner = next(iter(chat.members.values()))
    found = [_member_json(chat, owner)]
    if chat.bot_status == "administrator":
        found.append(bot_member_json(backend.world.bot, "administrator"))
    return found


async def _count_members(backend: Backend, params: ApiParams) -> object:
    chat = known_chat(backend.world, params)
    return len(chat.members) + int(chat.is_bot_inside)


async def _pin(backend: Backend, params: ApiParams) -> object:
    world = backend.world
    chat = writable_chat(world, params)
    message = message_in(chat, params.integer("message_id"), "message to pin not found")
    if not chat.is_private and chat.bot_status != "administrator":
        refuse("not enough rights to manage pinned messages in the chat")
    if message.id not in chat.pinned_ids:
        chat.pinned_ids.append(message.id)
        world.post(world.compose(chat, world.bot, service=ServiceNote("pinned_message", message=message)))
        world.changed(message, "pin")
    return True


async def _unpin(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    if not chat.pinned_ids:
        refuse("message to unpin not found")
    message_id = params.integer("message_id", chat.pinned_ids[-1])
    if message_id not in chat.pinned_ids:
        refuse("message to unpin not found")
    chat.pinned_ids.remove(message_id)
    if message_id in chat.messages:
        backend.world.changed(chat.messages[message_id], "pin")
    return True


async def _leave(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    if chat.is_private:
        refuse("chat is not a group")
    backend.world.set_bot_status(chat, next(iter(chat.members.values())), "left")
    return True


def _member_json(chat: Chat, person: Person) -> JsonObject:
    if person.id not in chat.members:
        return {"user": user_json(person), "status": "left"}
    is_owner = not chat.is_private and person is next(iter(chat.members.values()))
    if is_owner:
        return {"user": user_json(person), "status": "creator", "is_anonymous": False}
    return {"user": user_json(person), "status": "member"}


METHODS: Final[dict[str, ApiMethod]] = {
    "getChat": _get_chat,
    "getChatMember": _get_member,
    "getChatAdministrators": _get_administrators,
    "getChatMemberCount": _count_members,
    "pinChatMessage": _pin,
    "unpinChatMessage": _unpin,
    "leaveChat": _leave,
}
