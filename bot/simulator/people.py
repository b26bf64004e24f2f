"""What people do in Telegram: each function here is one thing a person's app lets them do."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bot.simulator import limits
from bot.simulator.entities import FormattedText, with_detected
from bot.simulator.errors import person_cannot
from bot.simulator.json_types import JsonObject
from bot.simulator.keyboard import Button
from bot.simulator.model import (
    CallbackQuery,
    Chat,
    Document,
    ForwardOrigin,
    InlineQuery,
    InlineResult,
    Message,
    Person,
    Photo,
    Poll,
)
from bot.simulator.serialise import (
    callback_json,
    inline_query_json,
    message_json,
    poll_answer_json,
    poll_json,
    user_json,
)
from bot.simulator.visibility import bot_sees
from bot.simulator.world import World, WorldEvent

_DEEP_LINK: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person is about to send."""

    text: str = ""
    entities: FormattedText | None = None
    media: Photo | Document | Poll | None = None
    reply_to: Message | None = None
    origin: ForwardOrigin | None = None


def send(world: World, person: Person, chat: Chat, draft: Draft) -> Message:
    """Sends a message.

    Args:
        world: Where they live.
        person: Who sends.
        chat: A chat they are in.
        draft: What they send; text is stripped as in Telegram's apps.

    Returns:
        The message as it stands in the chat.

    Raises:
        PersonCannotError: For someone else's chat, a blocked bot, or empty or too long text.
    """
    text = (draft.entities.text if draft.entities else draft.text).strip()
    _check_can_write(person, chat)
    if not text and draft.media is None:
        person_cannot("an empty message cannot be sent")
    limit = limits.CAPTION_CHARS if draft.media else limits.TEXT_CHARS
    if len(text) > limit:
        person_cannot(f"a message holds at most {limit} characters, this has {len(text)}")
    message = world.compose(chat, person)
    message.content = draft.entities or with_detected(FormattedText(text))
    message.media, message.reply_to, message.forward_origin = draft.media, draft.reply_to, draft.origin
    if chat.is_private:
        person.has_started = True
    return world.post(message)


def forward_draft(source: Message) -> Draft:
    """Prepares to forward a message.

    Args:
        source: Any message the person can see.

    Returns:
        A draft with its content and where it first stood.

    Raises:
        PersonCannotError: For protected content and service notes.
    """
    if source.is_protected or source.service:
        person_cannot("this message cannot be forwarded")
    origin = source.forward_origin or ForwardOrigin(source.date, "", "user", source.sender)
    return Draft(entities=source.content, media=source.media, origin=origin)


def edit(world: World, person: Person, message: Message, text: str) -> None:
    """Changes the text or caption of one's own message.

    Args:
        world: Where they live.
        person: Who edits.
        message: Their message.
        text: The new text.

    Raises:
        PersonCannotError: For a message that is not theirs or is gone, and for empty text.
    """
    if message.sender is not person or message.is_deleted or message.forward_origin:
        person_cannot("only one's own message can be edited")
    if not text.strip() and message.media is None:
        person_cannot("a message cannot be edited to nothing")
    message.content = with_detected(FormattedText(text.strip()))
    message.edit_date = world.clock.unix()
    if bot_sees(world.bot, message):
        world.updates.push("edited_message", message_json(message))
    world.changed(message)


def press(world: World, person: Person, message: Message, button: Button) -> CallbackQuery:
    """Presses a callback button.

    Args:
        world: Where they live.
        person: Who presses.
        message: The message the button stands under.
        button: The button; old ones that the bot has since replaced still work, as in real life.

    Returns:
        The query the bot is asked to answer.

    Raises:
        PersonCannotError: For a deleted message or a button of another kind.
    """
    _check_inside(person, message.chat)
    if message.is_deleted:
        person_cannot("the message is gone")
    if button.action != "callback_data":
        person_cannot(f"“{button.label}” is not a callback button")
    query = CallbackQuery(world.new_id(), person, message, button.value, world.clock.now())
    world.callbacks[query.id] = query
    world.updates.push("callback_query", callback_json(query))
    return query


def find_button(message: Message, label_or_data: str) -> Button:
    """Finds a button by what it says or by its callback data.

    Args:
        message: A message with an inline keyboard.
        label_or_data: The label, or the data, or a unique part of the label.

    Returns:
        The button.

    Raises:
        PersonCannotError: If there is none, with the labels that are there.
    """
    buttons = message.keyboard.buttons if message.keyboard else ()
    for button in buttons:
        if label_or_data in {button.label, button.value}:
            return button
    partly = [button for button in buttons if label_or_data in button.label]
    labels = ", ".join(message.button_labels) or "none"
    if len(partly) != 1:
        person_cannot(f"no button “{label_or_data}” here; there are: {labels}")
    return partly[0]


def vote(world: World, person: Person, message: Message, options: tuple[int, ...]) -> None:
    """Answers a poll, or takes the answer back with no options.

    Args:
        world: Where they live.
        person: Who votes.
        message: The message with the poll.
        options: Chosen indexes, from 0.

    Raises:
        PersonCannotError: For what the app does not offer: a closed poll, a second answer to a quiz,
            several answers where one is asked, unknown options.
    """
    poll = message.poll
    _check_inside(person, message.chat)
    if poll is None:
        person_cannot("the message carries no poll")
    _check_vote(poll, person, options)
    if options:
        poll.answers[person.id] = options
    else:
        poll.answers.pop(person.id, None)
    world.updates.push("poll", poll_json(poll))
    if not poll.is_anonymous:
        world.updates.push("poll_answer", poll_answer_json(poll, person))
    world.changed(message, "poll")


def open_deep_link(world: World, person: Person, payload: str) -> Message:
    """Opens https://t.me/<bot>?start=<payload>.

    Args:
        world: Where they live.
        person: Who opens it.
        payload: 1-64 letters, digits, "_" or "-".

    Returns:
        The "/start <payload>" message their app sends.

    Raises:
        PersonCannotError: For a payload Telegram does not pass on.
    """
    if not _DEEP_LINK.fullmatch(payload):
        person_cannot(f"“{payload}” is not a deep-link payload")
    chat = world.chats[person.id]
    world.set_bot_status(chat, person, "member")
    return send(world, person, chat, Draft(f"/start {payload}"))


def deep_link_payload(world: World, url: str) -> str | None:
    """Recognises a link that opens the simulated bot.

    Args:
        world: Knows the bot's name.
        url: Any address.

    Returns:
        Its `start` payload ("" if it has none), or None for every other link.
    """
    parts = urlsplit(url)
    if parts.netloc.lower() not in {"t.me", "telegram.me"}:
        return None
    if parts.path.strip("/").lower() != world.bot.username.lower():
        return None
    return parse_qs(parts.query).get("start", [""])[0]


def ask_inline(world: World, person: Person, text: str, *, chat: Chat | None = None, offset: str = "") -> InlineQuery:
    """Types the bot's name and a query into a message field.

    Args:
        world: Where they live.
        person: Who types.
        text: What follows the name.
        chat: Where they type.
        offset: `next_offset` of the answer before, to see more.

    Returns:
        The query the bot is asked to answer.

    Raises:
        PersonCannotError: If the bot has no inline mode or the query is too long.
    """
    if not world.bot.supports_inline:
        person_cannot("this bot has no inline mode")
    if len(text) > limits.INLINE_QUERY_CHARS:
        person_cannot(f"an inline query holds at most {limits.INLINE_QUERY_CHARS} characters")
    query = InlineQuery(world.new_id(), person, text, offset, world.clock.now(), chat)
    world.inline_queries[query.id] = query
    world.updates.push("inline_query", inline_query_json(query))
    return query


def choose_inline(world: World, query: InlineQuery, result: InlineResult, chat: Chat) -> Message:
    """Picks one of the bot's inline results.

    Args:
        world: Where they live.
        query: The answered query.
        result: One of its results.
        chat: Where it is sent.

    Returns:
        The message, sent by the person "via" the bot.

    Raises:
        PersonCannotError: For someone else's chat or a blocked bot.
    """
    _check_can_write(query.person, chat)
    message = world.compose(chat, query.person)
    message.content, message.keyboard, message.via_bot = result.content, result.keyboard, True
    if result.keyboard:
        message.inline_message_id = f"SIMINLINE{message.id}"
        world.inline_messages[message.inline_message_id] = message
    if world.bot.inline_feedback:
        chosen: JsonObject = {"result_id": result.id, "from": user_json(query.person), "query": query.text}
        if message.inline_message_id:
            chosen["inline_message_id"] = message.inline_message_id
        world.updates.push("chosen_inline_result", chosen)
    return world.post(message)


def delete(world: World, person: Person, message: Message) -> None:
    """Deletes a message for everyone; bots are not told.

    Args:
        world: Where they live.
        person: Who deletes.
        message: Their own message, or any in a private chat.

    Raises:
        PersonCannotError: For someone else's message in a group.
    """
    if message.sender is not person and not message.chat.is_private:
        person_cannot("only one's own message can be deleted in a group")
    message.is_deleted = True
    message.chat.messages.pop(message.id, None)
    world.announce(WorldEvent("delete", chat=message.chat, message=message))


def _check_inside(person: Person, chat: Chat) -> None:
    if person.id not in chat.members:
        person_cannot(f"{person.full_name} is not in this chat")


def _check_can_write(person: Person, chat: Chat) -> None:
    _check_inside(person, chat)
    if chat.is_private and not chat.is_bot_inside:
        person_cannot(f"{person.full_name} has blocked the bot")


def _check_vote(poll: Poll, person: Person, options: tuple[int, ...]) -> None:
    if poll.is_closed:
        person_cannot("the poll is closed")
    if poll.answers.get(person.id) and not poll.allows_revoting:
        person_cannot("this poll takes one answer only, and it is given")
    if any(option not in range(len(poll.options)) for option in options):
        person_cannot("there is no such option")
    if len(options) > 1 and not poll.allows_multiple:
        person_cannot("only one option may be chosen")
