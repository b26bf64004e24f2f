"""Which updates get in at all: floods and the further pictures of an album do not."""

from collections import OrderedDict
from typing import Final

from telegram import Message, Update

from bot.flood import INLINE_LIMITS, Admission, FloodGate, FloodLimits
from bot.incoming import expects_answer, sender_id

_REMEMBERED: Final = 1000


class UpdateGate:
    """Decides at arrival, so that a flood never stands in line. Only what the bot would answer counts."""

    def __init__(self, limits: FloodLimits) -> None:
        """Starts with nobody known.

        Args:
            limits: How much one person may send.
        """
        self._messages = FloodGate(limits)
        self._inline = FloodGate(INLINE_LIMITS)
        self._albums: OrderedDict[str, None] = OrderedDict()
        self._warnings: OrderedDict[int, int] = OrderedDict()

    def admit(self, update: Update) -> bool:
        """Decide about an update.

        Args:
            update: What Telegram sent.

        Returns:
            False when it is to be passed over in silence.
        """
        person = str(sender_id(update))
        if update.inline_query:
            return self._inline.admit(person) is Admission.HANDLED
        if update.message and self._is_further_picture(update.message):
            return False
        if not _is_answered(update):
            return True
        admission = self._messages.admit(person)
        if admission is Admission.WARNED:
            self._warn(update.update_id, self._messages.seconds_until_heard(person))
        return admission is not Admission.SILENT

    def is_warning(self, update_id: int) -> bool:
        """Whether an admitted update is to be answered with "too fast".

        Args:
            update_id: Its id.
        """
        return update_id in self._warnings

    def take_warning(self, update_id: int) -> int:
        """Tell how long the person should wait; the warning is then forgotten.

        Args:
            update_id: The id of an update to be warned of.

        Returns:
            Seconds.
        """
        return self._warnings.pop(update_id)

    def _warn(self, update_id: int, seconds: int) -> None:
        self._warnings[update_id] = seconds
        if len(self._warnings) > _REMEMBERED:
            self._warnings.popitem(last=False)

    def _is_further_picture(self, message: Message) -> bool:
        """Whether another part of the same album was seen and this one adds no words."""
        album = message.media_group_id
        if album is None:
            return False
        seen = album in self._albums
        self._albums[album] = None
        if len(self._albums) > _REMEMBERED:
            self._albums.popitem(last=False)
        return seen and not message.caption


def _is_answered(update: Update) -> bool:
    return update.callback_query is not None or (update.message is not None and expects_answer(update.message))
