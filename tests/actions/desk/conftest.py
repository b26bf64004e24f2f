"""What tests of the desk may ask for."""

from dataclasses import replace

import pytest

from tests.actions.action_world import World
from tests.actions.desk.desk_world import Clock, Desk


@pytest.fixture
def desk(world: World) -> Desk:
    """An empty desk with a clock that a test moves."""
    clock = Clock()
    world.services = replace(world.services, clock=clock)
    return Desk(world, clock)
