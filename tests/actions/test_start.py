from knowledge.entry import FactCheck, Verdict
from knowledge.matching import Decision
from knowledge.text.language import Language
from tests.actions.action_world import ANN, World


def test_the_welcome_is_two_lines_with_a_sample_and_languages(world: World) -> None:
    """What it does and what to do first; nothing else stands in the way."""
    for language in Language:
        reply = world.command("start", language=language)
        assert len(world.read(reply).splitlines()) == 2
        assert world.presses(reply) == ["sample:", "hello:ms", "hello:en", "help:"]


def test_a_language_on_the_welcome_turns_the_welcome(world: World) -> None:
    """The choice is kept and the same message is welcome again in it."""
    reply = world.press("hello", "ms")
    assert reply.replaces
    assert world.read(reply).startswith("Selamat datang!")
    assert world.services.people.language(ANN) is Language.MS
    assert world.read(world.press("hello", "xx")).startswith("Hello!")


def test_the_sample_goes_through_the_same_check(world: World, black_dot: FactCheck, aid: FactCheck) -> None:
    """A published claim about voting is checked as if it had been sent, and is not counted as asked."""
    world.finds(Decision.CONFIRMED, black_dot)
    world.store(aid, black_dot.model_copy(update={"id": "true-one", "verdict": Verdict.TRUE}))
    reply = world.press("sample")
    assert world.retriever.asked == [black_dot.claim_en]
    assert "This is what I answer" in world.read(reply)
    assert "❌ FALSE" in world.read(reply)
    assert len(reply.messages) == 2
    assert world.asked_about() == {}


def test_an_empty_store_has_no_sample(world: World) -> None:
    """With nothing published the sample says so and leaves a way on."""
    reply = world.press("sample")
    assert "no published fact-check to show as a sample" in world.read(reply)
    assert world.presses(reply)
