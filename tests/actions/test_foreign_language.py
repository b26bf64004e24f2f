import pytest

from knowledge.entry import FactCheck
from knowledge.matching import Decision
from nlu.intents import Intent
from tests.actions.action_world import World

LINES = {
    "zh": "马来文", "ta": "மலாய்", "hi": "मलय", "id": "Inggris", "ar": "الملايوية", "bn": "মালয়", "ne": "मलाय",
    "my": "မလေး", "th": "มลายู", "vi": "Mã Lai", "tl": "Malay at Ingles", "fil": "Malay at Ingles",
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(LINES.keys() - {"id"}))
def test_other_languages_get_a_line_of_their_own(world: World, code: str) -> None:
    """People read in their own language what is supported, and can still pass the message on."""
    reply = world.say("选票上有黑点", foreign_language=code)
    assert LINES[code] in world.read(reply)
    assert world.presses(reply) == ["lang:ms", "lang:en", "tip:"]


def test_indonesian_gets_its_line_and_the_usual_reply(world: World) -> None:
    """Malay mistaken for Indonesian loses nothing, and Indonesians can read the tips."""
    reply = world.say("mesin pemungutan suara diretas kemarin", foreign_language="id")
    assert LINES["id"] in world.read(reply)
    assert "There is no fact-check about this yet" in world.read(reply)
    assert world.presses(reply) == ["tip:", "howto:"]


def test_a_language_without_a_line_gets_both_of_ours(world: World) -> None:
    """Korean is answered in Malay and English."""
    text = world.read(world.say("투표용지", foreign_language="ko"))
    assert "bahasa Melayu dan Inggeris" in text
    assert "only Malay and English" in text


def test_what_is_found_anyway_is_shown(world: World, black_dot: FactCheck) -> None:
    """A link or shared words may confirm a claim in any language."""
    world.finds(Decision.CONFIRMED, black_dot)
    reply = world.say("选票 https://sebenarnya.my/titik-hitam", foreign_language="zh")
    assert "马来文" in world.read(reply)
    assert "❌ FALSE" in world.read(reply)
    world.finds(Decision.SUGGESTED, black_dot)
    assert "pick:black-dot" in world.presses(world.say("选票上有黑点", foreign_language="zh"))


def test_a_sure_intent_in_our_letters_counts_more_than_the_language(world: World) -> None:
    """The word "hi" is a greeting, not Hindi; Chinese script is foreign whatever the parser makes of it."""
    assert "Hi!" in world.read(world.say("hi", Intent.GREET, foreign_language="hi"))
    assert "马来文" in world.read(world.say("你好", Intent.GREET, foreign_language="zh"))
