"""Lets time pass for classes: beside the bot, once a second, in one process of all that share a database."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from actions.classroom.clock import ClassClock
from knowledge.errors import KnowledgeError
from knowledge.store.holding import Holding

_LOGGER = logging.getLogger(__name__)
TICK_S: Final = 1.0


async def keep_class_time(clock: ClassClock, holding: Holding, nudge: Callable[[], None]) -> None:
    """Tick until cancelled, while no other process does; when that one ends, go on in its place.

    Args:
        clock: Moves classes on; its work is done in a thread.
        holding: What only the process that ticks has.
        nudge: Called after each tick: letters may wait.
    """
    loop, thread = asyncio.get_running_loop(), ThreadPoolExecutor(1, thread_name_prefix="classes")

    def tick() -> None:
        if holding.take():
            clock.tick()

    try:
        while True:
            try:
                await loop.run_in_executor(thread, tick)
            except KnowledgeError as error:
                _LOGGER.error("Classes could not be moved on: %s", type(error).__name__)  # noqa: TRY400
            nudge()
            await asyncio.sleep(TICK_S)
    finally:
        await loop.run_in_executor(thread, holding.release)
        thread.shutdown(wait=False)
