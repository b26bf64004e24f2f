"""The bot in groups: silent unless addressed."""

import asyncio

from knowledge.entry import FactCheck
from tests.bot.bot_world import BotWorld


async def test_silent_unless_addressed_even_when_it_reads_everything(world: BotWorld, black_dot: FactCheck) -> None:
    """In a group the bot answers a mention and a reply to it, and nothing else, also as an administrator."""
    world.knows("titik hitam", black_dot)
    aina = world.simulator.person("Aina")
    group = world.simulator.group("Keluarga", [aina], bot_is_admin=True)
    assert "/check" in (await group.wait_for_reply()).text
    await aina.send("kertas undi titik hitam rosak semuanya", chat=group)
    await aina.send_photo(b"\x89PNG", chat=group)
    await aina.send("/start@SomeOtherBot", chat=group)
    await aina.send("/frobnicate", chat=group)
    await asyncio.sleep(0.3)
    assert len(group.bot_messages) == 1
    await aina.send("@SaferTogetherBot kertas undi titik hitam rosak semuanya", chat=group)
    answer = await group.wait_for_reply()
    assert "PALSU" in answer.text
    await aina.reply_to(answer, "kalau undi titik hitam warna biru macam mana pula")
    assert "PALSU" in (await group.wait_for_reply()).text


async def test_check_in_reply_checks_that_message(world: BotWorld, black_dot: FactCheck) -> None:
    """/check in reply to a message checks that message and quotes it; its buttons know its words."""
    world.knows("titik hitam", black_dot)
    aina, ben = world.simulator.person("Aina"), world.simulator.person("Ben")
    group = world.simulator.group("Keluarga", [aina, ben])
    await group.wait_for_reply()
    rumour = await ben.send("mesin undi titik hitam digodam", chat=group)
    await aina.reply_to(rumour, "/check")
    answer = await group.wait_for_reply()
    assert answer.reply_to is rumour
    assert world.retriever.asked[-1] == "mesin undi titik hitam digodam"
    await aina.reply_to(rumour, "@SaferTogetherBot betul ke?")
    assert (await group.wait_for_reply()).reply_to is rumour


async def test_check_alone_asks_for_the_claim(world: BotWorld) -> None:
    """/check without words and without a reply says what to do."""
    aina = world.simulator.person("Aina", language_code="en")
    group = world.simulator.group("Family", [aina])
    await group.wait_for_reply()
    await aina.send("/check", chat=group)
    assert "Send or forward" in (await group.wait_for_reply()).text


async def test_removed_from_a_group_says_nothing(world: BotWorld) -> None:
    """Being removed or blocked is no error and gets no answer."""
    aina = world.simulator.person("Aina")
    group = world.simulator.group("Keluarga", [aina])
    await group.wait_for_reply()
    await aina.remove_bot(group)
    await aina.block_bot()
    await asyncio.sleep(0.2)
    assert len(world.simulator.calls.of("sendMessage")) == 1
