"""The handle a test holds to act as one person."""

from typing import TYPE_CHECKING, Literal

from bot.simulator import people
from bot.simulator.chat_handle import DEFAULT_WAIT_S, AnsweredInline, Press, SimulatedChat
from bot.simulator.errors import person_cannot
from bot.simulator.model import Chat, Document, ForwardOrigin, InlineResult, Message, Person
from bot.simulator.params import Upload

if TYPE_CHECKING:
    from bot.simulator.client import Simulator


class SimulatedPerson:
    """One person as a test acts for them; `chat` None always means their private chat."""

    def __init__(self, simulator: "Simulator", person: Person) -> None:
        """Wraps a person.

        Args:
            simulator: Where they live.
            person: Their data.
        """
        self._simulator = simulator
        self._world = simulator.world
        self.data = person

    @property
    def id(self) -> int:
        """Their Telegram id, also that of their private chat."""
        return self.data.id

    async def send(self, text: str, *, chat: SimulatedChat | None = None) -> Message:
        """Sends text.

        Args:
            text: 1-4096 characters.
            chat: Where.

        Returns:
            The message.

        Raises:
            PersonCannotError: As `people.send`; so for all senders below.
        """
        return self._send(people.Draft(text), chat)

    async def forward(
        self,
        text: str,
        origin_name: str,
        *,
        origin_kind: Literal["hidden_user", "channel"] = "hidden_user",
        chat: SimulatedChat | None = None,
    ) -> Message:
        """Forwards text that came from somewhere else.

        Args:
            text: What it says.
            origin_name: Who "Forwarded from" names.
            origin_kind: A person with a hidden account, or a channel.
            chat: Where to.

        Returns:
            The message.
        """
        origin = ForwardOrigin(self._world.clock.unix() - 60, origin_name, origin_kind, channel_id=-1_001_111_111_111)
        return self._send(people.Draft(text, origin=origin), chat)

    async def forward_message(self, message: Message, *, chat: SimulatedChat | None = None) -> Message:
        """Forwards a message they can see.

        Args:
            message: Which.
            chat: Where to.

        Returns:
            The new message.
        """
        return self._send(people.forward_draft(message), chat)

    async def reply_to(self, message: Message, text: str) -> Message:
        """Replies to a message where it stands.

        Args:
            message: Which.
            text: The reply.

        Returns:
            The new message.
        """
        return self._send(people.Draft(text, reply_to=message), self._simulator.chat_handle(message.chat.id))

    async def send_photo(self, data: bytes, caption: str = "", *, chat: SimulatedChat | None = None) -> Message:
        """Sends a picture.

        Args:
            data: PNG or JPEG bytes.
            caption: At most 1024 characters.
            chat: Where.

        Returns:
            The message.
        """
        photo = self._world.files.add_photo(Upload("photo.jpg", "image/jpeg", data))
        return self._send(people.Draft(caption, media=photo), chat)

    async def send_document(
        self, name: str, data: bytes, caption: str = "", *, chat: SimulatedChat | None = None
    ) -> Message:
        """Sends a file.

        Args:
            name: Its file name, from which its type is guessed.
            data: Its bytes.
            caption: At most 1024 characters.
            chat: Where.

        Returns:
            The message.
        """
        file = self._world.files.add(Upload(name, "", data), "documents")
        return self._send(people.Draft(caption, media=Document(file)), chat)

    async def edit(self, message: Message, text: str) -> None:
        """Changes their own message.

        Args:
            message: Which.
            text: What it says now.

        Raises:
            PersonCannotError: As `people.edit`.
        """
        self._begin(message.chat)
        people.edit(self._world, self.data, message, text)

    async def press(self, message: Message, label_or_data: str) -> Press:
        """Presses a callback button.

        Args:
            message: The message it stands under.
            label_or_data: Its label, a unique part of it, or its callback data.

        Returns:
            The press, whose `answer()` can be awaited.

        Raises:
            PersonCannotError: If there is no such button, or it is not a callback button.
        """
        button = people.find_button(message, label_or_data)
        self._begin(message.chat)
        return Press(self._simulator, people.press(self._world, self.data, message, button))

    async def open_url_button(self, message: Message, label: str) -> Message:
        """Opens a button whose address is a deep link to this bot.

        Args:
            message: The message it stands under.
            label: Its label.

        Returns:
            The "/start ..." message sent in the private chat.

        Raises:
            PersonCannotError: If the address leads anywhere else.
        """
        button = people.find_button(message, label)
        payload = people.deep_link_payload(self._world, button.value) if button.action == "url" else None
        if payload is None:
            person_cannot(f"“{label}” does not open this bot")
        return await self.open_deep_link(payload) if payload else await self.send("/start")

    async def open_deep_link(self, payload: str) -> Message:
        """Opens https://t.me/<bot>?start=<payload>, unblocking the bot if need be.

        Args:
            payload: 1-64 letters, digits, "_" or "-".

        Returns:
            The "/start <payload>" message.

        Raises:
            PersonCannotError: For a payload Telegram does not pass on.
        """
        self._begin(self._world.chats[self.id])
        return people.open_deep_link(self._world, self.data, payload)

    async def answer_poll(self, message: Message, *option_indexes: int) -> None:
        """Answers a poll; no index takes the answer back.

        Args:
            message: The message with the poll.
            *option_indexes: Chosen options, from 0.

        Raises:
            PersonCannotError: As `people.vote`.
        """
        self._begin(message.chat)
        people.vote(self._world, self.data, message, option_indexes)

    async def inline_query(
        self,
        text: str,
        *,
        chat: SimulatedChat | None = None,
        offset: str = "",
        timeout_s: float = DEFAULT_WAIT_S,
    ) -> AnsweredInline:
        """Types "@bot text" and waits for what the bot offers.

        Args:
            text: What follows the name.
            chat: Where they type.
            offset: `next_offset` of the answer before.
            timeout_s: Longest wait, seconds.

        Returns:
            The query and its answer.

        Raises:
            NoReplyError: If the bot did not answer in time.
        """
        query = people.ask_inline(self._world, self.data, text, chat=self._chat(chat).data, offset=offset)
        answer = await self._simulator.wait_until(lambda: query.answer, timeout_s, "inline answer")
        return AnsweredInline(query, answer)

    async def choose(
        self, answered: AnsweredInline, result: InlineResult, *, chat: SimulatedChat | None = None
    ) -> Message:
        """Sends one of the inline results.

        Args:
            answered: From `inline_query`.
            result: One of its results.
            chat: Where to.

        Returns:
            The message, "via" the bot.
        """
        target = self._chat(chat)
        target.forget_replies()
        return people.choose_inline(self._world, answered.query, result, target.data)

    async def block_bot(self) -> None:
        """Blocks the bot; its messages to this person then fail with 403."""
        self._world.set_bot_status(self._world.chats[self.id], self.data, "kicked")

    async def unblock_bot(self) -> None:
        """Takes the block back."""
        self._world.set_bot_status(self._world.chats[self.id], self.data, "member")

    async def remove_bot(self, group: SimulatedChat) -> None:
        """Removes the bot from a group.

        Args:
            group: A group they are in.
        """
        self._world.set_bot_status(group.data, self.data, "kicked")

    def _chat(self, chat: SimulatedChat | None) -> SimulatedChat:
        return chat or self._simulator.chat_handle(self.id)

    def _send(self, draft: people.Draft, chat: SimulatedChat | None) -> Message:
        target = self._chat(chat)
        target.forget_replies()
        return people.send(self._world, self.data, target.data, draft)

    def _begin(self, chat: Chat) -> None:
        self._simulator.chat_handle(chat.id).forget_replies()
