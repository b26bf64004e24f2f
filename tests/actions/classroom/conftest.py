import pytest

from tests.actions.action_world import World
from tests.actions.classroom.class_world import ClassWorld


@pytest.fixture
def room(world: World) -> ClassWorld:
    """An educator's empty world with twelve questions."""
    return ClassWorld(world)
