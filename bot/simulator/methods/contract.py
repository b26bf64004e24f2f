"""What every Bot API method is given and returns."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.simulator.params import ApiParams
from bot.simulator.webhook import Webhook
from bot.simulator.world import World


@dataclass(frozen=True, slots=True)
class Backend:
    """What methods work on."""

    world: World
    webhook: Webhook


ApiMethod: TypeAlias = Callable[[Backend, ApiParams], Awaitable[object]]
"""Takes the backend and the parameters, returns `result` as JSON, raises `ApiError`."""
