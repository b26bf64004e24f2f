"""What time itself does to classes: called again and again by the launcher, in a worker thread."""

import logging
from datetime import datetime, timedelta
from typing import Final

from actions.classroom.asking import ask_everyone
from actions.classroom.board import board_letter
from actions.classroom.letters import questions_prefix
from actions.classroom.reporting import report
from actions.services import Services
from knowledge.errors import ClassNotFoundError
from knowledge.quiz import session_steps as steps
from knowledge.quiz.roster import StoredClass
from knowledge.quiz.session import Phase, is_after
from knowledge.store.class_room import ClassRoom

_LOGGER = logging.getLogger(__name__)
STANDSTILL: Final = timedelta(seconds=4)
"""A longer silence of the server counts as time in which it did not run."""
PURGE_EVERY: Final = timedelta(minutes=10)
BOARD_EVERY: Final = timedelta(seconds=2)
"""Telegram counts edits too: a board that follows every answer would hold up what else the educator gets."""


class ClassClock:
    """Moves the classes of one database on. Only one at a time may tick: `bot/class_time.py` sees to it."""

    def __init__(self, services: Services) -> None:
        """Starts with the first tick.

        Args:
            services: What actions work with.
        """
        self._services = services
        self._boards: dict[int, tuple[datetime, str]] = {}
        self._purged_at: datetime | None = None

    def tick(self) -> None:
        """Do what is due now in every class; one that fails does not hold up the others."""
        classes, now = self._services.classes, self._services.clock()
        silence = classes.beat(now)
        standstill = silence if silence > STANDSTILL else timedelta(0)
        at_work = classes.at_work()
        for record in at_work:
            try:
                self._one(record, now, standstill)
            except ClassNotFoundError:
                continue
            except Exception:
                _LOGGER.exception("A class could not be moved on")
        self._boards = {one.id: self._boards[one.id] for one in at_work if one.id in self._boards}
        self._purge(now)

    def _one(self, record: StoredClass, now: datetime, standstill: timedelta) -> None:
        if record.session.phase is Phase.ENDED:
            if record.session.ended_at is None or is_after(now, record.session.ended_at):
                report(record.id, self._services)
            return
        with self._services.classes.room(record.id) as room:
            if standstill:
                room.move(steps.shifted(room.session, standstill))
            self._move(room, now)
            self._show(room, now)

    def _move(self, room: ClassRoom, now: datetime) -> None:
        progress, before = room.progress(), room.session
        room.move(steps.tick(before, now, progress.waiting(before.current), progress.unanswered(before)))
        if room.session == before:
            return
        if room.session.phase is Phase.ENDED:
            room.take_back(questions_prefix(room.record.id))
        elif room.session.current != before.current:
            if not before.plan.late_allowed:
                room.take_back(f"{questions_prefix(room.record.id)}{before.current}/")
            ask_everyone(room, now)

    def _show(self, room: ClassRoom, now: datetime) -> None:
        """Edit the board when it says something new, not more often than every two seconds."""
        shown_at, shown = self._boards.get(room.record.id, (None, ""))
        if shown_at is not None and now - shown_at < BOARD_EVERY and room.session.is_live:
            return
        letter = board_letter(room, now)
        if letter.payload != shown:
            room.repost(letter, now)
            self._boards[room.record.id] = now, letter.payload

    def _purge(self, now: datetime) -> None:
        if self._purged_at is None or now - self._purged_at >= PURGE_EVERY:
            self._services.classes.purge(now)
            self._purged_at = now
