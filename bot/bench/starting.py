"""How long `make run` takes until it answers, and until NLU is ready."""

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import httpx

QUESTION: Final = "kertas undi ada titik hitam kira rosak ke?"
_LIMIT_S: Final = 900.0
_STOPPED_WITHIN_S: Final = 30.0
_PAGE: Final = re.compile(r"http://127\.0\.0\.1:\d+/")
_NLU: Final = ("NLU is ready", "without NLU", "NLU is switched off")


@dataclass
class Start:
    """Seconds from the command: to the simulator's page, to the first answer, to NLU; None: not within 15 minutes."""

    page_s: float | None = None
    answer_s: float | None = None
    nlu_s: float | None = None

    def as_dict(self) -> dict[str, float | None]:
        """For printing as JSON."""
        return asdict(self)


def measure_start(folder: Path, report: Callable[[str], None]) -> Start:
    """Run `make run` in a clone, ask one question on the simulator's page as soon as there is one, and stop.

    The clone must have no TELEGRAM_BOT_TOKEN.

    Args:
        folder: the clone.
        report: is told every line the command prints.
    """
    begun, start = time.monotonic(), Start()
    with subprocess.Popen(
        ["make", "run", "SAFERTOGETHER_SIMULATOR_PORT=0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as run:
        watchdog = threading.Timer(_LIMIT_S, _stop, [run])
        watchdog.start()
        try:
            _follow(run, start, begun, report)
        finally:
            watchdog.cancel()
            _stop(run)
    return start


def _follow(run: subprocess.Popen[str], start: Start, begun: float, report: Callable[[str], None]) -> None:
    """Read what the command prints until NLU is there or it ends."""
    asking: threading.Thread | None = None
    for line in run.stdout or ():
        report(line.rstrip())
        if asking is None and (found := _PAGE.search(line)):
            start.page_s = time.monotonic() - begun
            asking = threading.Thread(target=_ask, args=(found[0], start, begun))
            asking.start()
        if any(words in line for words in _NLU):
            start.nlu_s = time.monotonic() - begun
            break
    if asking is not None:
        asking.join()


def _ask(address: str, start: Start, begun: float) -> None:
    """Send the question and wait until the bot has answered with the entry."""
    with httpx.Client(base_url=address, timeout=60.0) as page:
        person = page.get("/sim/state").json()["people"][0]["id"]
        sent = page.post("/sim/send", json={"person_id": person, "chat_id": person, "text": QUESTION})
        asked = int(sent.raise_for_status().json()["message_id"])
        while time.monotonic() - begun < _LIMIT_S:
            if any(_is_answer(message, asked) for message in _messages(page, person)):
                start.answer_s = time.monotonic() - begun
                return
            time.sleep(0.05)


def _messages(page: httpx.Client, person: int) -> list[dict[str, object]]:
    chats = page.get("/sim/state").json()["chats"]
    return [message for chat in chats if chat["id"] == person for message in chat["messages"]]


def _is_answer(message: dict[str, object], asked: int) -> bool:
    return int(str(message["message_id"])) > asked and "titik hitam" in str(message)


def _stop(run: subprocess.Popen[str]) -> None:
    """Stop the bot and what it started."""
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGINT)
        try:
            run.wait(_STOPPED_WITHIN_S)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
