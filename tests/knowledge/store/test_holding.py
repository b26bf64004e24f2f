import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
import pytest

from knowledge.errors import StoreError
from knowledge.store.database import Database
from knowledge.store.holding import Holding

SCRIPT = Path(__file__).with_name("hold_and_wait.py")
SOON_S = 20.0


@contextmanager
def another_process(url: str) -> Iterator[subprocess.Popen[str]]:
    """A process of its own that waits for its turn, holds it, and never lets go."""
    command = [sys.executable, str(SCRIPT), url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=SCRIPT.parents[3]) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def holding(database: Database) -> Iterator[Callable[..., Holding]]:
    """Makes holdings of a name, and lets go of them in the end."""
    with ExitStack() as stack:

        def make(name: str = "outbox") -> Holding:
            made = Holding(database, name)
            stack.callback(made.release)
            return made

        yield make


def says(process: subprocess.Popen[str]) -> str:
    """Its next line."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def takes_soon(holding: Holding) -> bool:
    """Whether it can be taken: the server needs a moment to see that a process is gone."""
    deadline = time.monotonic() + SOON_S
    while time.monotonic() < deadline:
        if holding.take():
            return True
        time.sleep(0.02)
    return False


def test_one_of_two_processes_holds_it(url: str, holding: Callable[..., Holding]):
    """While another process lives nobody else can take it; killed with `kill -9`, it has let go of it."""
    mine = holding()
    with another_process(url) as other:
        assert says(other) == "held"
        assert not mine.take()
        assert not mine.take()
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        assert takes_soon(mine)
    with another_process(url) as third:
        time.sleep(0.5)
        assert mine.take()
        mine.release()
        assert says(third) == "held"
        assert not mine.take()


def test_other_names_are_held_apart(holding: Callable[..., Holding]):
    """What is held is one name of one database; giving back what one does not have is no mistake."""
    outbox, other = holding(), holding("digests")
    assert outbox.take()
    assert other.take()
    assert not holding().take()
    outbox.release()
    outbox.release()
    assert holding().take()


@pytest.mark.parametrize("url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
def test_who_lost_the_connection_lost_the_hold(url: str, holding: Callable[..., Holding]):
    """A server that restarts takes the lock away: the next look notices, and another process may have it by then."""
    mine = holding()
    assert mine.take()
    with another_process(url) as other:
        with psycopg.connect(url, autocommit=True) as connection:
            query = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            assert connection.execute(query).rowcount == 1
        assert says(other) == "held"
        with pytest.raises(StoreError):
            mine.take()
        assert not mine.take()
        other.kill()
        other.wait()
        assert takes_soon(mine)
