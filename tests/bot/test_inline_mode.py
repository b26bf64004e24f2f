"""Typing the bot's name in any chat."""

import asyncio

from knowledge.entry import FactCheck
from tests.bot.bot_world import BotWorld, button_url


async def test_offers_published_claims_that_become_the_current_answer(world: BotWorld, black_dot: FactCheck) -> None:
    """A result becomes the whole answer with its source and a deep link; the bot does not check its own result."""
    world.knows("titik", black_dot)
    aina, ben = world.simulator.person("Aina"), world.simulator.person("Ben")
    group = world.simulator.group("Keluarga", [aina, ben])
    await group.wait_for_reply()
    answered = await aina.inline_query("titik hitam", chat=group)
    (result,) = answered.results
    assert "titik hitam" in result.title
    assert "PALSU" in result.description
    sent = await aina.choose(answered, result, chat=group)
    assert "PALSU" in sent.text
    assert button_url(sent, "Semak dakwaan") == "https://t.me/SaferTogetherBot?start=e_black-dot_r1"
    await asyncio.sleep(0.2)
    assert len(group.bot_messages) == 1
    assert world.services.questions.trending(world.services.clock().replace(year=2000), 5) == []


async def test_without_words_the_newest_are_offered(world: BotWorld, black_dot: FactCheck) -> None:
    """Nothing typed yet: the newest fact-checks; each person's answer is their own and soon forgotten."""
    world.knows("titik", black_dot)
    aina = world.simulator.person("Aina")
    answered = await aina.inline_query("")
    assert [result.id for result in answered.results] == ["black-dot"]
    (call,) = world.simulator.calls.of("answerInlineQuery")
    assert str(call.params["cache_time"]) == "60"
    assert str(call.params["is_personal"]).lower() == "true"


async def test_nothing_found_still_leads_to_the_bot(world: BotWorld) -> None:
    """No result, but a button that opens the bot."""
    aina = world.simulator.person("Aina", language_code="en")
    answered = await aina.inline_query("xyzzy")
    assert not answered.results
    assert answered.answer.button_label == "Check a claim"
