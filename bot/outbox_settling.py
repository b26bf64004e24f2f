"""What became of a letter whose sending broke off: did it arrive?

The Bot API has no key that makes sending idempotent, and a bot cannot read its chats. But it can touch a message of its
own by id: `editMessageReplyMarkup` with the buttons the message has answers "message is not modified" when it is
there, and "message to edit not found" when it is not (a person's message "can't be edited"). Nothing changes in either
case. The ids to try are few:

- a private chat's ids come from one counter (`bot/message_ids.py`), so the letter's is above the highest that was seen
  before it was begun (`OpenLetter.floor`);
- once the call is over, it is below the id that a message sent after that brings; when none is sent for a moment, it
  is at most `MARGIN` above the highest seen: only letters in flight, and answers and messages that the crash kept from
  being noted, lie beyond;
- what is known to be another message, in whichever chat, is left out.

A letter is settled `SETTLED_AFTER_S` after its call broke off: Telegram may still have been carrying it out.

Limits, honestly: if in the moment of a crash more than `MOST_TRIED` messages came in that nobody noted, the letter may
not be found and is sent again; a power cut (not `kill -9`) may take SQLite's last writes with it, the mark among them.
"""

import asyncio
from datetime import UTC, datetime
from typing import Final

from telegram.error import BadRequest

from bot.letters import LetterPress, Part, QuizPart
from bot.message_ids import MessageIds
from knowledge.store.outbox_queue import Arrival, OpenLetter, OutboxQueue

MARGIN: Final = 64
MOST_TRIED: Final = 300
SETTLED_AFTER_S: Final = 3.0
_PAUSE_S: Final = 0.04
_WAIT_FOR_NEXT_S: Final = 1.0
_SAME: Final = "message is not modified"


class Settler:
    """Finds letters that arrived unnoticed."""

    def __init__(self, press: LetterPress, queue: OutboxQueue, ids: MessageIds) -> None:
        """Notes what is worked with.

        Args:
            press: Talks to Telegram.
            queue: Knows which ids are letters.
            ids: Knows which ids were seen.
        """
        self._press = press
        self._queue = queue
        self._ids = ids

    async def find(self, letter: OpenLetter, part: Part) -> Arrival | None:
        """Look for a letter's message.

        Args:
            letter: One whose sending broke off so long ago that the call is over.
            part: The message it was.

        Returns:
            Where it arrived; None when it did not.

        Raises:
            TelegramError: Telegram could not be asked.
        """
        low = (letter.floor or 0) + 1
        high = await self._ceiling(low)
        letters = await asyncio.to_thread(self._queue.taken_ids, low, high)
        open_ids = (one for one in range(low, high + 1) if one not in letters and not self._ids.is_known(one))
        for tried, number in enumerate(open_ids):
            if tried == MOST_TRIED:
                break
            if await self._is_there(letter, part, number):
                return await self._arrival(letter, part, number)
            await asyncio.sleep(_PAUSE_S)
        return None

    async def _ceiling(self, low: int) -> int:
        """The highest id it can have."""
        loop = asyncio.get_running_loop()
        over_s = loop.time()
        while loop.time() < over_s + _WAIT_FOR_NEXT_S:
            following = self._ids.given_after(over_s)
            if following is not None:
                return following - 1
            await asyncio.sleep(_PAUSE_S)
        return max(self._ids.highest, low) + MARGIN

    async def _is_there(self, letter: OpenLetter, part: Part, number: int) -> bool:
        try:
            await self._press.probe(letter, part, number)
        except BadRequest as error:
            return _SAME in error.message.lower()
        return True

    async def _arrival(self, letter: OpenLetter, part: Part, number: int) -> Arrival:
        self._ids.note(number)
        poll_id = await self._press.read_quiz(letter, part, number) if isinstance(part, QuizPart) else None
        return Arrival(number, poll_id, datetime.now(UTC))
