"""The world as the page sees it: Bot API JSON plus what only a person's app knows."""

from typing import Final

from bot.simulator.json_types import JsonObject
from bot.simulator.model import Chat, Document, InlineAnswer, Message, Person, Photo
from bot.simulator.serialise import message_json, user_json
from bot.simulator.world import World, WorldEvent

_MESSAGES_SHOWN: Final = 200


def state_view(world: World) -> JsonObject:
    """Shows everything, for a page that has just been opened.

    Args:
        world: The simulated world.

    Returns:
        The bot, all people, and all chats with their latest messages.
    """
    return {
        "bot": bot_view(world),
        "people": [user_json(person) for person in world.people.values()],
        "chats": [chat_view(chat) for chat in world.chats.values()],
    }


def bot_view(world: World) -> JsonObject:
    """Shows the bot's profile in every language it has.

    Args:
        world: The simulated world.

    Returns:
        The account, and `texts` by "<name>:<language code>".
    """
    texts = {f"{name}:{code}": text for (name, code), text in world.profile.texts.items()}
    return {**user_json(world.bot), "inline": world.bot.supports_inline, "texts": texts}


def chat_view(chat: Chat) -> JsonObject:
    """Shows one chat.

    Args:
        chat: The chat.

    Returns:
        Who is in it and its latest messages.
    """
    latest = list(chat.messages.values())[-_MESSAGES_SHOWN:]
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "members": list(chat.members),
        "bot_inside": chat.is_bot_inside,
        "pinned": chat.pinned_ids[-1] if chat.pinned_ids else None,
        "messages": [message_view(message) for message in latest],
    }


def message_view(message: Message) -> JsonObject:
    """Shows one message.

    Args:
        message: The message.

    Returns:
        Its Bot API JSON; `file_url` for media, `answers` by person for a poll, `via_bot`.
    """
    view = message_json(message)
    if isinstance(message.media, Photo | Document):
        view["file_url"] = f"/sim/file/{message.media.file.id}"
    if message.poll:
        view["answers"] = {str(person): list(choice) for person, choice in message.poll.answers.items()}
    if message.via_bot:
        view["via_bot"] = True
    return view


def commands_view(world: World, person: Person, chat: Chat) -> list[JsonObject]:
    """Shows the command menu one person has in a chat.

    Args:
        world: The simulated world.
        person: Who looks.
        chat: Where.

    Returns:
        Commands with descriptions, in the bot's order.
    """
    is_admin = not chat.is_private and person is next(iter(chat.members.values()))
    commands = world.profile.commands_for(person, chat, is_admin=is_admin)
    return [{"command": item.command, "description": item.description} for item in commands]


def event_view(world: World, event: WorldEvent) -> JsonObject:
    """Shows one event for the page's stream.

    Args:
        world: The simulated world.
        event: What happened.

    Returns:
        JSON with `kind` and what that kind needs.
    """
    view: JsonObject = {"kind": event.kind}
    if event.kind == "profile":
        view["bot"] = bot_view(world)
    if event.chat:
        view["chat_id"] = event.chat.id
        if event.kind in {"person", "chat", "pin"}:
            view["chat"] = chat_view(event.chat)
    if event.message:
        view["message_id"] = event.message.id
        view["message"] = message_view(event.message)
    if event.person:
        view["person"] = user_json(event.person)
    if event.callback and event.callback.answer:
        answer = event.callback.answer
        view.update(query_id=event.callback.id, text=answer.text, alert=answer.show_alert, url=answer.url)
    if event.inline and event.inline.answer:
        view.update(query_id=event.inline.id, query=event.inline.text, **_inline_view(event.inline.answer))
    return view


def _inline_view(answer: InlineAnswer) -> JsonObject:
    results = [{"id": result.id, "title": result.title, "description": result.description} for result in answer.results]
    return {"results": results, "button": {"label": answer.button_label, "start": answer.button_start}}
