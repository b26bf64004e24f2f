"""Pace and retries."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.rate_limiter import ATTEMPTS_WHEN_UNSURE, MAX_ATTEMPTS, PatientRateLimiter, SendingRates

UNPACED = SendingRates((1000, 1.0), (1000, 1.0), (1000, 1.0))


def broken(kind: type[httpx.HTTPError]) -> NetworkError:
    """A failure as python-telegram-bot reports it."""
    error = TimedOut() if issubclass(kind, httpx.TimeoutException) else NetworkError("x")
    error.__cause__ = kind("x")
    return error


class Call:
    """A call that fails in the given ways before it works."""

    def __init__(self, *failures: TelegramError) -> None:
        self.failures, self.times_s = list(failures), list[float]()

    async def __call__(self) -> bool:
        """Fail, or work."""
        self.times_s.append(asyncio.get_running_loop().time())
        if self.failures:
            raise self.failures.pop(0)
        return True


async def run(
    call: Callable[[], Coroutine[Any, Any, bool]], endpoint: str = "sendMessage", chat: int | None = 5
) -> Any:
    """Send a call through a limiter that hardly pauses."""
    limiter = PatientRateLimiter(UNPACED, pause_s=0.001)
    data = {} if chat is None else {"chat_id": chat}
    return await limiter.process_request(call, (), {}, endpoint, data, None)


@pytest.mark.parametrize(
    "failure",
    [NetworkError("Bad Gateway"), broken(httpx.ConnectError), broken(httpx.ConnectTimeout), broken(httpx.PoolTimeout)],
)
async def test_what_was_certainly_not_done_is_tried_five_times(failure: NetworkError) -> None:
    """A refused or never-made call is repeated; the last failure is raised."""
    assert await run(Call(*[failure] * (MAX_ATTEMPTS - 1)))
    with pytest.raises(NetworkError):
        await run(Call(*[failure] * MAX_ATTEMPTS))


@pytest.mark.parametrize("failure", [TimedOut(), broken(httpx.ReadTimeout), broken(httpx.RemoteProtocolError)])
async def test_message_that_may_have_arrived_is_sent_once_more(failure: NetworkError) -> None:
    """One repetition of a message without an answer, no more; an edit may be repeated freely."""
    call = Call(*[failure] * MAX_ATTEMPTS)
    with pytest.raises(NetworkError):
        await run(call)
    assert len(call.times_s) == ATTEMPTS_WHEN_UNSURE
    assert await run(Call(*[failure] * (MAX_ATTEMPTS - 1)), "editMessageText")


@pytest.mark.parametrize("failure", [BadRequest("chat not found"), Forbidden("blocked")])
async def test_final_answers_are_not_repeated(failure: TelegramError) -> None:
    """What Telegram refuses for good is not asked again."""
    call = Call(failure)
    with pytest.raises(type(failure)):
        await run(call)
    assert len(call.times_s) == 1


async def test_typing_is_never_worth_a_retry() -> None:
    """A chat action that failed is old news."""
    call = Call(NetworkError("Bad Gateway"))
    with pytest.raises(NetworkError):
        await run(call, "sendChatAction")
    assert len(call.times_s) == 1


async def test_retry_after_is_waited_out_unless_it_is_too_long() -> None:
    """retry_after is kept to the second; beyond two minutes the answer is given up."""
    call = Call(RetryAfter(1))
    assert await run(call)
    assert call.times_s[1] - call.times_s[0] >= 1.0
    with pytest.raises(RetryAfter):
        await run(Call(RetryAfter(500)))
    assert await run(Call(RetryAfter(1)), "setMyCommands", None)


async def test_retry_after_holds_back_every_call_to_that_chat_only() -> None:
    """While one chat waits, its edits wait too; another chat goes on at once."""
    limiter = PatientRateLimiter(UNPACED, 0.001)
    loop = asyncio.get_running_loop()
    first = Call(RetryAfter(1))
    sending = asyncio.create_task(limiter.process_request(first, (), {}, "sendMessage", {"chat_id": 5}, None))
    await asyncio.sleep(0.01)
    start_s = loop.time()
    await limiter.process_request(Call(), (), {}, "sendMessage", {"chat_id": 6}, None)
    assert loop.time() - start_s < 0.5
    await limiter.process_request(Call(), (), {}, "editMessageText", {"chat_id": 5}, None)
    assert loop.time() - start_s >= 0.9
    await sending
