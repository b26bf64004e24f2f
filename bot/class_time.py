"""Lets time pass for classes: beside the bot, once a second."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from actions.classroom.clock import ClassClock
from knowledge.errors import KnowledgeError

_LOGGER = logging.getLogger(__name__)
TICK_S: Final = 1.0


async def keep_class_time(clock: ClassClock, nudge: Callable[[], None]) -> None:
    """Tick until cancelled.

    Args:
        clock: Moves classes on; its work is done in a thread.
        nudge: Called after each tick: letters may wait.
    """
    while True:
        try:
            await asyncio.to_thread(clock.tick)
        except KnowledgeError as error:
            _LOGGER.error("Classes could not be moved on: %s", type(error).__name__)  # noqa: TRY400
        nudge()
        await asyncio.sleep(TICK_S)
