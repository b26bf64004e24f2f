import pytest

from knowledge.entry import FactCheck, Guideline, Status
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import NOW, World


def ask(world: World, entry: str, people: int) -> None:
    """Let so many people get an answer."""
    for number in range(people):
        world.services.questions.record(f"p{number}", entry, "confirmed", NOW)


def test_latest_lists_five_by_date(world: World, black_dot: FactCheck) -> None:
    """The newest first, with verdict and date in words, each behind a number."""
    world.store(*(black_dot.model_copy(update={"id": f"c-{n}", "review_date": f"2026-01-0{n}"}) for n in range(1, 8)))
    for reply in (world.command("latest", language=Language.MS), world.say("terbaru", Intent.LATEST_FACT_CHECKS)):
        assert world.presses(reply) == ["show:c-7", "show:c-6", "show:c-5", "show:c-4", "show:c-3"]
        assert len(reply.messages[0].buttons) == 1
    text = world.read(world.command("latest", language=Language.MS))
    assert "1. ❌ PALSU · Kertas undi bertanda titik hitam" in text
    assert "(7 Januari 2026)" in text


def test_an_empty_store_has_no_latest(world: World) -> None:
    """An empty list says so and leaves a way on."""
    reply = world.command("latest")
    assert "No fact-check is published here yet" in world.read(reply)
    assert world.presses(reply)


@pytest.mark.parametrize(("people", "shown"), [(5, False), (6, True)])
def test_small_counts_are_not_told(world: World, black_dot: FactCheck, people: int, shown: bool) -> None:
    """A number is given only above five people: a small one could point at who asked."""
    world.store(black_dot)
    ask(world, "black-dot", people)
    assert ("asked by 6 people" in world.read(world.command("trending"))) is shown
    assert "asked by 5" not in world.read(world.command("trending"))


def test_trending_lists_published_fact_checks_only(
    world: World, black_dot: FactCheck, aid: FactCheck, tiktok_ads: Guideline
) -> None:
    """Withdrawn claims, guidelines and entries that are gone are left out."""
    world.store(black_dot, tiktok_ads)
    world.store(aid, status=Status.WITHDRAWN)
    for entry in ("black-dot", "tt-ads", "aid-rm2000", "gone"):
        ask(world, entry, 2)
    assert world.presses(world.command("trending")) == ["show:black-dot"]


def test_trending_is_honest_when_empty(world: World) -> None:
    """Nobody asked: said as it is."""
    reply = world.say("apa yang viral", Intent.TRENDING_CLAIMS, Language.MS)
    assert "Tiada sesiapa menerima jawapan" in world.read(reply)
    assert world.presses(reply)
