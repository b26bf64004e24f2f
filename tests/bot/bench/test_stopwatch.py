"""Laps and their stages, on a clock that a test moves."""

import pytest

from bot.bench.report import stage_times
from bot.bench.stopwatch import Stage, Stopwatch, current_lap, measured


class HandClock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def read(self) -> float:
        """The time."""
        return self.now_s

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.now_s += seconds


@pytest.fixture
def clock() -> HandClock:
    """At nought."""
    return HandClock()


@pytest.fixture
def stopwatch(clock: HandClock) -> Stopwatch:
    """With no laps."""
    return Stopwatch(clock.read)


def test_a_stage_within_another_counts_for_itself_only(clock: HandClock, stopwatch: Stopwatch) -> None:
    """So the stages of a message add up to its whole time."""
    with stopwatch.lap():
        clock.pass_by(1)
        with measured(Stage.FUSE):
            clock.pass_by(2)
            with measured(Stage.EMBED):
                clock.pass_by(4)
                with measured(Stage.STORE):
                    clock.pass_by(8)
            clock.pass_by(16)
    (lap,) = stopwatch.take()
    assert lap.seconds == {Stage.FUSE: 18, Stage.EMBED: 4, Stage.STORE: 8, Stage.WHOLE: 31}


def test_uses_of_a_stage_add_up(clock: HandClock, stopwatch: Stopwatch) -> None:
    """A message that reads the store twice has spent both times there."""
    with stopwatch.lap():
        for seconds in (1, 2):
            with measured(Stage.STORE):
                clock.pass_by(seconds)
    assert stopwatch.take()[0].seconds[Stage.STORE] == 3


def test_a_stage_that_fails_is_timed_and_counted(clock: HandClock, stopwatch: Stopwatch) -> None:
    """A parser that gives no answer has taken time all the same."""
    with stopwatch.lap(), pytest.raises(ValueError, match="no answer"), measured(Stage.NLU):  # noqa: PT012
        clock.pass_by(0.4)
        raise ValueError("no answer")
    lap = stopwatch.take()[0]
    assert lap.failed == {Stage.NLU}
    assert lap.seconds[Stage.NLU] == 0.4


def test_outside_of_a_message_nothing_is_counted(clock: HandClock, stopwatch: Stopwatch) -> None:
    """What the bot does in the background belongs to no message."""
    with measured(Stage.STORE):
        clock.pass_by(1)
    assert current_lap() is None
    assert stopwatch.take() == []


def test_laps_are_handed_out_once(clock: HandClock, stopwatch: Stopwatch) -> None:
    """What was idle is not counted again under load."""
    with stopwatch.lap():
        clock.pass_by(1)
    assert len(stopwatch.take()) == 1
    assert stopwatch.take() == []


def test_what_no_stage_explains_is_shown(clock: HandClock, stopwatch: Stopwatch) -> None:
    """The table of stages has a row for the rest, and none for stages that no message had."""
    with stopwatch.lap():
        clock.pass_by(0.25)
        with measured(Stage.SEND):
            clock.pass_by(0.5)
    times = {made.stage: made.ms.p50 for made in stage_times(stopwatch.take())}
    assert times == {"send": 500, "whole": 750, "other": 250}
