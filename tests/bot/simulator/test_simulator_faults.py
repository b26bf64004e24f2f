"""Faults happen exactly as often as asked, and look to the bot like the real thing."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.simulator import FaultKind, SimulatedPerson, Simulator
from tests.bot.simulator.tiny_bot import TinyBot, polling


async def test_rate_limited(
    simulator: Simulator, aina: SimulatedPerson, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """429 carries retry_after, twice if asked twice, then all is well."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    simulator.faults.fail_next("sendMessage", FaultKind.RATE_LIMITED, 2, retry_after_s=7)
    for _ in range(2):
        with pytest.raises(RetryAfter, match="7"):
            await bot.send_message(aina.id, "x")
    await bot.send_message(aina.id, "x")
    assert [call.status for call in simulator.calls.of("sendMessage")] == [429, 429, 200]


async def test_bad_gateway_for_any_method(simulator: Simulator, bot: Bot) -> None:
    """502 can be asked for whatever the next call is."""
    simulator.faults.fail_next("*", "bad_gateway")
    with pytest.raises(NetworkError):
        await bot.get_me()
    assert (await bot.get_me()).username == "SaferTogetherBot"


async def test_timeout(simulator: Simulator, aina: SimulatedPerson, bot: Bot) -> None:
    """A hanging call ends in the client's own timeout and has no effect."""
    simulator.faults.fail_next("sendMessage", FaultKind.TIMEOUT, hang_s=5)
    with pytest.raises(TimedOut):
        await bot.send_message(aina.id, "x", read_timeout=0.2)
    assert simulator.private_chat(aina).bot_messages == []


@pytest.mark.parametrize(("after_effect", "messages"), [(False, 0), (True, 1)])
async def test_dropped_connection(
    simulator: Simulator, aina: SimulatedPerson, bot: Bot, after_effect: bool, messages: int
) -> None:
    """A connection can break before a call takes effect, or after, when a retry would send twice."""
    simulator.faults.fail_next("sendMessage", FaultKind.DROPPED, after_effect=after_effect)
    with pytest.raises(NetworkError):
        await bot.send_message(aina.id, "x")
    assert len(simulator.private_chat(aina).bot_messages) == messages


async def test_duplicated_update(simulator: Simulator) -> None:
    """A duplicated update arrives twice with one update_id; the next one arrives once."""
    aina = simulator.person("Aina")
    simulator.faults.duplicate_next_updates()
    async with polling(simulator) as tiny:
        await aina.send("satu")
        await simulator.wait_until(lambda: len(tiny.seen) == 2, 3, "duplicate")
        await aina.send("dua")
        await simulator.wait_until(lambda: len(tiny.seen) == 3, 3, "next update")
        first, second, third = (update.update_id for update in tiny.seen)
        assert first == second != third


async def test_delayed_update(simulator: Simulator, tiny: TinyBot) -> None:
    """A delayed update is overtaken by the next one and still arrives."""
    aina = simulator.person("Aina")
    simulator.faults.delay_next_updates(delay_s=0.3)
    await aina.send("lambat")
    await aina.send("cepat")
    await simulator.wait_until(lambda: len(tiny.seen) == 2, 3, "both updates")
    assert [update.message.text for update in tiny.seen if update.message] == ["cepat", "lambat"]


async def test_polling_survives_faults(simulator: Simulator, tiny: TinyBot) -> None:
    """The bot's own polling recovers from a 502 and a broken connection without losing a message."""
    simulator.faults.fail_next("getUpdates", FaultKind.BAD_GATEWAY)
    simulator.faults.fail_next("getUpdates", FaultKind.DROPPED, after_effect=True)
    aina = simulator.person("Aina")
    await aina.send("satu")
    await aina.send("dua")
    await simulator.wait_until(lambda: len(tiny.seen) >= 2, 8, "both updates")
    assert [update.message.text for update in tiny.seen if update.message] == ["satu", "dua"]


async def test_many_updates_need_no_request(simulator: Simulator, bot: Bot) -> None:
    """Two thousand messages are there at once, without a call or a wait in between: a bench measures the bot alone."""
    people = [simulator.person(f"P{number}") for number in range(20)]
    before, waited = len(simulator.calls), []
    asyncio.get_running_loop().call_soon(waited.append, True)
    texts = [f"dakwaan {number} semak.my" for number in range(100)]
    for person in people:
        simulator.inject(person, texts)
    assert (len(simulator.calls), waited) == (before, [])
    assert [update.message.text for update in await bot.get_updates(limit=100) if update.message] == texts
    assert len(simulator.private_chat(people[-1]).messages) == 100
