from knowledge.entry import FactCheck
from knowledge.matching import Decision
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import World


def test_a_press_stores_the_message_and_says_what_happens_next(world: World) -> None:
    """The message the answer belongs to is stored; nobody is promised a reply."""
    reply = world.press("tip", text="mesin undi kena hack")
    assert "Stored for fact-checkers (number 1)" in world.read(reply)
    assert "no reply time is promised" in world.read(reply)
    (tip,) = world.services.tips.list(10)
    assert (tip.text, tip.language) == ("mesin undi kena hack", Language.EN)


def test_a_second_press_stores_nothing(world: World) -> None:
    """Pressing twice is one tip, and is said to be."""
    world.press("tip", text="mesin undi kena hack")
    assert "already sent this one" in world.read(world.press("tip", text="mesin undi kena hack"))
    assert world.services.tips.count() == 1


def test_a_lost_message_is_asked_for_again(world: World) -> None:
    """When the message is gone from the chat, nothing is stored and people are told how to go on."""
    assert "Send the message again" in world.read(world.press("tip", text="  "))
    assert world.services.tips.count() == 0


def test_asking_in_words_offers_the_button(world: World) -> None:
    """A typed wish to pass something on stores nothing before the button is pressed."""
    reply = world.say("please ask a fact-checker about the Puchong voting machines", Intent.SUBMIT_TIP)
    assert "tip:" in world.presses(reply)
    assert reply.quotes
    assert world.services.tips.count() == 0


def test_what_is_known_already_is_answered(world: World, black_dot: FactCheck) -> None:
    """A tip about a claim that was checked long ago gets its answer instead."""
    world.finds(Decision.CONFIRMED, black_dot)
    assert "❌ FALSE" in world.read(world.say("tell fact-checkers about black dots", Intent.SUBMIT_TIP))


def test_a_tip_without_a_claim_asks_for_it(world: World) -> None:
    """There is nothing to pass on in "please check"."""
    assert "Send or forward the message you doubt" in world.read(world.say("tolong semak", Intent.SUBMIT_TIP))
