"""The daily digest: at the chosen hour, three items at most, one tap off."""

from dataclasses import replace
from datetime import datetime, timedelta

from actions.services import Services
from actions.updates.digests import MALAYSIA, write_due_digests
from knowledge.entry import FactCheck
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import ANN, World
from tests.actions.updates.test_telling import read

CHAT = {"address": "chat of Ann"}


def at(world: World, hour: int, days: int = 0) -> Services:
    """The same world at an hour in Malaysia, some days after today."""
    moment = datetime.now(MALAYSIA).replace(hour=hour, minute=5) + timedelta(days=days)
    return replace(world.services, clock=lambda: moment)


def subscribe(world: World, hour: str = "7") -> str:
    world.services = at(world, 10, days=-1)
    return world.read(world.press("uhour", hour, **CHAT))


def sent(world: World) -> list[str]:
    queue = world.services.outbox.queue("test")
    return [read(letter) for letter in queue.due(datetime.now(MALAYSIA) + timedelta(days=30), 50, ())]


def publish(world: World, black_dot: FactCheck, count: int, **changes: object) -> None:
    world.store(*(black_dot.model_copy(update={"id": f"e-{number}", **changes}) for number in range(count)))


def test_the_menu_offers_hours_and_says_what_is_kept(world: World) -> None:
    """By command and by message; a group has no digest."""
    menu = world.command("subscribe", **CHAT)
    assert "three newly checked claims" in world.read(menu)
    assert "uhour:7" in world.presses(menu)
    assert world.read(world.say("notify me", Intent.SUBSCRIBE_UPDATES, **CHAT)) == world.read(menu)
    assert "private chat" in world.read(world.command("subscribe"))


def test_a_digest_comes_once_a_day_at_its_hour(world: World, black_dot: FactCheck) -> None:
    """Three of what was published since, not before the hour, and once however often it is looked."""
    assert "7:00, about all topics" in subscribe(world)
    publish(world, black_dot, 4)
    tomorrow = at(world, 6, days=1)
    assert write_due_digests(tomorrow) == 0
    world.services = at(world, 7, days=1)
    assert write_due_digests(world.services) == 1
    assert write_due_digests(world.services) == 0
    (digest,) = sent(world)
    assert digest.count("FALSE") == 3
    world.services = at(world, 7, days=2)
    assert write_due_digests(world.services) == 1
    assert len(sent(world)) == 1  # nothing new, no message


def test_topics_are_respected(world: World, black_dot: FactCheck) -> None:
    """Who wants to hear of scams hears of nothing else."""
    subscribe(world)
    assert "about money and scams" in world.read(world.press("utopic", "money", **CHAT))
    publish(world, black_dot, 2)
    world.services = at(world, 9, days=1)
    write_due_digests(world.services)
    assert sent(world) == []


def test_one_tap_ends_it_and_deletes_it(world: World) -> None:
    """By button, by message, and with "delete my data"."""
    subscribe(world)
    assert "is off" in world.read(world.press("ustop", **CHAT))
    assert world.services.updates.subscription(ANN) is None
    assert "no daily digest" in world.read(world.say("stop", Intent.UNSUBSCRIBE_UPDATES, language=Language.EN))
    subscribe(world)
    world.press("erase", **CHAT)
    assert world.services.updates.subscription(ANN) is None
