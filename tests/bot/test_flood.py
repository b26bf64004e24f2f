"""Token buckets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flood import Admission, FloodGate, FloodLimits


class Clock:
    """A clock a test moves."""

    now_s = 0.0

    def __call__(self) -> float:
        """The time it stands at."""
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    """A clock that stands."""
    return Clock()


def test_warned_once_then_silent_until_drained(clock: Clock) -> None:
    """Over the limit comes one warning, then silence until half the burst is free; then all is well again."""
    gate = FloodGate(FloodLimits(burst=4, per_second=1.0), clock)
    assert [gate.admit("aina") for _ in range(7)] == [Admission.HANDLED] * 4 + [Admission.WARNED] + [
        Admission.SILENT
    ] * 2
    assert gate.seconds_until_heard("aina") == 2
    clock.now_s = 1.9
    assert gate.admit("aina") is Admission.SILENT
    clock.now_s = 2.0
    assert gate.admit("aina") is Admission.HANDLED


def test_others_are_not_affected(clock: Clock) -> None:
    """Each person has a bucket of their own."""
    gate = FloodGate(FloodLimits(burst=1, per_second=0.1), clock)
    gate.admit("aina")
    assert gate.admit("aina") is Admission.WARNED
    assert gate.admit("ben") is Admission.HANDLED


@given(pauses=st.lists(st.floats(0, 5), max_size=80))
def test_never_more_than_burst_and_rate(pauses: list[float]) -> None:
    """However messages are spaced, no more are handled than the burst and the rate allow."""
    clock = Clock()
    gate, handled = FloodGate(FloodLimits(burst=3, per_second=0.5), clock), 0
    for pause_s in pauses:
        clock.now_s += pause_s
        handled += gate.admit("aina") is Admission.HANDLED
    assert handled <= 3 + 0.5 * clock.now_s + 1e-6
