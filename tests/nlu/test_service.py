"""The supervisor against a small fake server: real processes, no Rasa."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from nlu.errors import ParserUnavailableError
from nlu.service import PROJECT, RasaService, ServiceState, ServiceTimes, rasa_command

HERE = Path(__file__).parent
QUICK = ServiceTimes(
    start_limit_s=20,
    start_poll_s=0.05,
    check_every_s=0.05,
    check_timeout_s=0.3,
    failed_checks=2,
    first_pause_s=0.05,
    longest_pause_s=0.2,
    stop_grace_s=2,
)
MakeService = Callable[..., Awaitable[RasaService]]


def fake_command(mode: str) -> Callable[[int], list[str]]:
    """The command line of a fake server that behaves in a given way."""
    return lambda port: [sys.executable, str(HERE / "fake_rasa.py"), str(port), mode]


@pytest.fixture
async def make_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MakeService]:
    """Services that are stopped when the test is over."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    made: list[RasaService] = []

    async def make(mode: str = "well", times: ServiceTimes = QUICK) -> RasaService:
        service = RasaService(fake_command(mode), tmp_path / "logs" / "rasa.log", times)
        made.append(service)
        await service.start()
        return service

    yield make
    for service in made:
        await service.stop()


def is_alive(pid: int) -> bool:
    """Whether a process runs (a zombie does not)."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


async def until(condition: Callable[[], bool], seconds: float = 15) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


async def test_becomes_ready_and_answers(make_service: MakeService, tmp_path: Path) -> None:
    """A started server goes from starting to ready, can be asked, and its output is in the log file."""
    service = await make_service()
    assert service.state is ServiceState.STARTING
    assert await service.wait_ready(20)
    assert (await service.client.parse("hai", timeout_s=2)).parse.confidence == 0.9
    assert "fake server up" in (tmp_path / "logs" / "rasa.log").read_text()


async def test_secret_is_not_on_the_command_line(make_service: MakeService) -> None:
    """The secret is read from standard input: `ps` shows command lines to every user."""
    service = await make_service()
    assert await service.wait_ready(20)
    shown = Path(f"/proc/{service.pid}/cmdline").read_bytes().decode()
    assert "fake_rasa.py" in shown
    assert service._secret not in shown


def test_rasa_listens_on_loopback_only(tmp_path: Path) -> None:
    """The command binds 127.0.0.1 and never carries a secret."""
    command = list(rasa_command(tmp_path / "python", tmp_path / "model.tar.gz")(5005))
    assert command[command.index("--interface") + 1] == "127.0.0.1"
    assert "--secret-on-stdin" in command
    assert not {"--auth-token", "--jwt-secret"} & set(command)


async def test_dead_server_is_started_again(make_service: MakeService) -> None:
    """A server that dies is replaced by a new process, and the same client reaches it."""
    service = await make_service()
    assert await service.wait_ready(20)
    first = service.pid
    with pytest.raises(ParserUnavailableError):
        await service.client.parse("die", timeout_s=2)
    await until(lambda: service.state is not ServiceState.READY)
    assert await service.wait_ready(20)
    assert service.pid != first
    assert (await service.client.parse("hai", timeout_s=2)).parse.confidence == 0.9


async def test_hung_server_is_replaced(make_service: MakeService) -> None:
    """A server that accepts but does not answer is ended after the allowed number of failed checks."""
    service = await make_service()
    assert await service.wait_ready(20)
    first = service.pid
    assert first is not None
    with pytest.raises(ParserUnavailableError):
        await service.client.parse("hang", timeout_s=0.1)
    await until(lambda: service.pid not in (first, None))
    assert await service.wait_ready(20)
    assert not is_alive(first)


async def test_untrained_model_is_never_ready(make_service: MakeService) -> None:
    """A server that answers but is unsure of a greeting has no trained model: it is not called ready."""
    service = await make_service("untrained")
    assert not await service.wait_ready(2)


async def test_command_that_cannot_run_keeps_the_service_down(tmp_path: Path) -> None:
    """A missing program is logged and tried again with growing pauses; nothing is raised at the caller."""
    service = RasaService(lambda port: [str(tmp_path / "missing")], tmp_path / "rasa.log", QUICK)
    async with service:
        await until(lambda: service.state is ServiceState.DOWN)
        assert not await service.wait_ready(0.3)


@pytest.mark.parametrize("mode", ["well", "stubborn"])
async def test_stop_leaves_nothing_running(make_service: MakeService, mode: str) -> None:
    """Stopping ends the server, by force if it will not go."""
    service = await make_service(mode, ServiceTimes(start_poll_s=0.05, stop_grace_s=0.5))
    assert await service.wait_ready(20)
    pid = service.pid
    assert pid is not None
    await service.stop()
    assert service.state is ServiceState.DOWN
    assert not is_alive(pid)


async def test_killed_parent_leaves_no_orphan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When our process is killed outright, the server ends by itself."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    parent = await asyncio.create_subprocess_exec(
        *(sys.executable, str(HERE / "supervise_and_wait.py"), str(tmp_path / "rasa.log")),
        stdout=asyncio.subprocess.PIPE,
    )
    assert parent.stdout is not None
    child = int(await asyncio.wait_for(parent.stdout.readline(), 20))
    assert is_alive(child)
    parent.send_signal(signal.SIGKILL)
    await parent.wait()
    started = time.monotonic()
    await until(lambda: not is_alive(child))
    assert time.monotonic() - started < 10
