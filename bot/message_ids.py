"""Which message ids Telegram has given out, as far as the bot has seen.

In private chats and basic groups an account's messages, sent and received, are numbered by one counter that only grows
(https://core.telegram.org/api/updates: they share one message box); supergroups number their own. So a letter whose
sending broke off has, if it arrived, an id above all that were seen before it was begun.
"""

from collections import OrderedDict, deque
from typing import Any, Final

from telegram import Update

_REMEMBERED: Final = 20_000
_SENT_REMEMBERED: Final = 64


class MessageIds:
    """The ids of private chats. One event loop's."""

    def __init__(self) -> None:
        """Starts with none."""
        self.highest = 0
        self._known: OrderedDict[int, None] = OrderedDict()
        self._sent: deque[tuple[float, int]] = deque(maxlen=_SENT_REMEMBERED)

    def note_sent(self, result: object, begun_s: float) -> None:
        """Note what a sending call gave back.

        Args:
            result: The decoded answer of the Bot API.
            begun_s: When the call was begun, on the event loop's clock.
        """
        if isinstance(result, dict) and _is_private(result.get("chat")):
            self.note(result["message_id"])
            self._sent.append((begun_s, result["message_id"]))

    def given_after(self, moment_s: float) -> int | None:
        """Tell the lowest id that a call begun after a moment brought; None when there was none yet.

        Args:
            moment_s: On the event loop's clock.
        """
        return min((number for begun_s, number in self._sent if begun_s > moment_s), default=None)

    def note_received(self, update: Update) -> None:
        """Note a person's message.

        Args:
            update: Any update.
        """
        message = update.message
        if message is not None and message.chat.type == message.chat.PRIVATE:
            self.note(message.message_id)

    def note(self, message_id: int) -> None:
        """Note an id: it belongs to a message that is known."""
        self.highest = max(self.highest, message_id)
        self._known[message_id] = None
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def is_known(self, message_id: int) -> bool:
        """Whether it belongs to a message that is known."""
        return message_id in self._known


def _is_private(chat: Any) -> bool:  # noqa: ANN401 - JSON
    return isinstance(chat, dict) and chat.get("type") == "private"
