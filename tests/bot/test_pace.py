"""Pace: how fast things may start."""

import asyncio
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import REST_S, EvenPace, Gate, Pace


@given(
    most=st.integers(1, 5),
    span_s=st.floats(0.1, 10),
    gaps=st.lists(st.floats(0, 3), min_size=1, max_size=40),
)
def test_pace_never_starts_more_than_most_in_any_span(most: int, span_s: float, gaps: list[float]) -> None:
    """However calls come, any window holds at most `most`, and nobody is overtaken."""
    pace, now_s, starts = Pace(most, span_s), 0.0, list[float]()
    for gap_s in gaps:
        now_s += gap_s
        starts.append(now_s + pace.reserve(now_s))
    assert all(later - first > -1e-9 for first, later in pairwise(starts))
    for first, later in zip(starts, starts[most:], strict=False):
        assert later - first >= span_s - 1e-9


@given(most=st.integers(1, 30), gaps=st.lists(st.floats(0, 0.5), min_size=1, max_size=60))
def test_even_pace_is_even(most: int, gaps: list[float]) -> None:
    """However calls come, a second holds one more than `most` at the very most, and no three start together."""
    pace, now_s, starts = EvenPace(most, 1.0), 0.0, list[float]()
    for gap_s in gaps:
        now_s += gap_s
        starts.append(now_s + pace.reserve(now_s))
    assert all(later - first > -1e-9 for first, later in pairwise(starts))
    for first, later in zip(starts, starts[most + 1 :], strict=False):
        assert later - first >= 1.0 - 1e-9
    for first, third in zip(starts, starts[2:], strict=False):
        assert third - first >= 1 / most - 1e-9


def test_even_pace_gives_everything_it_has() -> None:
    """A hundred at once take a hundred places, none left empty."""
    pace = EvenPace(8, 1.0)
    assert max(pace.reserve(0.0) for _ in range(100)) == (100 - EvenPace.BURST) / 8


def test_a_chat_has_rested_a_second_after_the_last_end() -> None:
    """Before anything was sent there is nothing to rest from."""
    pace = Pace(3, 3.0)
    assert pace.rested_in_s(5.0) == 0
    pace.reserve(5.0)
    pace.ended(6.0)
    assert pace.rested_in_s(6.25) == pytest.approx(REST_S - 0.25)
    assert pace.rested_in_s(8.0) == 0


async def passes(gate: Gate, who: str, log: list[tuple[str, float]], takes_s: float = 0.0) -> None:
    """Pass the gate, note when, and take so long."""
    async with gate.passed(is_letter=who == "letter"):
        log.append((who, asyncio.get_running_loop().time()))
        await asyncio.sleep(takes_s)


async def test_no_letter_passes_while_an_answer_waits() -> None:
    """The letter came first and still goes last."""
    gate, log = Gate(50, 1.0), list[tuple[str, float]]()
    await asyncio.gather(passes(gate, "answer", log), passes(gate, "answer", log))
    await asyncio.gather(passes(gate, "letter", log), *(passes(gate, "answer", log) for _ in range(5)))
    assert [who for who, _ in log[2:]] == [*["answer"] * 5, "letter"]


async def test_who_was_held_up_with_the_whole_process_does_not_pass_in_a_burst() -> None:
    """After a standstill the line goes on evenly: at Telegram it would be a second's worth too many."""
    gate, log = Gate(50, 1.0), list[tuple[str, float]]()
    waiting = asyncio.gather(*(passes(gate, "answer", log) for _ in range(12)))
    await asyncio.sleep(0.01)
    time.sleep(0.2)  # the standstill
    await waiting
    times_s = [moment_s for _, moment_s in log]
    for first, third in zip(times_s[2:], times_s[4:], strict=False):
        assert third - first >= 1 / 50 - 1e-3


async def test_what_is_under_way_takes_a_place_until_it_may_no_longer_be_counted() -> None:
    """Calls that hang may all come in at one moment: the next waits until one of them ended a span ago."""
    gate, log = Gate(20, 0.1), list[tuple[str, float]]()
    many = 20 + Gate.SPARE
    begun_s = asyncio.get_running_loop().time()
    await asyncio.gather(*(passes(gate, "answer", log, 0.5) for _ in range(many + 1)))
    assert log[many - 1][1] - begun_s < 0.5
    assert log[many][1] - begun_s >= 0.6
