"""A class while it runs, as pure data, and what follows from it. `session_steps.py` moves it on.

Timers are kept here, by the server, never by Telegram's `open_period`: a poll that closes by itself can be neither
paused nor extended.

When an answer was given: Telegram's `poll_answer` carries no date, so the moment an update arrives stands for it. That
is never earlier than the true moment, and three rules keep it from ever being too late:
- arrival is noted when the update comes in, not when it is its turn to be handled;
- `GRACE_S` covers the way from the phone;
- while the bot was not running the clock stood still (`Session.moved`): what waited at Telegram meanwhile arrives
  before the deadline it had.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from knowledge.quiz.plan import ClassPlan

GRACE_S: Final = 4.0


class Phase(StrEnum):
    """Where a class is; a draft has no code yet."""

    DRAFT = "draft"
    LOBBY = "lobby"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Timeliness(StrEnum):
    """What becomes of an answer."""

    ON_TIME = "on_time"
    LATE = "late"
    """Counted, and marked."""
    REFUSED = "refused"


class Fault(StrEnum):
    """Why something cannot be done now."""

    NOT_IN_THIS_PHASE = "phase"
    NO_QUESTIONS = "no_questions"
    NO_OPEN_QUESTION = "no_open_question"
    NO_CLOCK = "no_clock"


class ClassRuleError(ValueError):
    """The rules do not allow it now."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Window:
    """When one question was open. `settled_at`: since when everyone has answered it."""

    opened_at: datetime | None = None
    closes_at: datetime | None = None
    settled_at: datetime | None = None
    closed_at: datetime | None = None
    is_skipped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it was asked and is neither closed nor skipped."""
        return self.opened_at is not None and self.closed_at is None and not self.is_skipped


@dataclass(frozen=True)
class Session:
    """A class at one moment. `closes_at` is the end of the whole session, where there is one."""

    plan: ClassPlan
    phase: Phase = Phase.DRAFT
    windows: tuple[Window, ...] = ()
    closes_at: datetime | None = None
    opened_at: datetime | None = None
    started_at: datetime | None = None
    paused_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def current(self) -> int | None:
        """The question that everyone has now; None when each has their own, or none is open."""
        if not self.plan.timing.is_together:
            return None
        return next((number for number, window in enumerate(self.windows) if window.is_open), None)

    @property
    def is_live(self) -> bool:
        """Whether it has begun and has not ended."""
        return self.phase in (Phase.RUNNING, Phase.PAUSED)

    def judge(self, number: int, given_at: datetime) -> Timeliness:
        """Decide what becomes of an answer.

        Args:
            number: Of the question, from 0.
            given_at: When it arrived; see the module.
        """
        if number not in range(len(self.windows)) or self.windows[number].opened_at is None:
            return Timeliness.REFUSED
        window = self.windows[number]
        if self.ended_at is not None and is_after(given_at, self.ended_at):
            return Timeliness.REFUSED
        ends = (window.closed_at, None if self.phase is Phase.PAUSED else self.deadline(window))
        if any(end is not None and is_after(given_at, end) for end in ends):
            return Timeliness.LATE if self.plan.late_allowed else Timeliness.REFUSED
        return Timeliness.ON_TIME

    def askable(self, order: tuple[int, ...], asked: frozenset[int], answered: frozenset[int]) -> int | None:
        """The question a student is to get next.

        Args:
            order: The student's own order of the questions.
            asked: What they got already; no question is asked twice.
            answered: What of that they answered; a new one waits for the one before.

        Returns:
            A question's number, from 0; None when there is none for now. Whoever came late to a class that goes
            together gets the one everyone has, then, where late answers count, the ones before.
        """
        if self.phase is not Phase.RUNNING:
            return None
        current = self.current
        if current is not None and current not in asked:
            return current
        if any(self.may_answer(number) for number in asked - answered):
            return None
        return next((number for number in order if number not in asked and self.may_answer(number)), None)

    def left_s(self, now: datetime) -> int | None:
        """Whole seconds until the open question or the session closes; None without a clock."""
        number = self.current
        deadline = self.closes_at if number is None else self.windows[number].closes_at
        if deadline is None:
            return None
        return max(0, round((deadline - (self.paused_at or now)).total_seconds()))

    def may_answer(self, number: int) -> bool:
        """Whether an answer to this question may still count."""
        window = self.windows[number]
        if window.opened_at is None or window.is_skipped:
            return False
        return window.closed_at is None or self.plan.late_allowed

    def deadline(self, window: Window) -> datetime | None:
        """When a question closes, or with it the session; None without a clock."""
        return window.closes_at if self.plan.timing.is_together else self.closes_at

    def with_window(self, number: int, change: Callable[[Window], Window]) -> "Session":
        """The same with one question's window changed."""
        changed = change(self.windows[number])
        return replace(self, windows=(*self.windows[:number], changed, *self.windows[number + 1 :]))

    def moved(self, by: timedelta) -> "Session":
        """Every deadline that is still ahead, later."""

        def later(window: Window) -> Window:
            if not window.is_open or window.closes_at is None:
                return window
            return replace(window, closes_at=window.closes_at + by)

        closes_at = self.closes_at + by if self.closes_at else None
        return replace(self, windows=tuple(map(later, self.windows)), closes_at=closes_at)


def is_after(moment: datetime, deadline: datetime) -> bool:
    """Whether a moment is past a deadline, with the grace that the way from the phone takes."""
    return moment - deadline > timedelta(seconds=GRACE_S)
