import pytest

from actions.out_of_scope import asks_whom_to_vote_for
from actions.request import Origin, Request
from knowledge.entry import FactCheck
from knowledge.matching import Decision
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import World

VOTING_ADVICE = [
    "siapa patut saya undi", "sapa yg patut kita pangkah?", "saya nak undi parti mana ni", "parti mana yang terbaik?",
    "Siapakah calon yang patut saya undi?",
    "who should I vote for", "which party would you vote for?", "vote for who ah", "should I vote PH?",
    "bot ni sokong parti apa", "which party do you support", "who do you think I should vote for",
]  # fmt: skip
NOT_ADVICE = [
    "siapa boleh undi pos?", "siapa yang patut undi awal", "who can vote by post", "who should vote early",
    "bila saya boleh mengundi", "siapa menang undi di Puchong", "how do I vote", "nak undi kat mana",
    "people who vote twice will be jailed",
]  # fmt: skip


@pytest.mark.parametrize("text", VOTING_ADVICE)
@pytest.mark.parametrize("intent", [Intent.OUT_OF_SCOPE, Intent.ASK_VOTER_INFO, Intent.CHECK_CLAIM])
def test_whom_to_vote_for_is_never_answered(world: World, text: str, intent: Intent) -> None:
    """No opinion and no lookup, whatever the parser takes the question for."""
    assert "I do not say whom to vote for" in world.read(world.say(text, intent))
    assert world.retriever.asked == []


@pytest.mark.parametrize("text", NOT_ADVICE)
def test_questions_about_voting_are_not_advice(text: str) -> None:
    """How, when and who may vote are questions to answer."""
    assert not asks_whom_to_vote_for(Request("p", text, Language.MS))


def test_a_forwarded_text_with_such_words_is_a_claim(world: World) -> None:
    """What goes round may tell people whom to vote for; it is checked all the same."""
    request = Request("p", "siapa patut saya undi", Language.MS, origin=Origin.FORWARDED)
    assert not asks_whom_to_vote_for(request)
    long = "siapa patut saya undi " + "kata orang itu " * 20
    assert not asks_whom_to_vote_for(Request("p", long, Language.MS))


def test_opinions_on_race_religion_and_royalty_are_declined(world: World) -> None:
    """A neutral line of its own, with the way to a fact-check if there is a claim."""
    reply = world.say("apa pendapat kau pasal agong", Intent.OUT_OF_SCOPE, Language.MS)
    assert "tidak memberi pendapat tentang kaum, agama atau Raja-Raja" in world.read(reply)
    assert "check:" in world.presses(reply)


def test_anything_else_is_outside(world: World) -> None:
    """The weather is not ours; what is ours is said."""
    assert "outside what I know" in world.read(world.say("weather in KL?", Intent.OUT_OF_SCOPE))


def test_a_fact_check_that_surely_fits_is_shown(world: World, black_dot: FactCheck) -> None:
    """A claim mistaken for small talk still gets its answer."""
    world.finds(Decision.CONFIRMED, black_dot)
    assert "❌ FALSE" in world.read(world.say("lol black dots on ballots", Intent.OUT_OF_SCOPE))
