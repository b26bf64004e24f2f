"""A correction to thousands, with `kill -9` on the way: is any lost, does any come twice, is Telegram annoyed?

The bot is a process of its own; the simulator enforces Telegram's limits (30 messages a second, one a second a chat).
Each kill comes in the worst moment: the simulator has delivered a message and not yet answered, so the bot that is
started next cannot know of it.
"""

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from actions.message_key import MessageKey
from actions.outgoing import FileMessage, QuizPoll, payload
from actions.reply import Phrase
from actions.updates.telling import tell_corrected
from bot.bench.simulator_process import Address
from bot.settings import load_settings
from bot.simulator import RateLimits, Simulator, SimulatorOptions
from bot.simulator.world import WorldEvent
from bot.wiring import Knowledge, open_knowledge, services_of
from knowledge.entry import FactCheck, Status, Topic, Verdict
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox import Letter, put_letters
from knowledge.text.language import Language

_LOOK_EVERY_S: Final = 0.1
_GIVE_UP_AFTER_S: Final = 60.0
_ENTRY: Final = FactCheck(
    id="bench-correction",
    topic=Topic.OTHER,
    claim_ms="Dakwaan contoh untuk ukuran.",
    claim_en="A sample claim for the measurement.",
    verdict=Verdict.FALSE,
    summary_ms="Contoh sahaja.",
    summary_en="A sample only.",
    review_date="2026-01-02",
    publisher="SaferTogether",
    source_url="https://example.com/bench",
)


_TABLE: Final = b"nama,betul\nA,1\n"
_QUIZ: Final = QuizPoll("Siapa mengurus pilihan raya?", ("SPR", "Parti"), 0, "SPR.")


@dataclass(frozen=True)
class Wanted:
    """What to measure.

    Attributes:
        recipients: How many people are written to.
        kills: How often the bot is killed, evenly spread.
        database: The address of an empty database; None for SQLite in the run's folder.
        is_mixed: Whether two in three get a quiz or a document in place of the correction.
    """

    recipients: int
    kills: int
    database: str | None = None
    is_mixed: bool = False


@dataclass(frozen=True)
class CorrectionsReport:
    """What a run came to; `in_flight` counts the letters that each kill left begun and unfinished."""

    recipients: int
    kills: int
    in_flight: tuple[int, ...]
    lost: int
    twice: int
    refused_429: int
    probes: int
    seconds: float
    seconds_down: float

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


class CorrectionsRun:
    """One run."""

    def __init__(self, wanted: Wanted, folder: Path, report: Callable[[str], None]) -> None:
        """Notes what is wanted.

        Args:
            wanted: How many, how often, and where.
            folder: For its data; empty.
            report: Told what goes on.
        """
        recipients, kills = wanted.recipients, wanted.kills
        self._wanted = wanted
        self._recipients = recipients
        self._kill_at = [recipients * number // (kills + 1) for number in range(1, kills + 1)]
        self._folder = folder
        self._report = report
        self._delivered = 0
        self._bot: asyncio.subprocess.Process | None = None
        self._in_flight: list[int] = []
        self._down_s = 0.0

    async def run(self) -> CorrectionsReport:
        """Write the correction and see it through."""
        async with Simulator(SimulatorOptions(rate_limits=RateLimits())) as simulator:
            settings = load_settings(data=self._folder, database=self._wanted.database)
            knowledge = await asyncio.to_thread(open_knowledge, settings, seeded=False)
            try:
                await asyncio.to_thread(self._write, simulator, knowledge)
                return await self._see_through(simulator, knowledge)
            finally:
                if self._bot is not None and self._bot.returncode is None:
                    self._bot.kill()
                    await self._bot.wait()
                knowledge.close()

    async def _see_through(self, simulator: Simulator, knowledge: Knowledge) -> CorrectionsReport:
        kills = len(self._kill_at)
        simulator.world.listen(self._on_event)
        begun_s = time.monotonic()
        outbox = services_of(knowledge).outbox
        while True:
            await self._keep_alive(simulator, knowledge)
            counts = await asyncio.to_thread(outbox.counts)
            if counts[LetterState.SENT] + counts[LetterState.DROPPED] >= self._recipients:
                break
            await asyncio.sleep(_LOOK_EVERY_S)
        seconds = time.monotonic() - begun_s
        got = Counter(
            chat.id for chat in simulator.world.chats.values() for one in chat.messages.values() if one.is_from_bot
        )
        return CorrectionsReport(
            recipients=self._recipients,
            kills=kills,
            in_flight=tuple(self._in_flight),
            lost=self._recipients - len(got),
            twice=sum(count > 1 for count in got.values()),
            refused_429=sum(call.status == 429 for call in simulator.calls),
            probes=len(simulator.calls.of("editMessageReplyMarkup")),
            seconds=seconds,
            seconds_down=self._down_s,
        )

    def _on_event(self, event: WorldEvent) -> None:
        """Kill the bot in the moment in which the simulator has delivered a message and not answered yet."""
        if event.kind != "message" or event.message is None or not event.message.is_from_bot:
            return
        self._delivered += 1
        if self._kill_at and self._delivered >= self._kill_at[0] and self._bot is not None:
            self._kill_at.pop(0)
            os.kill(self._bot.pid, signal.SIGKILL)

    async def _keep_alive(self, simulator: Simulator, knowledge: Knowledge) -> None:
        """Start the bot at first, and again after it was killed."""
        if self._bot is not None and self._bot.returncode is None:
            return
        down_s = time.monotonic()
        if self._bot is not None:
            counts = await asyncio.to_thread(services_of(knowledge).outbox.counts)
            self._in_flight.append(counts[LetterState.SENDING])
            self._report(f"Killed after {self._delivered} messages; {counts[LetterState.SENDING]} letters in flight.")
        address = Address(simulator.token, simulator.base_url, simulator.base_file_url)
        self._bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.bench.letters_process", str(self._folder), address.base_url,
            address.base_file_url, address.token, *([self._wanted.database] if self._wanted.database else []),
        )  # fmt: skip
        before = self._delivered
        while self._delivered == before and self._bot.returncode is None:
            if time.monotonic() - down_s > _GIVE_UP_AFTER_S:
                break
            await asyncio.sleep(_LOOK_EVERY_S)
        self._down_s += time.monotonic() - down_s

    def _write(self, simulator: Simulator, knowledge: Knowledge) -> None:
        """Everybody got the old answer, then it is corrected; mixed, two in three get a quiz or a document."""
        services = services_of(knowledge)
        others: list[Letter] = []
        digest = services.outbox.keep_file(_TABLE)
        services.entries.save([(_ENTRY, Status.PUBLISHED)])
        yesterday = datetime.now(UTC) - timedelta(days=1)
        for number in range(self._recipients):
            person = simulator.world.add_person(f"P{number}")
            person.has_started = True
            language = Language.MS if number % 2 else Language.EN
            if self._wanted.is_mixed and number % 3:
                content = _QUIZ if number % 3 == 1 else FileMessage("hasil.csv", digest, Phrase(MessageKey.THANK))
                letter = Letter(
                    f"other:{number}", str(person.id), f"p{number}", language, payload(content), f"l{number % 3}"
                )
                others.append(letter)
                continue
            services.questions.record(f"p{number}", _ENTRY.id, "confirmed", yesterday, str(person.id), language)
        changes = {"verdict": Verdict.TRUE, "corrected_on": "2026-11-25", "correction_en": "A new source was found."}
        corrected = _ENTRY.model_copy(update=changes)
        with services.updates.database.session() as session:
            told = tell_corrected(session, _ENTRY, corrected, 2, services)
            put_letters(session, others, datetime.now(UTC))
        self._report(f"The correction is written for {told} people, and {len(others)} quizzes and documents.")


async def measure_corrections(wanted: Wanted, folder: Path, report: Callable[[str], None]) -> CorrectionsReport:
    """Send one correction to many people while the bot is killed; see `CorrectionsRun`."""
    return await CorrectionsRun(wanted, folder, report).run()
