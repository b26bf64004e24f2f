"""getUpdates and webhooks behave as the Bot API says."""

import asyncio

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.simulator import SimulatedPerson, Simulator
from tests.bot.simulator.tiny_bot import Connect, TinyBot, webhook


async def test_offset_confirms(simulator: Simulator, bot: Bot, aina: SimulatedPerson) -> None:
    """Updates come again until an offset confirms them; a negative offset keeps only the last."""
    simulator.inject(aina, ["1", "2", "3"])
    first = await bot.get_updates(limit=2)
    assert [update.update_id for update in await bot.get_updates(limit=2)] == [u.update_id for u in first]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["3"]
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()
    simulator.inject(aina, ["4", "5"])
    assert [update.message.text for update in await bot.get_updates(offset=-1) if update.message] == ["5"]


async def test_allowed_updates(bot: Bot, aina: SimulatedPerson) -> None:
    """Kinds the bot did not ask for are not kept."""
    await bot.get_updates(allowed_updates=["callback_query"])
    await aina.send("x")
    assert await bot.get_updates() == ()


async def test_one_poller_at_a_time(simulator: Simulator, connect: Connect) -> None:
    """A second long poll ends the first with 409, and polling under a webhook is 409 too."""
    one, two = await connect(simulator), await connect(simulator)
    waiting = asyncio.create_task(one.get_updates(timeout=3))
    await asyncio.sleep(0.1)
    await two.get_updates(timeout=0)
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await waiting
    await one.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict, match="webhook is active"):
        await one.get_updates()
    await one.delete_webhook()
    with pytest.raises(BadRequest, match="loopback"):
        await one.set_webhook("https://example.com/hook")


async def test_webhook_retries(simulator: Simulator, bot: Bot) -> None:
    """An update refused by the bot's server is posted again until it is accepted."""
    answers = iter([500, 200])
    bodies: list[object] = []

    async def hook(request: web.Request) -> web.Response:
        bodies.append(await request.json())
        return web.Response(status=next(answers))

    server = web.Application()
    server.router.add_post("/hook", hook)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    await simulator.person("Aina").send("x")
    await simulator.wait_until(lambda: len(bodies) == 2, 3, "second try")
    assert bodies[0] == bodies[1]
    info = await bot.get_webhook_info()
    assert "500" in (info.last_error_message or "")
    await bot.delete_webhook()
    await runner.cleanup()


async def test_webhook_with_wrong_secret_is_not_accepted(simulator: Simulator) -> None:
    """The secret given to setWebhook is the one sent: a server expecting another takes nothing."""
    async with webhook(simulator) as bot:
        await bot.app.bot.set_webhook((await bot.app.bot.get_webhook_info()).url, secret_token="lain")
        await simulator.person("Aina").send("x")
        await asyncio.sleep(0.2)
        assert bot.seen == []
        assert (await bot.app.bot.get_webhook_info()).pending_update_count == 1


async def test_calls_are_recorded(simulator: Simulator, tiny: TinyBot) -> None:
    """Every call is noted with its parameters and times."""
    aina = simulator.person("Aina")
    await aina.send("salam")
    await simulator.private_chat(aina).wait_for_reply()
    await asyncio.sleep(0.05)
    (call,) = simulator.calls.of("sendMessage")
    assert call.params["text"] == "Anda kata: salam"
    assert call.ok
    assert call.finished_s is not None
    assert call.finished_s >= call.started_s
