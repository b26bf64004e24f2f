"""A class under load: `safertogether bench class`. The bot is killed three times while questions are going out."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.bench.class_bot_process import BenchBot, bot_on_simulator
from bot.bench.class_crowd import Students
from bot.bench.class_faults import Interruption, first_call_after, refusals
from bot.bench.class_report import ClassReport
from bot.bench.class_teacher import Teacher
from bot.settings import load_settings
from bot.simulator import Simulator
from bot.wiring import open_store
from knowledge.store.classroom_store import ClassroomStore

_PATIENCE_S: Final = 120.0
Report = Callable[[str], None]


@dataclass(frozen=True)
class ClassPlan:
    """How large the class is, and at which questions the bot is killed when half have got it."""

    students: int = 200
    questions: int = 10
    killed_at: tuple[int, ...] = (3, 6, 9)


def run_class(plan: ClassPlan, report: Report) -> ClassReport:
    """Measure, on a database of its own.

    Args:
        plan: How large.
        report: Is told what is being done.
    """
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="safertogether-class-") as data:
        return asyncio.run(_run(plan, Path(data), load, report))


async def _run(plan: ClassPlan, data: Path, load: float, report: Report) -> ClassReport:
    async with bot_on_simulator(data) as (simulator, bot):
        return await _Run(plan, simulator, bot, data, report).play(load)


class _Run:
    """One class from beginning to end."""

    def __init__(self, plan: ClassPlan, simulator: Simulator, bot: BenchBot, data: Path, report: Report) -> None:
        self._plan = plan
        self._simulator = simulator
        self._bot = bot
        self._data = data
        self._report = report
        self._killed_s: dict[int, float] = {}

    async def play(self, load: float) -> ClassReport:
        teacher, students = Teacher(self._simulator), Students(self._simulator, self._plan.students)
        self._report("Opening the class")
        code = await teacher.open_class()
        self._report(f"{self._plan.students} students join")
        await students.join(code)
        await asyncio.sleep(3)
        begun_s = time.monotonic()
        await teacher.press("Mula")
        for number in range(1, self._plan.questions + 1):
            if number in self._plan.killed_at:
                await students.half_got(number)
                await self._kill(number)
            await students.all_answered(number)
            self._report(f"Question {number} answered by all")
        took_s = time.monotonic() - begun_s
        await self._simulator.wait_until(lambda: self._kept(code) >= students.answered, _PATIENCE_S, "kept answers")
        return self._made(load, students, teacher, self._kept(code), took_s)

    async def _kill(self, number: int) -> None:
        self._report(f"kill -9 in question {number}")
        self._killed_s[number] = time.monotonic()
        await self._bot.kill()
        await self._bot.start()

    def _made(self, load: float, students: Students, teacher: Teacher, kept: int, took_s: float) -> ClassReport:
        deliveries = students.deliveries()
        spreads = [times_s[-1] - times_s[0] for times_s in deliveries]
        return ClassReport(
            load=load,
            students=self._plan.students,
            questions=self._plan.questions,
            spreads_s=tuple(one for number, one in enumerate(spreads, start=1) if number not in self._killed_s),
            interruptions=tuple(self._interruption(number, deliveries[number - 1]) for number in self._killed_s),
            delivered=sum(len(got) for got in students.got_s.values()),
            doubled=sum(len(times) - 1 for got in students.got_s.values() for times in got.values()),
            answers_given=students.answered,
            answers_kept=kept,
            refusals=refusals(self._simulator.calls, {teacher.chat_id}),
            probes=len(self._simulator.calls.of("editMessageReplyMarkup")),
            from_start_to_end_s=took_s,
        )

    def _interruption(self, number: int, times_s: list[float]) -> Interruption:
        killed_s = self._killed_s[number]
        back_s = first_call_after(self._simulator.calls, killed_s) or killed_s
        sent_s = next((one for one in times_s if one > back_s), times_s[-1])
        return Interruption(number, times_s[-1] - times_s[0], back_s - killed_s, sent_s - back_s)

    def _kept(self, code: str) -> int:
        """How many answers stand in the database."""
        database, _ = open_store(load_settings(data=self._data), seeded=False)
        try:
            classes = ClassroomStore(database)
            record = classes.by_code(code)
            if record is None:
                return 0
            with classes.room(record.id) as room:
                return sum(ask.is_answered for ask in room.asks())
        finally:
            database.dispose()
