"""Handles a test holds to read a chat and to wait for what the bot does."""

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.simulator.model import (
    CallbackAnswer,
    CallbackQuery,
    Chat,
    InlineAnswer,
    InlineQuery,
    InlineResult,
    Message,
)
from bot.simulator.world import WorldEvent

if TYPE_CHECKING:
    from bot.simulator.client import Simulator

DEFAULT_WAIT_S: Final = 5.0


class SimulatedChat:
    """One chat as a test reads it.

    `wait_for_reply` counts from the last thing a person did here: it returns the bot's messages since
    then one by one, each once.
    """

    def __init__(self, simulator: "Simulator", chat: Chat) -> None:
        """Wraps a chat.

        Args:
            simulator: Where it exists.
            chat: Its data.
        """
        self._simulator = simulator
        self.data = chat
        self._replies: deque[Message] = deque()
        self._edits: deque[Message] = deque()

    @property
    def id(self) -> int:
        """The chat's Telegram id."""
        return self.data.id

    @property
    def messages(self) -> list[Message]:
        """All messages, oldest first, without deleted ones."""
        return list(self.data.messages.values())

    @property
    def bot_messages(self) -> list[Message]:
        """What the bot wrote, oldest first, without service notes."""
        return [message for message in self.messages if message.is_from_bot and not message.service]

    async def wait_for_reply(self, timeout_s: float = DEFAULT_WAIT_S) -> Message:
        """Waits for the bot's next message here.

        Args:
            timeout_s: Longest wait, seconds.

        Returns:
            The oldest one since the last person's action that was not returned yet.

        Raises:
            NoReplyError: If there is none in time.
        """
        await self._simulator.wait_until(lambda: self._replies, timeout_s, "reply")
        return self._replies.popleft()

    async def wait_for_edit(self, timeout_s: float = DEFAULT_WAIT_S) -> Message:
        """Waits until the bot edits a message here.

        Args:
            timeout_s: Longest wait, seconds.

        Returns:
            The edited message, as it now is.

        Raises:
            NoReplyError: If none is edited in time.
        """
        await self._simulator.wait_until(lambda: self._edits, timeout_s, "edit")
        return self._edits.popleft()

    def hear(self, event: WorldEvent) -> None:
        """Notes what happened here; called by the simulator.

        Args:
            event: Something about this chat.
        """
        message = event.message
        if message is None or message.service or not (message.is_from_bot or message.via_bot):
            return
        if event.kind == "message" and message.is_from_bot:
            self._replies.append(message)
        elif event.kind == "edit":
            self._edits.append(message)

    def forget_replies(self) -> None:
        """Skips what the bot wrote so far, so that the next wait is for something new."""
        self._replies.clear()
        self._edits.clear()


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button, to wait for the bot's answer to it."""

    simulator: "Simulator"
    query: CallbackQuery

    async def answer(self, timeout_s: float = DEFAULT_WAIT_S) -> CallbackAnswer:
        """Waits for answerCallbackQuery.

        Args:
            timeout_s: Longest wait, seconds.

        Returns:
            What the bot answered.

        Raises:
            NoReplyError: If it did not answer in time.
        """
        return await self.simulator.wait_until(lambda: self.query.answer, timeout_s, "callback answer")


@dataclass(frozen=True, slots=True)
class AnsweredInline:
    """An inline query with the bot's answer."""

    query: InlineQuery
    answer: InlineAnswer

    @property
    def results(self) -> tuple[InlineResult, ...]:
        """What the bot offered."""
        return self.answer.results
