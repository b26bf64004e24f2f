"""Where time is taken."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.bench.clocks import CLOCKS, LapLoop, clocks_running
from bot.bench.stopwatch import Lap, Stage, Stopwatch, current_lap, measured
from bot.bench.traffic import Traffic, play
from bot.ordering import ChatOrderProcessor
from bot.simulator import Simulator
from knowledge.store.database import Database
from tests.bot.bot_world import BotWorld


def test_the_product_is_as_before_when_the_bench_ends() -> None:
    """Every wrapped method is the very one it was."""
    owners = {owner for owner, _, _ in CLOCKS} | {ChatOrderProcessor}
    before = {owner: dict(vars(owner)) for owner in owners}
    with clocks_running(Stopwatch()):
        assert all(vars(owner)[name] is not before[owner][name] for owner, name, _ in CLOCKS)
    assert {owner: dict(vars(owner)) for owner in owners} == before


def test_a_session_of_the_database_is_timed_and_works(database: Database) -> None:
    """The wrapped context manager still gives its session."""
    stopwatch = Stopwatch()
    with clocks_running(stopwatch), stopwatch.lap(), database.session(read_only=True) as session:
        assert session.is_active
    assert Stage.STORE in stopwatch.take()[0].seconds


def test_threads_know_whose_message_they_work_on() -> None:
    """A stage in a worker thread counts for the message that asked for it, and so does the wait for the thread."""
    stopwatch = Stopwatch()

    def work() -> bool:
        with measured(Stage.RENDER):
            return current_lap() is not None

    async def one_message(pool: ThreadPoolExecutor) -> bool:
        with stopwatch.lap():
            return await asyncio.get_running_loop().run_in_executor(pool, work)

    with ThreadPoolExecutor(1) as pool, asyncio.Runner(loop_factory=LapLoop) as runner:
        assert runner.run(one_message(pool))
        assert runner.run(asyncio.to_thread(current_lap)) is None
    (lap,) = stopwatch.take()
    assert set(lap.seconds) == {Stage.RENDER, Stage.WAIT, Stage.WHOLE}


async def test_every_message_is_a_lap(world: BotWorld, simulator: Simulator) -> None:
    """Messages of several people at once keep their times apart."""
    stopwatch = Stopwatch()
    with clocks_running(stopwatch):
        await play(simulator, Traffic(("satu", "dua", "tiga"), rate=1000))
        laps: list[Lap] = []

        def look() -> bool:
            laps.extend(stopwatch.take())
            return len(laps) == 3

        await world.until(look, "three laps")
    assert all({Stage.SEND, Stage.WHOLE} <= set(lap.seconds) for lap in laps)
