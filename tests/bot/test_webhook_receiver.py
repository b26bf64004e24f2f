"""Receiving by webhook."""

import asyncio
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.webhook import SECRET_HEADER, run_webhook
from knowledge.entry import FactCheck
from tests.bot.bot_world import BotWorld

SECRET = "a-secret_of-the-tests"


@pytest.fixture
async def url(unstarted: BotWorld) -> AsyncIterator[str]:
    """Where the running bot listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address, stop = f"http://127.0.0.1:{port}/hook", asyncio.Event()
    run = asyncio.create_task(run_webhook(unstarted.build(), address, SECRET, "127.0.0.1", port, stop))
    await unstarted.until(lambda: unstarted.simulator.calls.of("setWebhook"), "webhook")
    yield address
    unstarted.open_gates()
    stop.set()
    await asyncio.wait_for(run, 5)


async def pending(world: BotWorld) -> int:
    """How many updates Telegram still keeps."""
    address = f"{world.simulator.base_url}{world.simulator.token}/getWebhookInfo"
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return int((await response.json())["result"]["pending_update_count"])


async def test_same_answers_as_by_polling(unstarted: BotWorld, url: str, black_dot: FactCheck) -> None:
    """The same application answers, and nothing is left pending."""
    unstarted.knows("undi", black_dot)
    aina = unstarted.simulator.person("Aina")
    await aina.send("undi titik hitam rosak")
    assert "PALSU" in (await unstarted.simulator.private_chat(aina).wait_for_reply()).text
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == 405


async def test_update_is_accepted_only_when_handled(unstarted: BotWorld, url: str, black_dot: FactCheck) -> None:
    """While an update is in progress Telegram is not told that it arrived; repeated meanwhile, it is handled once."""
    unstarted.knows("undi", black_dot)
    gate = unstarted.slow_for("satu")
    aina = unstarted.simulator.person("Aina")
    chat = unstarted.simulator.private_chat(aina)
    unstarted.simulator.faults.duplicate_next_updates()
    await aina.send("undi satu titik hitam")
    await unstarted.until(lambda: unstarted.retriever.asked, "question")
    assert await pending(unstarted) == 2
    gate.set()
    await chat.wait_for_reply()
    while await pending(unstarted):
        await asyncio.sleep(0.02)
    assert len(chat.bot_messages) == 1


@pytest.mark.parametrize("secret", [None, "wrong", "påhitt", SECRET[:-1]])
async def test_stranger_is_refused_and_the_secret_never_logged(
    unstarted: BotWorld, url: str, secret: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    """Without the right secret token nothing is read, and no token is logged, right or wrong."""
    caplog.set_level("DEBUG")
    headers = {} if secret is None else {SECRET_HEADER: secret}
    body = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "x"}}
    async with aiohttp.ClientSession() as session, session.post(url, json=body, headers=headers) as response:
        assert response.status == 403
    assert SECRET not in caplog.text
    assert secret is None or secret not in caplog.text
    assert not unstarted.simulator.calls.of("sendMessage")


async def test_unreadable_update_does_not_come_again(url: str) -> None:
    """A body that is no update is accepted, so that Telegram does not hold back what follows it."""
    async with aiohttp.ClientSession() as session:
        for body in ('{"no": "update"}', "[]", "{", '"text"'):
            headers = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
            async with session.post(url, data=body, headers=headers) as response:
                assert response.status == 200, body
