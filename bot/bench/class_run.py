"""A class under load: `safertogether bench class`. The bot is killed three times while questions are going out."""

import asyncio
import sys
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from bot.bench.class_crowd import Students
from bot.settings import load_settings
from bot.simulator import Message, SimulatedPerson, Simulator
from bot.simulator.client import SimulatorOptions
from bot.simulator.rate_limits import RateLimits
from bot.wiring import open_store
from knowledge.quiz.codes import read_code
from knowledge.store.classroom_store import ClassroomStore

SPREAD_S: Final = 10.0
_PATIENCE_S: Final = 120.0
Report = Callable[[str], None]


@dataclass(frozen=True)
class ClassPlan:
    """How large the class is, and at which questions the bot is killed when half have got it."""

    students: int = 200
    questions: int = 10
    killed_at: tuple[int, ...] = (3, 6, 9)


@dataclass(frozen=True)
class ClassReport:
    """What was measured. Spreads are seconds from a question's first delivery to its last, in the order asked."""

    students: int
    questions: int
    kills: int
    spreads_s: tuple[float, ...]
    spreads_killed_s: tuple[float, ...]
    delivered: int
    doubled: int
    answers_given: int
    answers_kept: int
    too_many_requests: int
    from_start_to_end_s: float

    @property
    def bars(self) -> dict[str, bool]:
        """What is asked of a class, and whether it is so."""
        whole = self.students * self.questions
        return {
            f"each question with all within {SPREAD_S:g} s (no kill in it)": max(self.spreads_s) <= SPREAD_S,
            "every question to every student, none twice": self.delivered == whole and self.doubled == 0,
            "no 429": self.too_many_requests == 0,
            "no answer lost": self.answers_kept == self.answers_given == whole,
        }

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {**asdict(self), "bars": self.bars}

    def lines(self) -> list[str]:
        """For people."""
        spreads = ", ".join(f"{one:.1f}" for one in self.spreads_s)
        killed = ", ".join(f"{one:.1f}" for one in self.spreads_killed_s)
        return [
            f"{self.students} students, {self.questions} questions, {self.kills} times kill -9",
            f"first to last delivery of a question: {spreads} s; with a kill in it: {killed} s",
            f"delivered {self.delivered}, of these twice {self.doubled}; 429s: {self.too_many_requests}",
            f"answers given {self.answers_given}, kept {self.answers_kept}",
            f"from start to end {self.from_start_to_end_s:.0f} s",
            *(f"{'reached' if passed else 'MISSED'}: {bar}" for bar, passed in self.bars.items()),
        ]


def run_class(plan: ClassPlan, report: Report) -> ClassReport:
    """Measure, on a database of its own.

    Args:
        plan: How large.
        report: Is told what is being done.
    """
    with tempfile.TemporaryDirectory(prefix="safertogether-class-") as data:
        return asyncio.run(_run(plan, Path(data), report))


async def _run(plan: ClassPlan, data: Path, report: Report) -> ClassReport:
    async with Simulator(SimulatorOptions(rate_limits=RateLimits())) as simulator:
        bot = BenchBot(simulator, data)
        await bot.start()
        try:
            return await _play(plan, simulator, bot, data, report)
        finally:
            await bot.kill()


async def _play(plan: ClassPlan, simulator: Simulator, bot: "BenchBot", data: Path, report: Report) -> ClassReport:
    teacher = _Teacher(simulator)
    report("Opening the class")
    code = await teacher.open_class()
    students = Students(simulator, plan.students)
    report(f"{plan.students} students join")
    await students.join(code)
    await asyncio.sleep(3)
    begun_s = time.monotonic()
    await teacher.press("Mula")
    killed: set[int] = set()
    for number in range(1, plan.questions + 1):
        if number in plan.killed_at:
            await students.half_got(number)
            report(f"kill -9 in question {number}")
            await bot.kill()
            await bot.start()
            killed.add(number)
        await students.all_answered(number)
        report(f"Question {number} answered by all")
    ended_s = time.monotonic()
    await simulator.wait_until(lambda: _kept(data, code) >= students.answered, _PATIENCE_S, "answers in the database")
    return _report(plan, simulator, students, killed, _kept(data, code), ended_s - begun_s)


def _report(
    plan: ClassPlan, simulator: Simulator, students: Students, killed: set[int], kept: int, took_s: float
) -> ClassReport:
    deliveries = sorted(students.got_s.values(), key=lambda got: min(min(times) for times in got.values()))
    spreads = [max(max(t) for t in got.values()) - min(min(t) for t in got.values()) for got in deliveries]
    return ClassReport(
        students=plan.students,
        questions=plan.questions,
        kills=len(killed),
        spreads_s=tuple(spread for number, spread in enumerate(spreads, start=1) if number not in killed),
        spreads_killed_s=tuple(spread for number, spread in enumerate(spreads, start=1) if number in killed),
        delivered=sum(len(got) for got in deliveries),
        doubled=sum(len(times) - 1 for got in deliveries for times in got.values()),
        answers_given=students.answered,
        answers_kept=kept,
        too_many_requests=sum(call.status == 429 for call in simulator.calls),
        from_start_to_end_s=took_s,
    )


def _kept(data: Path, code: str) -> int:
    """How many answers stand in the database."""
    database, _ = open_store(load_settings(data=data), seeded=False)
    try:
        classes = ClassroomStore(database)
        record = classes.by_code(code)
        if record is None:
            return 0
        with classes.room(record.id) as room:
            return sum(ask.is_answered for ask in room.asks())
    finally:
        database.dispose()


class BenchBot:
    """The bot's process."""

    def __init__(self, simulator: Simulator, data: Path) -> None:
        self._command = (
            *(sys.executable, "-m", "bot.bench.class_bot"),
            *(simulator.token, simulator.base_url, simulator.base_file_url, str(data)),
        )
        self._process: Process | None = None

    async def start(self) -> None:
        """Start it; it polls when it is ready."""
        self._process = await asyncio.create_subprocess_exec(*self._command)

    async def kill(self) -> None:
        """End it as a power cut would: kill -9."""
        if self._process is not None:
            self._process.kill()
            await self._process.wait()
            self._process = None


class _Teacher:
    """Opens a class in which all get each question together."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._person: SimulatedPerson = simulator.person("Cikgu", language_code="ms")

    async def open_class(self) -> str:
        await self._person.send("/class")
        for label in ("Masa", "60 s", "Buka kelas"):
            await self.press(label)
        invitation = await self._simulator.wait_until(self._invitation, _PATIENCE_S, "invitation")
        code = read_code(invitation.text.split("Kod kelas:")[1].split("\n")[0])
        assert code is not None
        return code

    async def press(self, label: str) -> None:
        message = await self._simulator.wait_until(lambda: self._with(label), _PATIENCE_S, f"button {label}")
        name = next(one for one in message.button_labels if label in one)
        await asyncio.sleep(1.1)
        await self._person.press(message, name)

    def _with(self, label: str) -> Message | None:
        chat = self._simulator.private_chat(self._person)
        found = [one for one in chat.bot_messages if any(label in name for name in one.button_labels)]
        return found[-1] if found else None

    def _invitation(self) -> Message | None:
        chat = self._simulator.private_chat(self._person)
        return next((one for one in chat.bot_messages if "Kod kelas:" in one.text), None)
