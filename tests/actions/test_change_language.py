import pytest

from knowledge.text.language import Language
from nlu.intents import Intent
from nlu.parser import Entity
from tests.actions.action_world import ANN, World


@pytest.mark.parametrize(
    ("text", "language"),
    [("cakap bahasa melayu", Language.MS), ("English please", Language.EN), ("tukar ke BM", Language.MS)],
)
def test_a_named_language_is_taken(world: World, text: str, language: Language) -> None:
    """Naming one language switches to it at once, and says so in it."""
    reply = world.say(text, Intent.CHANGE_LANGUAGE)
    assert reply.language is language
    assert world.services.people.language(ANN) is language


def test_the_parsers_entity_counts_first(world: World) -> None:
    """What the parser marked as the language decides."""
    reply = world.say("inggeris ke melayu", Intent.CHANGE_LANGUAGE, entities=(Entity("language", "melayu", 12, 18),))
    assert reply.language is Language.MS


@pytest.mark.parametrize("text", ["change language", "melayu ke english?", "speak Mandarin"])
def test_an_open_wish_offers_both(world: World, text: str) -> None:
    """No language, both, or one we do not speak: the two are offered."""
    reply = world.say(text, Intent.CHANGE_LANGUAGE)
    assert world.presses(reply) == ["lang:ms", "lang:en"]
    assert world.services.people.language(ANN) is None


def test_a_pressed_language_is_kept(world: World) -> None:
    """A press chooses; a damaged one offers both again."""
    assert "bahasa Melayu" in world.read(world.press("lang", "ms"))
    assert world.services.people.language(ANN) is Language.MS
    assert world.presses(world.press("lang", "zz")) == ["lang:ms", "lang:en"]
