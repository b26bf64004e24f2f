"""When answers to polls arrived. Telegram dates messages, but not these, and their turn may come seconds later."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import Final

from telegram import Update

_REMEMBERED: Final = 20_000


class Arrivals:
    """Notes the moment each came in. One event loop's."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        """Starts with none.

        Args:
            clock: Tells aware moments.
        """
        self._clock = clock
        self._noted: OrderedDict[int, datetime] = OrderedDict()

    def note(self, update: Update) -> None:
        """Note an update that has just come in; only answers to polls are remembered.

        Args:
            update: Any update.
        """
        if update.poll_answer is None:
            return
        self._noted.setdefault(update.update_id, self._clock())
        if len(self._noted) > _REMEMBERED:
            self._noted.popitem(last=False)

    def take(self, update: Update) -> datetime:
        """Tell when an update came in, and forget it; now, if that was not noted.

        Args:
            update: One with an answer to a poll.
        """
        return self._noted.pop(update.update_id, None) or self._clock()
