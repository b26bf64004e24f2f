"""The simulated Telegram: who is there, what was said, and what the bot is told about it."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.simulator.clock import Clock
from bot.simulator.errors import person_cannot
from bot.simulator.faults import Faults
from bot.simulator.files import FileStore
from bot.simulator.json_types import JsonObject
from bot.simulator.model import (
    BotAccount,
    CallbackQuery,
    Chat,
    ChatKind,
    InlineQuery,
    Message,
    Person,
    Poll,
    ServiceNote,
)
from bot.simulator.profile import BotProfile
from bot.simulator.serialise import bot_member_json, chat_json, message_json, poll_json, user_json
from bot.simulator.updates import UpdateQueue
from bot.simulator.visibility import bot_sees

EventKind: TypeAlias = Literal[
    "person", "chat", "message", "edit", "delete", "poll", "pin", "typing", "callback", "inline", "profile"
]
DEFAULT_QUERY_LIFETIME_S = 30.0


@dataclass(frozen=True, slots=True)
class WorldEvent:
    """Something that happened, for pages and waiting tests; only the fields its kind needs are set."""

    kind: EventKind
    chat: Chat | None = None
    message: Message | None = None
    person: Person | None = None
    callback: CallbackQuery | None = None
    inline: InlineQuery | None = None


class World:
    """Everything that exists in one simulator. Not thread-safe: one event loop owns it."""

    def __init__(
        self,
        bot: BotAccount,
        clock: Clock,
        faults: Faults,
        query_lifetime_s: float = DEFAULT_QUERY_LIFETIME_S,
    ) -> None:
        """Starts with the bot and nobody else.

        Args:
            bot: The bot's account.
            clock: Tells dates and ages.
            faults: Applied to updates on their way to the bot.
            query_lifetime_s: Seconds in which callback and inline queries can be answered.
        """
        self.bot = bot
        self.clock = clock
        self.query_lifetime_s = query_lifetime_s
        self.updates = UpdateQueue(faults)
        self.files = FileStore()
        self.profile = BotProfile()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.polls: dict[str, Message] = {}
        self.callbacks: dict[str, CallbackQuery] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.inline_messages: dict[str, Message] = {}
        self._listeners: list[Callable[[WorldEvent], None]] = []
        self._timers: set[asyncio.TimerHandle] = set()
        self._person_ids = itertools.count(700_000_001)
        self._message_ids = itertools.count(1)
        self._query_ids = itertools.count(4_000_000_000_001)

    def listen(self, listener: Callable[[WorldEvent], None]) -> Callable[[], None]:
        """Adds a listener for everything that happens.

        Args:
            listener: Called at once for each event; it must not raise.

        Returns:
            A function that removes it.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, event: WorldEvent) -> None:
        """Tells all listeners.

        Args:
            event: What happened.
        """
        for listener in tuple(self._listeners):
            listener(event)

    def new_id(self) -> str:
        """Makes an id for a query or poll.

        Returns:
            Digits, never given out before.
        """
        return str(next(self._query_ids))

    def new_message_id(self) -> int:
        """Makes a message id.

        Returns:
            A number above all given out before.
        """
        return next(self._message_ids)

    def add_person(
        self,
        first_name: str,
        *,
        language_code: str = "ms",
        username: str | None = None,
        last_name: str | None = None,
    ) -> Person:
        """Creates someone, with an empty private chat with the bot.

        Args:
            first_name: Their name.
            language_code: Their app's language.
            username: Without "@".
            last_name: Their family name.

        Returns:
            The person.
        """
        person = Person(next(self._person_ids), first_name, language_code, username, last_name)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", members={person.id: person})
        self.announce(WorldEvent("person", person=person, chat=self.chats[person.id]))
        return person

    def add_group(self, title: str, members: list[Person], *, kind: ChatKind = "supergroup") -> Chat:
        """Creates a group to which its first member adds the bot.

        Args:
            title: Its name.
            members: At least one person.
            kind: "supergroup" or the older "group".

        Returns:
            The group; the bot is told that it was added.

        Raises:
            PersonCannotError: If nobody is in it.
        """
        if not members:
            person_cannot("a group needs at least one member")
        number = len(self.chats) + 1
        chat_id = -1_002_000_000_000 - number if kind == "supergroup" else -4_000_000_000 - number
        chat = Chat(chat_id, kind, title, {person.id: person for person in members}, bot_status="left")
        self.chats[chat_id] = chat
        self.announce(WorldEvent("chat", chat=chat))
        self.set_bot_status(chat, members[0], "member")
        return chat

    def set_bot_status(
        self, chat: Chat, by: Person, status: Literal["member", "administrator", "left", "kicked"]
    ) -> None:
        """Adds, promotes, removes or (in a private chat) blocks the bot, and tells it.

        Args:
            chat: Where.
            by: Who did it.
            status: The bot's new status.
        """
        was_inside, old = chat.is_bot_inside, chat.bot_status
        if status == old:
            return
        chat.bot_status = status
        self.updates.push("my_chat_member", self._status_change(chat, by, old, status))
        if not chat.is_private and chat.is_bot_inside != was_inside:
            kind: Literal["new_chat_members", "left_chat_member"]
            kind = "new_chat_members" if chat.is_bot_inside else "left_chat_member"
            self.post(self.compose(chat, by, service=ServiceNote(kind, (self.bot,))))
        self.announce(WorldEvent("chat", chat=chat))

    def compose(self, chat: Chat, sender: Person | BotAccount, *, service: ServiceNote | None = None) -> Message:
        """Makes an empty message with the next id, not yet in the chat.

        Args:
            chat: Where it will stand.
            sender: Who writes it.
            service: The note it carries if Telegram itself writes it.

        Returns:
            The message, to be filled in and given to `post`.
        """
        return Message(self.new_message_id(), chat, sender, self.clock.unix(), service=service)

    def post(self, message: Message) -> Message:
        """Puts a message into its chat, and into the bot's updates if it may see it.

        Args:
            message: A complete message.

        Returns:
            The same message.
        """
        message.chat.messages[message.id] = message
        if message.poll:
            self.polls.setdefault(message.poll.id, message)
        if bot_sees(self.bot, message):
            self.updates.push("message", message_json(message))
        self.announce(WorldEvent("message", chat=message.chat, message=message))
        return message

    def changed(self, message: Message, kind: EventKind = "edit") -> None:
        """Announces that a message is not what it was.

        Args:
            message: The message, already changed.
            kind: "edit", "delete", "poll" or "pin".
        """
        self.announce(WorldEvent(kind, chat=message.chat, message=message))

    def close_poll(self, poll: Poll) -> None:
        """Ends a poll and tells the bot.

        Args:
            poll: The poll; nothing happens if it has ended already.
        """
        if not poll.is_closed:
            poll.is_closed = True
            self.updates.push("poll", poll_json(poll))
            self.changed(self.polls[poll.id], "poll")

    def close_poll_later(self, poll: Poll, delay_s: float) -> None:
        """Ends a poll when its time is up.

        Args:
            poll: The poll.
            delay_s: Seconds from now.
        """
        handle = asyncio.get_running_loop().call_later(delay_s, self.close_poll, poll)
        self._timers.add(handle)

    def shut_down(self) -> None:
        """Stops every timer."""
        for handle in self._timers:
            handle.cancel()
        self._timers.clear()

    def _status_change(self, chat: Chat, by: Person, old: str, new: str) -> JsonObject:
        return {
            "chat": chat_json(chat),
            "from": user_json(by),
            "date": self.clock.unix(),
            "old_chat_member": bot_member_json(self.bot, old),
            "new_chat_member": bot_member_json(self.bot, new),
        }
