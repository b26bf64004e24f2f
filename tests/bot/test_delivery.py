"""What the bot does when Telegram or the network misbehaves, and in which order it answers."""

import asyncio

from bot.flood import FloodLimits
from bot.polling import run_polling
from knowledge.entry import FactCheck
from tests.bot.bot_world import BotWorld


def processing() -> list[asyncio.Task[object]]:
    """The tasks that handle updates now."""
    return [task for task in asyncio.all_tasks() if "Receiver._process" in repr(task.get_coro())]


async def test_update_delivered_twice_is_answered_once(world: BotWorld, black_dot: FactCheck) -> None:
    """The same update again brings no second answer."""
    world.knows("undi", black_dot)
    world.simulator.faults.duplicate_next_updates()
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    await aina.send("undi titik hitam rosak")
    await chat.wait_for_reply()
    await asyncio.sleep(0.3)
    assert len(chat.bot_messages) == 1


async def test_429_holds_back_only_its_chat(world: BotWorld, black_dot: FactCheck) -> None:
    """One chat's retry_after is waited out, then its message is sent; others are answered meanwhile."""
    world.knows("undi", black_dot)
    aina, ben = world.simulator.person("Aina"), world.simulator.person("Ben")
    world.simulator.faults.fail_next("sendMessage", "rate_limited", retry_after_s=1)
    loop = asyncio.get_running_loop()
    start_s = loop.time()
    await aina.send("undi titik hitam rosak")
    await world.until(lambda: world.simulator.calls.of("sendMessage"), "refused call")
    await ben.send("undi titik hitam rosak")
    await world.simulator.private_chat(ben).wait_for_reply()
    assert loop.time() - start_s < 0.9
    await world.simulator.private_chat(aina).wait_for_reply()
    assert loop.time() - start_s >= 1.0


async def test_answer_survives_bad_gateways_and_cut_connections(world: BotWorld, black_dot: FactCheck) -> None:
    """5xx answers and a cut connection are retried; each answer arrives."""
    world.knows("undi", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    world.simulator.faults.fail_next("sendMessage", "bad_gateway", times=3)
    await aina.send("undi titik hitam rosak")
    await chat.wait_for_reply()
    world.simulator.faults.fail_next("sendMessage", "dropped")
    await aina.send("undi titik hitam rosak")
    await chat.wait_for_reply()
    assert len(chat.bot_messages) == 2


async def test_message_whose_answer_was_lost_is_sent_at_most_twice(world: BotWorld, black_dot: FactCheck) -> None:
    """A send that broke off may have arrived: it is repeated once, never more."""
    world.knows("undi", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    world.simulator.faults.fail_next("sendMessage", "dropped", times=5, after_effect=True)
    await aina.send("undi titik hitam rosak")
    await chat.wait_for_reply()
    await asyncio.sleep(0.4)
    assert len(chat.bot_messages) == 2


async def test_polling_outlives_failures(world: BotWorld, black_dot: FactCheck) -> None:
    """A failing getUpdates is waited out."""
    world.knows("undi", black_dot)
    world.simulator.faults.fail_next("getUpdates", "bad_gateway", times=1)
    aina = world.simulator.person("Aina")
    await aina.send("undi titik hitam rosak")
    await world.simulator.private_chat(aina).wait_for_reply()
    await aina.send("undi titik hitam rosak lagi")
    await world.simulator.private_chat(aina).wait_for_reply()


async def test_refused_message_is_not_overtaken(world: BotWorld, black_dot: FactCheck) -> None:
    """An answer that must wait keeps its place before the next one of its chat."""
    world.knows("undi", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    world.simulator.faults.fail_next("sendMessage", "rate_limited", times=1, retry_after_s=1)
    world.simulator.inject(aina, ["undi satu titik hitam", "undi dua titik hitam"])
    first, second = await chat.wait_for_reply(), await chat.wait_for_reply()
    assert first.reply_to
    assert second.reply_to
    assert "satu" in first.reply_to.text
    assert "dua" in second.reply_to.text


async def test_one_chat_in_order_others_not_held_up(world: BotWorld, black_dot: FactCheck) -> None:
    """A chat's messages are answered in order even when the first is slow; another chat does not wait for it."""
    world.knows("undi", black_dot)
    gate = world.slow_for("satu")
    aina, ben = world.simulator.person("Aina"), world.simulator.person("Ben")
    chat = world.simulator.private_chat(aina)
    world.simulator.inject(aina, ["undi satu titik hitam", "undi dua titik hitam", "undi tiga titik hitam"])
    await ben.send("undi empat titik hitam")
    await world.simulator.private_chat(ben).wait_for_reply()
    assert not chat.bot_messages
    gate.set()
    replies = [await chat.wait_for_reply() for _ in range(3)]
    assert [reply.reply_to.text.split()[1] for reply in replies if reply.reply_to] == ["satu", "dua", "tiga"]


async def test_typing_is_shown_only_when_slow(world: BotWorld, black_dot: FactCheck) -> None:
    """A quick answer comes without "typing...", a slow one with it."""
    world.knows("undi", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    await aina.send("undi titik hitam rosak")
    await chat.wait_for_reply()
    assert not world.simulator.calls.of("sendChatAction")
    gate = world.slow_for("satu")
    await aina.send("undi satu titik hitam")
    await world.until(lambda: world.simulator.calls.of("sendChatAction"), "typing")
    gate.set()
    await chat.wait_for_reply()


async def test_blocked_by_the_person_is_no_error(world: BotWorld, black_dot: FactCheck) -> None:
    """An answer that nobody wants any more is dropped, and the bot goes on."""
    world.knows("undi", black_dot)
    gate = world.slow_for("satu")
    aina, ben = world.simulator.person("Aina"), world.simulator.person("Ben")
    await aina.send("undi satu titik hitam")
    await world.until(lambda: world.retriever.asked, "question")
    await aina.block_bot()
    gate.set()
    await ben.send("undi dua titik hitam")
    await world.simulator.private_chat(ben).wait_for_reply()
    await world.until(lambda: any(c.status == 403 for c in world.simulator.calls.of("sendMessage")), "refusal")
    assert not world.simulator.private_chat(aina).bot_messages


async def test_flood_is_warned_once_and_holds_up_nobody_else(unstarted: BotWorld, black_dot: FactCheck) -> None:
    """Over the limit: one polite line, then silence; others are answered as ever."""
    unstarted.flood = FloodLimits(burst=2, per_second=0.01)
    unstarted.knows("undi", black_dot)
    async with unstarted.polling():
        aina, ben = unstarted.simulator.person("Aina"), unstarted.simulator.person("Ben")
        chat = unstarted.simulator.private_chat(aina)
        unstarted.simulator.inject(aina, [f"undi titik hitam {number}" for number in range(6)])
        replies = [await chat.wait_for_reply() for _ in range(3)]
        assert ["PALSU" in reply.text for reply in replies] == [True, True, False]
        assert "saat" in replies[2].text
        await ben.send("undi titik hitam")
        assert "PALSU" in (await unstarted.simulator.private_chat(ben).wait_for_reply()).text
        assert len(chat.bot_messages) == 3


async def test_clean_stop_finishes_what_was_begun_and_loses_nothing(unstarted: BotWorld, black_dot: FactCheck) -> None:
    """On stop the answer in progress is sent and confirmed; what comes later waits for the next run."""
    unstarted.knows("undi", black_dot)
    gate = unstarted.slow_for("satu")
    aina = unstarted.simulator.person("Aina")
    chat = unstarted.simulator.private_chat(aina)
    application, stop = unstarted.build(), asyncio.Event()
    run = asyncio.create_task(run_polling(application, stop))
    await aina.send("undi satu titik hitam")
    await unstarted.until(lambda: unstarted.retriever.asked, "question")
    stop.set()
    await asyncio.sleep(0.05)
    late = await aina.send("undi dua titik hitam")
    gate.set()
    await asyncio.wait_for(run, 5)
    assert len(chat.bot_messages) == 1
    async with unstarted.polling():
        await unstarted.until(lambda: len(chat.bot_messages) == 2, "the late answer")
        assert chat.bot_messages[1].reply_to is late
    assert len(chat.bot_messages) == 2


async def test_crash_is_made_up_for_by_the_next_run(unstarted: BotWorld, black_dot: FactCheck) -> None:
    """What a killed run had begun and not finished is answered by the next; what it had finished is not."""
    unstarted.knows("undi", black_dot)
    gate = unstarted.slow_for("satu")
    aina, ben = unstarted.simulator.person("Aina"), unstarted.simulator.person("Ben")
    application = unstarted.build()
    run = asyncio.create_task(run_polling(application, asyncio.Event()))
    await aina.send("undi satu titik hitam")
    await ben.send("undi dua titik hitam")
    await unstarted.simulator.private_chat(ben).wait_for_reply()
    await unstarted.until(lambda: len(processing()) == 1, "end of the second message's handling")
    tasks = processing()
    for task in tasks:
        task.cancel()
    run.cancel()
    await asyncio.wait((run, *tasks))
    gate.set()
    async with unstarted.polling():
        await unstarted.simulator.private_chat(aina).wait_for_reply()
    assert len(unstarted.simulator.private_chat(ben).bot_messages) == 1
    assert len(unstarted.simulator.private_chat(aina).bot_messages) == 1


async def test_menu_is_set_in_both_languages_and_its_failure_tolerated(unstarted: BotWorld) -> None:
    """The command menu is set for everyone and per language; a refusal changes nothing else."""
    unstarted.simulator.faults.fail_next("setMyDescription", "bad_gateway", times=20)
    async with unstarted.polling():
        calls = unstarted.simulator.calls
        await unstarted.until(lambda: len(calls.of("setMyCommands")) == 3, "menus")
        assert {str(call.params.get("language_code", "")) for call in calls.of("setMyCommands")} == {"", "ms", "en"}
        aina = unstarted.simulator.person("Aina")
        await aina.send("/help")
        await unstarted.simulator.private_chat(aina).wait_for_reply()
