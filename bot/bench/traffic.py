"""People writing to the bot, and when each got an answer. Runs beside the simulator, in its process."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.simulator import NoReplyError, Simulator
from bot.simulator.world import WorldEvent

GRACE_S: Final = 15.0
_PAUSE_S: Final = 0.1
_LANGUAGES: Final = ("ms", "en")


@dataclass(frozen=True)
class Traffic:
    """What is to be written.

    Attributes:
        texts: One message each, all from different people.
        rate: Messages a second, whether or not the bot keeps up; None sends the next when the last is answered.
    """

    texts: tuple[str, ...]
    rate: float | None = None


@dataclass(frozen=True)
class TrafficResult:
    """What came of it.

    Attributes:
        sent: How many messages were written.
        latencies_ms: From a message's sending to its first answer standing in the chat; unanswered ones have none.
        sending_s: From the first message to the last.
        answering_s: From the first message to the last first answer.
    """

    sent: int
    latencies_ms: tuple[float, ...]
    sending_s: float
    answering_s: float


class Crowd:
    """People of whom each writes once, so that no chat's order holds up another's message."""

    def __init__(self, simulator: Simulator) -> None:
        """Starts with nobody.

        Args:
            simulator: Where they live; it is listened to until the end.
        """
        self._simulator = simulator
        self._waiting: dict[int, float] = {}
        self._sent_s: list[float] = []
        self._answered_s: list[float] = []
        self._latencies_ms: list[float] = []
        self._stop_listening = simulator.world.listen(self._hear)

    def write(self, text: str) -> None:
        """Let somebody new write.

        Args:
            text: What.
        """
        number = len(self._sent_s)
        person = self._simulator.person(f"Person {number}", language_code=_LANGUAGES[number % len(_LANGUAGES)])
        self._sent_s.append(time.monotonic())
        self._waiting[person.id] = self._sent_s[-1]
        self._simulator.inject(person, [text])

    async def all_answered(self, timeout_s: float = GRACE_S) -> bool:
        """Wait until nobody waits any more.

        Args:
            timeout_s: Longest wait, seconds.

        Returns:
            False when somebody still waits.
        """
        try:
            await self._simulator.wait_until(lambda: not self._waiting, timeout_s, "answer")
        except NoReplyError:
            return False
        return True

    def result(self) -> TrafficResult:
        """What happened; nothing is heard after this."""
        self._stop_listening()
        begun_s = self._sent_s[0] if self._sent_s else 0.0
        return TrafficResult(
            sent=len(self._sent_s),
            latencies_ms=tuple(self._latencies_ms),
            sending_s=max(self._sent_s, default=begun_s) - begun_s,
            answering_s=max(self._answered_s, default=begun_s) - begun_s,
        )

    def _hear(self, event: WorldEvent) -> None:
        if event.kind != "message" or event.chat is None or event.message is None or not event.message.is_from_bot:
            return
        sent_s = self._waiting.pop(event.chat.id, None)
        if sent_s is not None:
            self._answered_s.append(time.monotonic())
            self._latencies_ms.append((self._answered_s[-1] - sent_s) * 1000)


async def play(simulator: Simulator, traffic: Traffic) -> TrafficResult:
    """Let people write.

    Args:
        simulator: Where; a bot is expected to be polling.
        traffic: What they write, and how fast.
    """
    crowd = Crowd(simulator)
    if traffic.rate is None:
        await _one_by_one(crowd, traffic.texts)
    else:
        await _at_rate(crowd, traffic.texts, traffic.rate)
    return crowd.result()


async def _one_by_one(crowd: Crowd, texts: Sequence[str]) -> None:
    """Each when the one before is answered; after one that stays unanswered nobody writes any more."""
    for text in texts:
        crowd.write(text)
        if not await crowd.all_answered():
            return
        await asyncio.sleep(_PAUSE_S)


async def _at_rate(crowd: Crowd, texts: Sequence[str], rate: float) -> None:
    begun_s = time.monotonic()
    for number, text in enumerate(texts):
        await asyncio.sleep(max(0.0, begun_s + number / rate - time.monotonic()))
        crowd.write(text)
    await crowd.all_answered()
