"""Where the time of each message goes, stage by stage."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """What is done for a message. `wait` is the time in line for a worker thread, `whole` from receipt to the end."""

    NLU = "nlu"
    EMBED = "embed"
    SEARCH = "search"
    FUSE = "fuse"
    STORE = "store"
    RENDER = "render"
    SEND = "send"
    WAIT = "wait"
    WHOLE = "whole"


class Lap:
    """The seconds of one message by stage.

    A stage within another counts for itself only, so the stages of a lap add up. Its stages may run in different
    threads, but never two at a time.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Starts with nothing measured.

        Args:
            clock: Seconds on a steady clock.
        """
        self.seconds: dict[Stage, float] = {}
        self.failed: set[Stage] = set()
        self._clock = clock
        self._inner: list[float] = []

    @contextmanager
    def measure(self, stage: Stage) -> Iterator[None]:
        """Count the block's time, less that of the stages within it.

        Args:
            stage: What the block does.
        """
        begun = self._clock()
        self._inner.append(0.0)
        try:
            yield
        except Exception:
            self.failed.add(stage)
            raise
        finally:
            took = self._clock() - begun
            self.add(stage, took - self._inner.pop())
            if self._inner:
                self._inner[-1] += took

    def add(self, stage: Stage, seconds: float) -> None:
        """Count time measured elsewhere.

        Args:
            stage: What it went to.
            seconds: How long.
        """
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds


class Stopwatch:
    """The finished laps, from any number of threads."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        """Starts with no laps.

        Args:
            clock: Seconds on a steady clock.
        """
        self._clock = clock
        self._laps: list[Lap] = []
        self._lock = threading.Lock()

    @contextmanager
    def lap(self) -> Iterator[Lap]:
        """Make the block, and whatever it calls, the work on one message."""
        lap, begun = Lap(self._clock), self._clock()
        token = _LAP.set(lap)
        try:
            yield lap
        finally:
            _LAP.reset(token)
            lap.add(Stage.WHOLE, self._clock() - begun)
            with self._lock:
                self._laps.append(lap)

    def take(self) -> list[Lap]:
        """Hand out the finished laps and forget them."""
        with self._lock:
            laps, self._laps = self._laps, []
        return laps


_LAP: Final[ContextVar[Lap | None]] = ContextVar("lap", default=None)


def current_lap() -> Lap | None:
    """The lap of the message that is being worked on, if any."""
    return _LAP.get()


@contextmanager
def measured(stage: Stage) -> Iterator[None]:
    """Count the block's time for the message being worked on; outside of one it is not counted.

    Args:
        stage: What the block does.
    """
    lap = current_lap()
    if lap is None:
        yield
        return
    with lap.measure(stage):
        yield
