"""What the logs never hold."""

import io
import logging
from collections.abc import Iterator

import pytest
from telegram.error import TelegramError

from bot.errors import report
from bot.logging_setup import configure_logging
from knowledge.entry import FactCheck
from tests.bot.bot_world import BotWorld
from tests.bot.recording_request import TOKEN


@pytest.fixture
def restored() -> Iterator[None]:
    """Put the root logger back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def _fail() -> None:
    try:
        dict[str, str]()["saya undi calon X"]
    except KeyError as error:
        raise ValueError("saya undi calon X") from error


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
async def test_whole_run_logs_no_token_and_no_ids(unstarted: BotWorld, black_dot: FactCheck, level: str) -> None:
    """A conversation, a failure and a network fault later, the log holds no token, no id and no word of anybody."""
    stream = io.StringIO()
    configure_logging(level, [unstarted.simulator.token], stream)
    unstarted.knows("undi", black_dot)
    unstarted.simulator.faults.fail_next("getUpdates", "bad_gateway")
    unstarted.simulator.faults.fail_next("sendMessage", "dropped")
    aina = unstarted.simulator.person("Aina")
    chat = unstarted.simulator.private_chat(aina)
    async with unstarted.polling():
        await aina.send("undi rahsia titik hitam")
        await chat.wait_for_reply()
        unstarted.retriever.broken = RuntimeError("boom")
        await aina.send("undi rahsia titik hitam")
        await chat.wait_for_reply()
    log = stream.getvalue()
    assert "RuntimeError" in log
    for secret in (unstarted.simulator.token, unstarted.simulator.token.split(":")[1], str(aina.id), "rahsia"):
        assert secret not in log


@pytest.mark.usefixtures("restored")
def test_token_is_masked_wherever_it_comes_from() -> None:
    """Even another library's message at any level, or an exception's text, does not carry a token out."""
    stream = io.StringIO()
    configure_logging("DEBUG", [], stream)
    logging.getLogger("someone").debug("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    report(TelegramError(f"cannot reach /bot{TOKEN}/getMe"), "testing")
    assert TOKEN not in stream.getvalue()
    assert "***" in stream.getvalue()


@pytest.mark.usefixtures("restored")
def test_exceptions_are_logged_without_what_they_quote() -> None:
    """Below DEBUG an exception is its type and its places, with its causes; its message may quote a person."""
    stream = io.StringIO()
    configure_logging("INFO", [], stream)
    with pytest.raises(ValueError, match="calon") as caught:
        _fail()
    error_id = report(caught.value, "testing")
    log = stream.getvalue()
    assert "calon" not in log
    assert error_id in log
    assert "builtins.ValueError" in log
    assert "builtins.KeyError" in log
    assert "test_bot_logging.py" in log
