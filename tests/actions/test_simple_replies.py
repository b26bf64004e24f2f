import pytest

from knowledge.entry import Area, Guideline
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import World

NOT_OPEN = {
    Intent.CONTRIBUTE_ENTRY: "owners invite people by a link",
    Intent.REVIEW_QUEUE: "owners invite people by a link",
}
SAID = {
    Intent.GREET: "Hi!",
    Intent.THANK: "You are welcome",
    Intent.GOODBYE: "Goodbye",
    Intent.BOT_CHALLENGE: "I am a bot",
    Intent.HELP: "What I can do",
}


@pytest.mark.parametrize(("intent", "line"), [*NOT_OPEN.items(), *SAID.items()])
def test_each_says_what_is_true_and_what_to_do_next(world: World, intent: Intent, line: str) -> None:
    """Nothing is promised that is not there, and nothing ends without a way on."""
    reply = world.say("something about it", intent)
    assert line in world.read(reply)
    assert world.presses(reply)


def test_about_names_licence_and_limits(world: World) -> None:
    """Who, under which licence, and what it cannot do."""
    text = world.read(world.command("about"))
    for word in ("#SaferTogether", "open source", "source keeps the rights", "not pictures", "no voting advice"):
        assert word in text


def test_help_names_every_command_that_helps(world: World) -> None:
    """The list of commands is whole, but for /start and /help themselves."""
    text = world.read(world.command("help"))
    for name in ("check", "rules", "latest", "trending", "language", "privacy", "about"):
        assert f"/{name}" in text


def test_people_are_found_in_what_is_published(world: World, hotline: Guideline, tiktok_ads: Guideline) -> None:
    """Real routes, one an owner, a number or address first; with none published the message can be stored."""
    assert world.presses(world.say("I want a person", Intent.TALK_TO_HUMAN)) == ["tip:", "help:"]
    no_number = hotline.model_copy(update={"id": "mcmc", "owner": "MCMC", "body_en": "Use the form."})
    world.store(tiktok_ads, no_number, hotline, hotline.model_copy(update={"id": "spr-second"}))
    reply = world.say("nak cakap dengan orang", Intent.TALK_TO_HUMAN, Language.MS)
    assert "Tiada orang di sebalik sembang ini" in world.read(reply)
    assert world.presses(reply) == ["show:spr-hotline", "show:mcmc"]


def test_how_to_check_leads_to_the_guides(world: World, hotline: Guideline) -> None:
    """Four steps, the guides if there are any, and fact-checkers; the message stays in sight for them."""
    assert world.presses(world.press("howto", text="claim")) == ["tip:"]
    world.store(hotline.model_copy(update={"area": Area.LITERACY_SKILL}))
    reply = world.press("howto", text="claim")
    assert world.presses(reply) == ["area:literacy-skill", "tip:"]
    assert reply.quotes
