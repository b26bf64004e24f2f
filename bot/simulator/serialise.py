"""The simulated world as Bot API 10.0 JSON."""

from bot.simulator.entities import FormattedText, entity_json
from bot.simulator.json_types import JsonObject
from bot.simulator.keyboard import keyboard_json
from bot.simulator.model import (
    BotAccount,
    CallbackQuery,
    Chat,
    Document,
    ForwardOrigin,
    InlineQuery,
    Message,
    Person,
    Photo,
    Poll,
    ServiceNote,
    StoredFile,
)


def user_json(account: Person | BotAccount) -> JsonObject:
    """Writes a `User`.

    Args:
        account: A person or the bot.

    Returns:
        Its JSON, without fields that are empty.
    """
    payload: JsonObject = {
        "id": account.id,
        "is_bot": isinstance(account, BotAccount),
        "first_name": account.first_name,
    }
    if account.username:
        payload["username"] = account.username
    if isinstance(account, Person):
        payload["language_code"] = account.language_code
        if account.last_name:
            payload["last_name"] = account.last_name
    return payload


def chat_json(chat: Chat) -> JsonObject:
    """Writes a `Chat`.

    Args:
        chat: The chat.

    Returns:
        Its JSON.
    """
    if not chat.is_private:
        return {"id": chat.id, "type": chat.kind, "title": chat.title}
    payload: JsonObject = {"id": chat.id, "type": "private", "first_name": chat.person.first_name}
    if chat.person.username:
        payload["username"] = chat.person.username
    if chat.person.last_name:
        payload["last_name"] = chat.person.last_name
    return payload


def message_json(message: Message, *, with_reply: bool = True) -> JsonObject:
    """Writes a `Message`.

    Args:
        message: The message.
        with_reply: Whether to include the message it replies to (one level, as in Telegram).

    Returns:
        Its JSON.
    """
    payload: JsonObject = {
        "message_id": message.id,
        "date": message.date,
        "chat": chat_json(message.chat),
        "from": user_json(message.sender),
    }
    payload.update(_content_json(message))
    if message.service:
        payload.update(_service_json(message.service))
    if message.forward_origin:
        payload["forward_origin"] = origin_json(message.forward_origin)
    if with_reply and message.reply_to and not message.reply_to.is_deleted:
        payload["reply_to_message"] = message_json(message.reply_to, with_reply=False)
    if message.keyboard:
        payload["reply_markup"] = keyboard_json(message.keyboard)
    if message.edit_date is not None:
        payload["edit_date"] = message.edit_date
    if message.is_protected:
        payload["has_protected_content"] = True
    return payload


def text_json(name: str, formatted: FormattedText, entities_name: str) -> JsonObject:
    """Writes a text and its entities under the field names a Bot API type uses.

    Args:
        name: Field of the text.
        formatted: The text.
        entities_name: Field of the entities.

    Returns:
        One or two fields; none for empty text.
    """
    if not formatted:
        return {}
    payload: JsonObject = {name: formatted.text}
    if formatted.entities:
        payload[entities_name] = [entity_json(entity) for entity in formatted.entities]
    return payload


def _content_json(message: Message) -> JsonObject:
    if message.media is None:
        return text_json("text", message.content, "entities")
    payload = text_json("caption", message.content, "caption_entities")
    if isinstance(message.media, Photo):
        payload["photo"] = [photo_json(message.media)]
    elif isinstance(message.media, Document):
        payload["document"] = document_json(message.media)
    else:
        payload["poll"] = poll_json(message.media)
    return payload


def _service_json(note: ServiceNote) -> JsonObject:
    if note.kind == "new_chat_members":
        return {"new_chat_members": [user_json(person) for person in note.people]}
    if note.kind == "left_chat_member":
        return {"left_chat_member": user_json(note.people[0])}
    if note.kind == "pinned_message" and note.message:
        return {"pinned_message": message_json(note.message, with_reply=False)}
    return {"group_chat_created": True}


def origin_json(origin: ForwardOrigin) -> JsonObject:
    """Writes a `MessageOrigin`.

    Args:
        origin: Where a forwarded message came from.

    Returns:
        Its JSON.
    """
    payload: JsonObject = {"type": origin.kind, "date": origin.date}
    if origin.sender:
        payload["sender_user"] = user_json(origin.sender)
    elif origin.kind == "channel":
        payload["chat"] = {"id": origin.channel_id, "type": "channel", "title": origin.name}
        payload["message_id"] = 1
    else:
        payload["sender_user_name"] = origin.name
    return payload


def file_json(file: StoredFile) -> JsonObject:
    """Writes the fields every file type shares.

    Args:
        file: The stored file.

    Returns:
        Ids and size in bytes.
    """
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": len(file.data)}


def photo_json(photo: Photo) -> JsonObject:
    """Writes a `PhotoSize`.

    Args:
        photo: The picture.

    Returns:
        Its JSON.
    """
    return {**file_json(photo.file), "width": photo.width, "height": photo.height}


def document_json(document: Document) -> JsonObject:
    """Writes a `Document`.

    Args:
        document: The file.

    Returns:
        Its JSON.
    """
    return {
        **file_json(document.file),
        "file_name": document.file.name,
        "mime_type": document.file.mime_type,
    }


def poll_json(poll: Poll) -> JsonObject:
    """Writes a `Poll` as the bot that sent it sees it (the right answer included).

    Args:
        poll: The poll.

    Returns:
        Its JSON.
    """
    payload: JsonObject = {
        "id": poll.id,
        **text_json("question", poll.question, "question_entities"),
        "options": [
            {"persistent_id": str(index), "text": option.text, "voter_count": poll.votes(index)}
            for index, option in enumerate(poll.options)
        ],
        "total_voter_count": poll.voter_count,
        "is_closed": poll.is_closed,
        "is_anonymous": poll.is_anonymous,
        "type": "quiz" if poll.is_quiz else "regular",
        "allows_multiple_answers": poll.allows_multiple,
        "allows_revoting": poll.allows_revoting,
        "members_only": False,
        **text_json("explanation", poll.explanation, "explanation_entities"),
        **text_json("description", poll.description, "description_entities"),
    }
    if poll.is_quiz:
        payload["correct_option_ids"] = list(poll.correct)
    if poll.open_period_s is not None:
        payload["open_period"] = poll.open_period_s
    if poll.close_date is not None:
        payload["close_date"] = poll.close_date
    return payload


def poll_answer_json(poll: Poll, person: Person) -> JsonObject:
    """Writes a `PollAnswer`.

    Args:
        poll: A poll that is not anonymous.
        person: Who answered, or took their answer back.

    Returns:
        Its JSON.
    """
    choice = list(poll.answers.get(person.id, ()))
    return {
        "poll_id": poll.id,
        "user": user_json(person),
        "option_ids": choice,
        "option_persistent_ids": [str(index) for index in choice],
    }


def callback_json(query: CallbackQuery) -> JsonObject:
    """Writes a `CallbackQuery`.

    Args:
        query: The pressed button.

    Returns:
        Its JSON, with `inline_message_id` instead of the message when it was sent through inline mode.
    """
    payload: JsonObject = {
        "id": query.id,
        "from": user_json(query.person),
        "chat_instance": str(query.message.chat.id),
        "data": query.data,
    }
    if query.message.inline_message_id:
        payload["inline_message_id"] = query.message.inline_message_id
    else:
        payload["message"] = message_json(query.message)
    return payload


def inline_query_json(query: InlineQuery) -> JsonObject:
    """Writes an `InlineQuery`.

    Args:
        query: What was typed.

    Returns:
        Its JSON.
    """
    payload: JsonObject = {
        "id": query.id,
        "from": user_json(query.person),
        "query": query.text,
        "offset": query.offset,
    }
    if query.chat:
        payload["chat_type"] = "sender" if query.chat.is_private else query.chat.kind
    return payload


def bot_member_json(bot: BotAccount, status: str) -> JsonObject:
    """Writes the bot's own `ChatMember`.

    Args:
        bot: The bot.
        status: member, administrator, left or kicked.

    Returns:
        Its JSON with the fields each status requires.
    """
    payload: JsonObject = {"user": user_json(bot), "status": status}
    if status == "kicked":
        payload["until_date"] = 0
    if status == "administrator":
        payload.update(_ADMINISTRATOR_RIGHTS)
    return payload


_ADMINISTRATOR_RIGHTS: JsonObject = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_pin_messages": True,
}
