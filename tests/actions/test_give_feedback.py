import pytest

from knowledge.entry import FactCheck
from knowledge.store.feedback_store import Rating
from nlu.intents import Intent
from tests.actions.action_world import BEN, World


@pytest.mark.parametrize(
    ("name", "rating"), [("good", Rating.HELPFUL), ("bad", Rating.NOT_HELPFUL), ("wrong", Rating.WRONG_CLAIM)]
)
def test_one_tap_is_kept(world: World, black_dot: FactCheck, name: str, rating: Rating) -> None:
    """Each of the three buttons keeps its own rating."""
    world.store(black_dot)
    world.press(name, "black-dot", "dots")
    assert world.services.feedback.counts("black-dot")[rating] == 1


def test_thanks_do_not_fill_the_chat(world: World, black_dot: FactCheck) -> None:
    """A rating is answered by a notice, not by another message; the latest rating stands."""
    world.store(black_dot)
    reply = world.press("good", "black-dot")
    assert (world.notice(reply), reply.messages) == ("Thank you, noted.", ())
    world.press("bad", "black-dot")
    world.press("good", "black-dot", person=BEN)
    counts = world.services.feedback.counts("black-dot")
    assert (counts[Rating.HELPFUL], counts[Rating.NOT_HELPFUL]) == (1, 1)


def test_an_unknown_entry_is_not_rated(world: World) -> None:
    """A made-up button stores nothing."""
    assert "no longer works" in world.notice(world.press("good", "nothing"))
    assert sum(world.services.feedback.counts("nothing").values()) == 0


def test_not_my_claim_leads_to_fact_checkers(world: World, black_dot: FactCheck) -> None:
    """A wrong match ends as an unknown claim does: with tips and a way to pass it on."""
    world.store(black_dot)
    reply = world.press("wrong", "black-dot", "mesin undi kena hack")
    assert "that answer was about something else" in world.read(reply)
    assert world.presses(reply) == ["tip:", "howto:"]
    assert reply.quotes


def test_feedback_in_words_is_told_where_the_tap_is(world: World) -> None:
    """Words are not kept as feedback; a correction can be sent on."""
    reply = world.say("your answer is wrong, that was last year", Intent.GIVE_FEEDBACK)
    assert "Not helpful" in world.read(reply)
    assert world.presses(reply) == ["tip:"]
