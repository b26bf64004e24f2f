"""How a class moves on: each step takes a session and gives the next one, or says why it cannot be done now."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from knowledge.quiz.plan import Timing
from knowledge.quiz.session import ClassRuleError, Fault, Phase, Session, Window, is_after

READING_S: Final = 5.0
"""How long a question stays after everyone has answered, so that the explanation can be read."""
LONGEST_OPEN: Final = timedelta(days=14)
"""A class that nobody ends, ends by itself after this."""


def open_lobby(session: Session, now: datetime, questions: int) -> Session:
    """The plan is settled: students may join.

    Raises:
        ClassRuleError: it is no draft, or has no questions.
    """
    _need(session, Phase.DRAFT)
    if not questions:
        raise ClassRuleError(Fault.NO_QUESTIONS)
    return replace(session, phase=Phase.LOBBY, windows=(Window(),) * questions, opened_at=now)


def start(session: Session, now: datetime) -> Session:
    """The first question, or at one's own pace all of them, may be asked.

    Raises:
        ClassRuleError: it is not waiting to start.
    """
    _need(session, Phase.LOBBY)
    plan, begun = session.plan, replace(session, phase=Phase.RUNNING, started_at=now)
    if plan.timing.is_together:
        return _opened(begun, 0, now)
    windows = tuple(replace(window, opened_at=now) for window in session.windows)
    closes_at = now + timedelta(seconds=plan.seconds) if plan.timing is Timing.SESSION else None
    return replace(begun, windows=windows, closes_at=closes_at)


def pause(session: Session, now: datetime) -> Session:
    """The clock stands still and nothing new is asked; what was asked may be answered.

    Raises:
        ClassRuleError: it is not running.
    """
    _need(session, Phase.RUNNING)
    return replace(session, phase=Phase.PAUSED, paused_at=now)


def resume(session: Session, now: datetime) -> Session:
    """The clock goes on with what was left of it.

    Raises:
        ClassRuleError: it is not paused.
    """
    _need(session, Phase.PAUSED)
    assert session.paused_at is not None
    return replace(session.moved(now - session.paused_at), phase=Phase.RUNNING, paused_at=None)


def extend(session: Session, seconds: int) -> Session:
    """More time for the open question, or for the session.

    Raises:
        ClassRuleError: it is not running, or no clock runs.
    """
    _need(session, Phase.RUNNING, Phase.PAUSED)
    if session.closes_at is None and not any(window.is_open and window.closes_at for window in session.windows):
        raise ClassRuleError(Fault.NO_CLOCK)
    return session.moved(timedelta(seconds=seconds))


def advance(session: Session, now: datetime) -> Session:
    """Close the question that everyone has and ask the next; after the last one nothing is open.

    Raises:
        ClassRuleError: it is not running, or everyone is at their own pace.
    """
    _need(session, Phase.RUNNING)
    number = session.current
    if number is None:
        raise ClassRuleError(Fault.NO_OPEN_QUESTION)
    return _past(session, number, now, is_skipped=False)


def skip(session: Session, number: int, now: datetime) -> Session:
    """Leave a question out: it counts for nobody, whoever answered it already.

    Raises:
        ClassRuleError: it is not running, or the question is not open.
    """
    _need(session, Phase.RUNNING)
    if number not in range(len(session.windows)) or not session.windows[number].is_open:
        raise ClassRuleError(Fault.NO_OPEN_QUESTION)
    return _past(session, number, now, is_skipped=True)


def end(session: Session, now: datetime) -> Session:
    """The end, from any state: nothing is asked or counted any more.

    Raises:
        ClassRuleError: it has ended already.
    """
    _need(session, Phase.DRAFT, Phase.LOBBY, Phase.RUNNING, Phase.PAUSED)
    windows = tuple(replace(one, closed_at=now) if one.is_open else one for one in session.windows)
    return replace(session, phase=Phase.ENDED, windows=windows, ended_at=now, paused_at=None)


def shifted(session: Session, standstill: timedelta) -> Session:
    """The server did not run for a while: that time counts for nobody."""
    return session.moved(standstill) if session.phase is Phase.RUNNING else session


def tick(session: Session, now: datetime, waiting: int, unanswered: int) -> Session:
    """What time itself does; the same session when it does nothing.

    Args:
        session: The class.
        now: The moment.
        waiting: How many students have not answered the question that everyone has; 0 is "all have".
        unanswered: How many answers are missing in all that can still be given.
    """
    if session.phase not in (Phase.DRAFT, Phase.ENDED) and _is_forgotten(session, now):
        return end(session, now)
    if session.phase is not Phase.RUNNING:
        return session
    if not session.plan.timing.is_together:
        is_over = session.closes_at is not None and is_after(now, session.closes_at)
        return end(session, now) if is_over and not session.plan.late_allowed else session
    number = session.current
    if number is None:
        return session if session.plan.late_allowed and unanswered else end(session, now)
    noted = _settled(session, number, now, waiting)
    return _past(noted, number, now, is_skipped=False) if _is_over(noted.windows[number], now) else noted


def _is_forgotten(session: Session, now: datetime) -> bool:
    since = session.started_at or session.opened_at
    return since is not None and now - since > LONGEST_OPEN


def _settled(session: Session, number: int, now: datetime, waiting: int) -> Session:
    window = session.windows[number]
    if session.plan.timing is Timing.LED or (waiting == 0) == (window.settled_at is not None):
        return session
    return session.with_window(number, lambda one: replace(one, settled_at=None if waiting else now))


def _is_over(window: Window, now: datetime) -> bool:
    if window.settled_at is not None and now - window.settled_at >= timedelta(seconds=READING_S):
        return True
    return window.closes_at is not None and is_after(now, window.closes_at)


def _past(session: Session, number: int, now: datetime, *, is_skipped: bool) -> Session:
    closed = session.with_window(number, lambda one: replace(one, closed_at=now, is_skipped=is_skipped))
    following = number + 1
    if session.current != number or following == len(session.windows):
        return closed
    return _opened(closed, following, now)


def _opened(session: Session, number: int, now: datetime) -> Session:
    has_clock = session.plan.timing is Timing.QUESTION
    closes_at = now + timedelta(seconds=session.plan.seconds) if has_clock else None
    return session.with_window(number, lambda one: replace(one, opened_at=now, closes_at=closes_at))


def _need(session: Session, *phases: Phase) -> None:
    if session.phase not in phases:
        raise ClassRuleError(Fault.NOT_IN_THIS_PHASE)
