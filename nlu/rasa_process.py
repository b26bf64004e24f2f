"""One Rasa server as a child process: started in its own process group, never outliving us."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Sequence
from pathlib import Path

TERM_GRACE_S = 10.0


class RasaProcess:
    """A running child. Its standard input stays open while we live: the child ends when it closes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, command: Sequence[str], secret: str, log_path: Path, directory: Path) -> "RasaProcess":
        """Start `command` in `directory`, write it the secret, and append its output to `log_path`.

        Raises:
            OSError: if it cannot be started.
        """
        log_path.parent.mkdir(parents=True, exist_ok=True)
        with log_path.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=asyncio.subprocess.PIPE, stdout=log, stderr=log, cwd=directory, start_new_session=True
            )
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            process.stdin.write(f"{secret}\n".encode())
            await process.stdin.drain()
        return cls(process)

    @property
    def pid(self) -> int:
        """Its process id, which is also its group's."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.returncode is None

    async def ended(self) -> int:
        """Wait for its end; returns its exit status."""
        return await self._process.wait()

    async def stop(self, grace_s: float = TERM_GRACE_S) -> None:
        """Ask its group to end; after `grace_s` seconds, make it."""
        if self.is_running:
            self._signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._process.wait(), grace_s)
            except TimeoutError:
                self._signal(signal.SIGKILL)
        # Whatever it started is in its group; the group may outlive it.
        self._signal(signal.SIGKILL)
        await self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)
