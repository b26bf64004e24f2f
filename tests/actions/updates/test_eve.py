"""The owners' switch in the chat."""

from knowledge.store.eve import PollingEve
from tests.actions.action_world import OWNER, World


def test_only_owners_turn_the_switch(world: World) -> None:
    """Others are told how to take part, and nothing is held back."""
    switch = PollingEve(world.services.updates.database)
    world.command("eve", address="chat")
    world.press("ueve", "on", address="chat")
    assert not switch.is_on()
    assert "switch is off" in world.read(world.command("eve", person=OWNER, address="chat"))
    turned = world.press("ueve", "on", person=OWNER, address="chat")
    assert "held back: 0" in world.read(turned)
    assert "ueve:off" in world.presses(turned)
    assert switch.is_on()
    assert "let go: 0" in world.read(world.press("ueve", "off", person=OWNER, address="chat"))
