"""An answer counts by when it came in, not by when its turn came."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram import PollAnswer, Update, User

import bot.arrivals
from bot.arrivals import Arrivals

BEGUN = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


class Clock:
    """Tells a moment that the test moves."""

    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        """Tell it."""
        return self.now

    def pass_s(self, seconds: float) -> None:
        """Move it on."""
        self.now += timedelta(seconds=seconds)


def answer(number: int) -> Update:
    """A poll answer's update."""
    given = PollAnswer("1", (0,), User(7, "Aina", is_bot=False), option_persistent_ids=("0",))
    return Update(number, poll_answer=given)


def test_the_moment_noted_is_the_moment_told() -> None:
    """However long it waited for its turn."""
    clock = Clock()
    arrivals = Arrivals(clock)
    arrivals.note(answer(1))
    clock.pass_s(30)
    assert arrivals.take(answer(1)) == BEGUN


def test_an_update_given_again_keeps_its_first_moment() -> None:
    """Telegram repeats what was not confirmed; the person answered before that."""
    clock = Clock()
    arrivals = Arrivals(clock)
    arrivals.note(answer(1))
    clock.pass_s(2)
    arrivals.note(answer(1))
    assert arrivals.take(answer(1)) == BEGUN


def test_what_was_not_noted_arrives_now() -> None:
    """Also what was told once before: it is forgotten then."""
    clock = Clock()
    arrivals = Arrivals(clock)
    arrivals.note(answer(1))
    arrivals.take(answer(1))
    clock.pass_s(5)
    assert arrivals.take(answer(1)) == clock.now
    assert arrivals.take(answer(2)) == clock.now


def test_only_answers_to_polls_are_remembered() -> None:
    """Messages carry a date of their own."""
    clock = Clock()
    arrivals = Arrivals(clock)
    arrivals.note(Update(1))
    clock.pass_s(5)
    assert arrivals.take(Update(1)) == clock.now


def test_the_oldest_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded; those that came last keep their moment."""
    monkeypatch.setattr(bot.arrivals, "_REMEMBERED", 2)
    clock = Clock()
    arrivals = Arrivals(clock)
    for number in (1, 2, 3):
        arrivals.note(answer(number))
        clock.pass_s(1)
    assert arrivals.take(answer(1)) == clock.now
    assert arrivals.take(answer(2)) == BEGUN + timedelta(seconds=1)
    assert arrivals.take(answer(3)) == BEGUN + timedelta(seconds=2)
