"""People writing, and their answers counted."""

import time

import pytest

from bot.bench.remote_simulator import remote_simulator
from bot.bench.report import answering_of
from bot.bench.spread import Spread
from bot.bench.stopwatch import Lap, Stage
from bot.bench.traffic import Crowd, Traffic, TrafficResult, play
from bot.simulator import Simulator
from tests.bot.bot_world import BotWorld


async def test_every_answer_is_counted_once(world: BotWorld, simulator: Simulator) -> None:
    """At a rate and one by one alike, from a bot that answers everything."""
    del world
    for traffic in (Traffic(("satu", "dua", "tiga"), rate=1000), Traffic(("satu", "dua", "tiga"))):
        result = await play(simulator, traffic)
        assert (result.sent, len(result.latencies_ms)) == (3, 3)
        assert min(result.latencies_ms) > 0
        assert result.answering_s >= max(result.latencies_ms) / 1000


async def test_unanswered_messages_are_lost(simulator: Simulator) -> None:
    """Without a bot nobody is answered, and that is not forgotten."""
    crowd = Crowd(simulator)
    crowd.write("ada sesiapa?")
    crowd.write("hello?")
    assert not await crowd.all_answered(timeout_s=0.05)
    made = answering_of(crowd.result(), [], rate_asked=2, seconds=1, processor_s=0)
    assert (made.sent, made.answered, made.lost, made.answered_per_s) == (2, 0, 2, 0)


def test_falling_behind_lowers_the_rate() -> None:
    """30 answers that took 2 s are 15 a second, though all were sent within one."""
    result = TrafficResult(30, (5.0,) * 30, 0.97, 2.0)
    made = answering_of(result, [], rate_asked=30, seconds=1, processor_s=0.6)
    assert (made.sent_per_s, made.answered_per_s, made.lost, made.processor_ms) == (30, 15, 0, 20)
    assert made.latency_ms == Spread(30, 5, 5, 5, 5)


@pytest.mark.parametrize(("failed", "expected"), [({Stage.NLU}, 0), ({Stage.FUSE}, 1), ({Stage.STORE, Stage.NLU}, 1)])
def test_an_apology_is_no_answer(failed: set[Stage], expected: int) -> None:
    """A message for which something broke is counted; the bot does well without Rasa."""
    lap = Lap(time.monotonic)
    lap.failed |= failed
    result = TrafficResult(1, (5.0,), 0.0, 0.1)
    assert answering_of(result, [lap], rate_asked=1, seconds=1, processor_s=0).failed == expected


async def test_the_simulator_in_another_process_does_as_told() -> None:
    """It says where it is, plays traffic and ends; without a bot everything is lost, at once if nothing is sent."""
    async with remote_simulator() as simulator:
        assert simulator.address.base_url.startswith("http://127.0.0.1:")
        assert await simulator.play(Traffic(())) == TrafficResult(0, (), 0, 0)
