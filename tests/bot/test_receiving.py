"""Starting, long polling and stopping."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram import Update
from telegram.error import InvalidToken, NetworkError, RetryAfter

from actions.services import Services
from bot.errors import BotStoppedError, TokenRefusedError
from bot.polling import WINDOW, Poller, run_polling
from bot.rate_limiter import SendingRates
from bot.receiving import Receiver, reached
from bot.simulator import RateLimits, Simulator, SimulatorOptions
from knowledge.entry import FactCheck
from knowledge.store.database import Database
from tests.bot.bot_world import BotWorld, FakeParser, FakeRetriever


class FakeBot:
    """Keeps updates as Telegram does: all from the offset on, at most 100."""

    def __init__(self, update_ids: range) -> None:
        self.pending = [Update(update_id) for update_id in update_ids]
        self.offsets: list[int] = []

    async def delete_webhook(self) -> bool:
        """Nothing to delete."""
        return True

    async def get_updates(self, offset: int, timeout: timedelta, allowed_updates: object) -> tuple[Update, ...]:
        """Confirm what is below the offset and give the rest."""
        del allowed_updates
        self.offsets.append(offset)
        self.pending = [update for update in self.pending if update.update_id >= offset]
        if not self.pending:
            await asyncio.sleep(timeout.total_seconds())
        return tuple(self.pending[:100])


class FakeReceiver:
    """Finishes everything at once but the stuck ones."""

    def __init__(self, stuck: set[int]) -> None:
        self.stuck, self.handled = stuck, list[int]()

    @property
    def in_progress(self) -> frozenset[int]:
        """The stuck ones seen so far."""
        return frozenset(self.stuck & set(self.handled))

    def handle(self, update: Update) -> None:
        """Note it."""
        self.handled.append(update.update_id)

    async def settle(self, timeout_s: float | None = None) -> None:
        """Nothing more happens."""
        await asyncio.sleep(0)


async def poll(bot: FakeBot, receiver: FakeReceiver) -> None:
    """Poll for a moment."""
    bot_: Any = bot
    receiver_: Any = receiver
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(0.1, stop.set)
    with pytest.raises(BotStoppedError):
        await Poller(bot_, receiver_).run(stop)


async def test_nothing_unfinished_is_confirmed() -> None:
    """While one update is in progress, it and all after it stay with Telegram; none is handled twice."""
    bot, receiver = FakeBot(range(100, 120)), FakeReceiver({105})
    await poll(bot, receiver)
    assert receiver.handled == list(range(100, 120))
    assert [update.update_id for update in bot.pending] == list(range(105, 120))


async def test_stuck_chat_does_not_hold_up_the_others() -> None:
    """With many updates after a stuck one, it is confirmed, and all others come through."""
    bot, receiver = FakeBot(range(100, 400)), FakeReceiver({100})
    await poll(bot, receiver)
    assert receiver.handled == list(range(100, 400))
    assert max(bot.offsets) == 400 - WINDOW


async def test_failures_are_waited_out_as_long_as_telegram_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses double, up to a limit; retry_after is kept."""
    failures = [NetworkError("x"), NetworkError("x"), RetryAfter(7), NetworkError("x"), ValueError("unreadable")]
    pauses: list[float] = []

    async def call() -> str:
        if failures:
            raise failures.pop(0)
        return "answer"

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr("bot.receiving.asyncio.sleep", pause)
    assert await reached(call, "testing", asyncio.Event()) == "answer"
    assert pauses == [1.0, 2.0, 7.0, 8.0, 16.0]


async def test_wrong_token_is_said_at_once() -> None:
    """Trying again would not help."""

    async def call() -> None:
        raise InvalidToken

    with pytest.raises(TokenRefusedError):
        await reached(call, "testing", asyncio.Event())


async def test_wrong_token_ends_the_run(unstarted: BotWorld) -> None:
    """The bot does not start with a token Telegram does not know."""
    unstarted.simulator.options = SimulatorOptions(token="1:not-the-token")
    with pytest.raises(TokenRefusedError):
        await run_polling(unstarted.build(), asyncio.Event())


async def test_stop_while_telegram_is_away(unstarted: BotWorld) -> None:
    """A bot that cannot reach Telegram can still be stopped."""
    unstarted.simulator.faults.fail_next("getMe", "timeout", hang_s=5)
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(0.1, stop.set)
    with pytest.raises(BotStoppedError):
        await asyncio.wait_for(run_polling(unstarted.build(), stop), 2)


async def test_start_outlives_an_absent_telegram(unstarted: BotWorld) -> None:
    """The first answer may be late."""
    unstarted.simulator.faults.fail_next("getMe", "bad_gateway", times=4)
    async with unstarted.polling():
        aina = unstarted.simulator.person("Aina")
        await aina.send("/help")
        await unstarted.simulator.private_chat(aina).wait_for_reply()


async def test_update_in_progress_is_not_started_again(unstarted: BotWorld, black_dot: FactCheck) -> None:
    """Telegram repeats what is not confirmed; a second copy joins the first."""
    unstarted.knows("undi", black_dot)
    application = unstarted.build()
    await application.initialize()
    receiver = Receiver(application)
    update = Update(1)
    assert receiver.handle(update) is receiver.handle(update)
    assert receiver.in_progress == {1}
    await receiver.settle()
    await asyncio.sleep(0)
    assert not receiver.in_progress
    await application.shutdown()


async def test_telegrams_own_limits_lose_nothing(
    database: Database, services: Services, retriever: FakeRetriever, black_dot: FactCheck
) -> None:
    """With the limits of the FAQ enforced and the bot's own pace, answers in a row all arrive, in order."""
    async with Simulator(SimulatorOptions(rate_limits=RateLimits())) as simulator:
        world = BotWorld(simulator, database, services, retriever, FakeParser(), sending=SendingRates())
        world.knows("undi", black_dot)
        async with world.polling():
            aina = simulator.person("Aina")
            chat = simulator.private_chat(aina)
            simulator.inject(aina, [f"undi {number} titik hitam" for number in ("satu", "dua")])
            replies = [await chat.wait_for_reply() for _ in range(2)]
        assert [reply.reply_to.text.split()[1] for reply in replies if reply.reply_to] == ["satu", "dua"]
