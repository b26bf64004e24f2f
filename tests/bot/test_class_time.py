"""One process of several keeps the classes' time."""

import asyncio
import contextlib
from typing import cast

import pytest

import bot.class_time
from actions.classroom.clock import ClassClock
from bot.class_time import keep_class_time
from knowledge.errors import StoreError
from tests.bot.bot_world import BotWorld


class CountingClock:
    """Counts its ticks; the first may fail."""

    def __init__(self, *, fails_first: bool = False) -> None:
        self.ticks = 0
        self._fails_first = fails_first

    def tick(self) -> None:
        """Count."""
        self.ticks += 1
        if self._fails_first and self.ticks == 1:
            raise StoreError("the database was away")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.class_time, "TICK_S", 0.01)


def keeping(world: BotWorld, clock: CountingClock) -> asyncio.Task[None]:
    """A process of its own, as far as the database knows."""
    holding = world.services.classes.holding()
    return asyncio.create_task(keep_class_time(cast("ClassClock", clock), holding, lambda: None))


async def ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def test_only_one_ticks_and_the_other_takes_over(unstarted: BotWorld) -> None:
    """The second does nothing until the first ends, then goes on in its place."""
    first, second = CountingClock(), CountingClock()
    one = keeping(unstarted, first)
    await unstarted.until(lambda: first.ticks > 0, "the first to tick")
    other = keeping(unstarted, second)
    ticks = first.ticks
    await unstarted.until(lambda: first.ticks > ticks + 3, "the first to go on")
    assert second.ticks == 0
    await ended(one)
    await unstarted.until(lambda: second.ticks > 0, "the second to tick")
    await ended(other)


async def test_a_failing_tick_is_followed_by_the_next(unstarted: BotWorld) -> None:
    """Classes go on when the database is back."""
    clock = CountingClock(fails_first=True)
    task = keeping(unstarted, clock)
    await unstarted.until(lambda: clock.ticks > 2, "more ticks")
    await ended(task)
