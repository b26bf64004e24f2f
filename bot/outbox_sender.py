"""Sends the letters of the outbox, beside the bot: paced, lanes taking turns, resumed after a crash.

Never lost: a letter stays open until Telegram said that it arrived. Never twice: it is marked as begun before the call,
and when nobody heard what became of the call (a crash, a broken connection), `bot/outbox_settling.py` finds out before
anything else is sent to that address. One process sends at a time; another takes over when it ends.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.errors import LetterTakenBackError, report
from bot.letters import LetterPress, Part
from bot.message_ids import MessageIds
from bot.outbox_refusals import is_address_gone, is_edit_needless
from bot.outbox_settling import Settler
from bot.pace import REST_S
from bot.rate_limiter import NEVER_SENT, retry_after_s
from knowledge.errors import KnowledgeError
from knowledge.store.outbox_queue import OpenLetter, OutboxQueue

_LOGGER = logging.getLogger(__name__)
_Result = TypeVar("_Result")

SLOTS: Final = 16
LOOK_EVERY_S: Final = 0.5
LONGEST_PAUSE_S: Final = 300.0
BLOCKED: Final = "blocked"
"""Why letters are dropped whose reader blocked the bot."""
_NONE: Final[list[OpenLetter]] = []


class OutboxSender:
    """One run of the sender."""

    def __init__(self, queue: OutboxQueue, press: LetterPress, ids: MessageIds, settled_after_s: float) -> None:
        """Starts with nothing in flight.

        Args:
            queue: The open letters.
            press: Talks to Telegram.
            ids: The message ids seen.
            settled_after_s: Seconds to wait before asking what became of a call that broke off.
        """
        self._queue = queue
        self._press = press
        self._ids = ids
        self._settler = Settler(press, queue, ids)
        self._settled_after_s = settled_after_s
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="outbox")
        self._wake = asyncio.Event()
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._settling = 0
        self._rests_until_s: dict[str, float] = {}
        self._paused_until_s = 0.0
        self._refused_at_s: tuple[str, float] = ("", 0.0)
        self._noted = 0

    def nudge(self) -> None:
        """Look for letters now: something was just done that may have written some."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled; what is in flight is then finished."""
        holding = self._queue.holding()
        try:
            await self._become_the_one(holding.take)
            await self._settle_what_was_left()
            while True:
                await self._keep_on(holding.take)
        finally:
            if self._busy:
                await asyncio.wait(list(self._busy.values()))
            await self._in_thread(holding.release)
            self._thread.shutdown(wait=False)

    async def _become_the_one(self, take: Callable[[], bool]) -> None:
        while not await self._safely(take, False):
            await asyncio.sleep(LOOK_EVERY_S)
            self._paused_until_s = time.monotonic() + LOOK_EVERY_S + REST_S  # another may have sent a moment ago
        self._ids.highest = max(self._ids.highest, await self._safely(self._queue.highest_message_id, 0))

    async def _settle_what_was_left(self) -> None:
        left = await self._safely(self._queue.left_over, _NONE)
        if left:
            _LOGGER.info("%d letters were being sent when the last run ended; finding out about them", len(left))
        for letter in left:
            self._start(letter, self._settle(letter))

    async def _keep_on(self, take: Callable[[], bool]) -> None:
        if not await self._safely(take, False):
            await asyncio.sleep(LOOK_EVERY_S)
            return
        now_s = time.monotonic()
        self._rests_until_s = {one: until_s for one, until_s in self._rests_until_s.items() if until_s > now_s}
        free = SLOTS - len(self._busy) + self._settling
        if free > 0 and now_s >= self._paused_until_s:
            kept_back = self._busy.keys() | self._rests_until_s.keys()
            for letter in await self._safely(lambda: self._queue.due(datetime.now(UTC), free, kept_back), _NONE):
                self._start(letter, self._deliver(letter))
        await self._note_highest()
        await self._until_something_happens()

    async def _until_something_happens(self) -> None:
        """Until a letter is done, somebody nudges, an address has rested, or it is time to look again."""
        waking = asyncio.create_task(self._wake.wait())
        resting = [until_s - time.monotonic() for until_s in self._rests_until_s.values()]
        timeout_s = max(0.02, min([LOOK_EVERY_S, *resting]))
        await asyncio.wait([waking, *self._busy.values()], timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
        waking.cancel()
        self._wake.clear()

    def _start(self, letter: OpenLetter, work: Coroutine[None, None, None]) -> None:
        before = self._busy.get(letter.address)

        async def in_turn() -> None:
            if before is not None:
                await asyncio.wait([before])
            await self._guarded(letter, work)

        task = asyncio.create_task(in_turn())
        self._busy[letter.address] = task

        def done(finished: asyncio.Task[None]) -> None:
            if self._busy.get(letter.address) is finished:
                del self._busy[letter.address]
                self._rests_until_s[letter.address] = time.monotonic() + REST_S

        task.add_done_callback(done)

    async def _guarded(self, letter: OpenLetter, work: Coroutine[None, None, None]) -> None:
        """Whatever goes wrong with one letter, the others go on."""
        try:
            await work
        except KnowledgeError as error:
            _LOGGER.warning("The outbox could not be written (%s)", type(error).__name__)
            self._pause(LOOK_EVERY_S)
        except Exception as error:
            report(error, "sending a letter; it is given up")
            await self._safely(lambda: self._queue.drop(letter, "failed"), None)

    async def _deliver(self, letter: OpenLetter) -> None:
        parts = await asyncio.to_thread(self._press.parts, letter)
        try:
            if letter.edit_number is not None:
                await self._press.edit(letter, parts[-1])
                await self._in_thread(lambda: self._queue.edited(letter))
            else:
                await self._send(letter, parts)
        except LetterTakenBackError:
            return
        except TelegramError as error:
            await self._after(error, letter)

    async def _send(self, letter: OpenLetter, parts: tuple[Part, ...]) -> None:
        floor = self._ids.highest

        async def begin() -> None:
            nonlocal floor
            floor = self._ids.highest
            if not await self._in_thread(lambda: self._queue.begin(letter, floor)):
                raise LetterTakenBackError

        arrival = await self._press.send(letter, parts[letter.part], begin)
        is_last = letter.part + 1 >= len(parts)
        await self._in_thread(lambda: self._queue.arrived(letter, arrival, is_last=is_last))

    async def _after(self, error: TelegramError, letter: OpenLetter) -> None:
        """Decide what a refusal or failure means for a letter."""
        if is_address_gone(error):
            problem = BLOCKED if isinstance(error, Forbidden) else "no such chat"
            dropped = await self._in_thread(lambda: self._queue.drop_address(letter.address, problem))
            _LOGGER.info("An address is gone (%s): %d letters to it are dropped", problem, dropped)
        elif isinstance(error, BadRequest):
            await self._refused(error, letter)
        elif isinstance(error, RetryAfter):
            self._slow_down(letter.address, retry_after_s(error))
            await self._again(letter, retry_after_s(error))
        elif letter.edit_number is not None or isinstance(error.__cause__, NEVER_SENT):
            pause_s = min(2.0**letter.attempts, LONGEST_PAUSE_S)
            self._pause(min(pause_s, 5.0))
            await self._again(letter, pause_s)
        else:
            await self._settle(letter)

    async def _refused(self, error: BadRequest, letter: OpenLetter) -> None:
        if letter.edit_number is not None and is_edit_needless(error):
            await self._in_thread(lambda: self._queue.edited(letter))
            return
        report(error, "sending a letter; Telegram refuses it")
        await self._in_thread(lambda: self._queue.drop(letter, "refused"))

    async def _settle(self, letter: OpenLetter) -> None:
        """Find out whether a letter arrived; if not it is sent again. Only its own address waits meanwhile."""
        self._settling += 1
        try:
            await self._find_out(letter)
        finally:
            self._settling -= 1

    async def _find_out(self, letter: OpenLetter) -> None:
        parts = await asyncio.to_thread(self._press.parts, letter)
        floored = await self._safely(lambda: self._queue.reread(letter), letter)
        while True:
            await asyncio.sleep(self._settled_after_s)
            try:
                arrival = await self._settler.find(floored, parts[letter.part])
            except (BadRequest, Forbidden) as error:
                await self._after(error, letter)
                return
            except TelegramError:
                continue
            break
        if arrival is None:
            await self._again(letter, 0.0)
        else:
            is_last = letter.part + 1 >= len(parts)
            await self._in_thread(lambda: self._queue.arrived(letter, arrival, is_last=is_last))

    async def _again(self, letter: OpenLetter, wait_s: float) -> None:
        moment = datetime.now(UTC) + timedelta(seconds=wait_s)
        await self._in_thread(lambda: self._queue.again(letter, moment))

    def _slow_down(self, address: str, wait_s: float) -> None:
        """One chat told to wait waits alone; when another is told so soon after, everything waits."""
        last, at_s = self._refused_at_s
        now_s = time.monotonic()
        if last and last != address and now_s - at_s < 5.0:
            self._pause(wait_s)
        self._refused_at_s = address, now_s

    def _pause(self, wait_s: float) -> None:
        self._paused_until_s = max(self._paused_until_s, time.monotonic() + min(wait_s, LONGEST_PAUSE_S))

    async def _note_highest(self) -> None:
        """Keep the highest id for the next run, now and then: every id seen narrows what a crash leaves open."""
        if self._ids.highest >= self._noted + 20:
            highest = self._ids.highest
            await self._safely(lambda: self._queue.note_highest(highest), None)
            self._noted = highest

    async def _safely(self, work: Callable[[], _Result], otherwise: _Result) -> _Result:
        try:
            return await self._in_thread(work)
        except KnowledgeError as error:
            _LOGGER.warning("The outbox could not be read or written (%s)", type(error).__name__)
            return otherwise

    async def _in_thread(self, work: Callable[[], _Result]) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
