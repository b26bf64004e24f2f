"""Many classes at once: `safertogether bench class --classes 20`. Do they take turns, and how fast does each go on?"""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from bot.bench.class_bot_process import bot_on_simulator
from bot.bench.class_crowd import Students
from bot.bench.class_faults import Refusal, refusals
from bot.bench.class_teacher import Teacher
from bot.simulator import Simulator

_SETTLES_S: Final = 3.0
Report = Callable[[str], None]


@dataclass(frozen=True)
class ClassesPlan:
    """How many classes, how large each is, and how many of its ten questions are waited for."""

    classes: int = 20
    students: int = 20
    questions: int = 5


@dataclass(frozen=True)
class ClassesReport:
    """What was measured, in seconds; one figure for each class, or for each class and question.

    Attributes:
        load: The machine's load average of the minute before.
        classes: How many.
        students: In each.
        questions: Of each class.
        first_questions_s: From the first question that anybody got to the first that anybody of the class got.
        first_rounds_s: From the same moment to when the whole class had its first question.
        spreads_s: From a question's first delivery in a class to its last there.
        ended_s: From the first question that anybody got until the class had answered all.
        shares: How many questions each class had got when half of all first questions were out.
        per_second: Questions delivered a second while all classes were waiting for one.
        delivered: Questions delivered in all.
        doubled: How many of them twice.
        refusals: Messages that were refused with 429.
    """

    load: float
    classes: int
    students: int
    questions: int
    first_questions_s: tuple[float, ...]
    first_rounds_s: tuple[float, ...]
    spreads_s: tuple[float, ...]
    ended_s: tuple[float, ...]
    shares: tuple[int, ...]
    per_second: float
    delivered: int
    doubled: int
    refusals: tuple[Refusal, ...]

    @property
    def fairness(self) -> float:
        """Jain's index of the shares: 1 when all classes got the same, 1/n when one got everything."""
        return jain(self.shares)

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {**asdict(self), "fairness": self.fairness}

    def lines(self) -> list[str]:
        """For people."""
        return [
            f"load at the start {self.load:.1f}",
            f"{self.classes} classes of {self.students} students, {self.questions} questions, all started at once",
            f"first question of a class after {_range(self.first_questions_s)} s",
            f"first question with the whole class after {_range(self.first_rounds_s)} s",
            f"a question's first to last delivery in its class {_range(self.spreads_s)} s",
            f"all questions answered by a class after {_range(self.ended_s)} s",
            f"{self.per_second:.1f} questions a second while all classes waited",
            f"with half of the first questions out, a class had got {min(self.shares)} to {max(self.shares)} of them; "
            f"Jain's fairness index {self.fairness:.3f}",
            f"delivered {self.delivered}, of these twice {self.doubled}; 429s: {len(self.refusals)}",
            *(one.line() for one in self.refusals),
        ]


def jain(shares: Sequence[int]) -> float:
    """Jain's fairness index (https://arxiv.org/abs/cs/9809099); 1 when there is nothing to share."""
    squares = sum(share * share for share in shares)
    return sum(shares) ** 2 / (len(shares) * squares) if squares else 1.0


def run_classes(plan: ClassesPlan, report: Report) -> ClassesReport:
    """Measure, on a database of its own.

    Args:
        plan: How many and how large.
        report: Is told what is being done.
    """
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="safertogether-classes-") as data:
        return asyncio.run(_run(plan, Path(data), load, report))


async def _run(plan: ClassesPlan, data: Path, load: float, report: Report) -> ClassesReport:
    async with bot_on_simulator(data) as (simulator, _):
        return await _play(plan, simulator, load, report)


async def _play(plan: ClassesPlan, simulator: Simulator, load: float, report: Report) -> ClassesReport:
    teachers = [Teacher(simulator, f"Cikgu {number}") for number in range(plan.classes)]
    crowds = [Students(simulator, plan.students) for _ in teachers]
    report(f"Opening {plan.classes} classes")
    codes = await asyncio.gather(*(teacher.open_class() for teacher in teachers))
    report(f"{plan.classes * plan.students} students join")
    for crowd, code in zip(crowds, codes, strict=True):
        await crowd.join(code)
    await asyncio.sleep(_SETTLES_S)
    report("All start")
    await asyncio.gather(*(teacher.press("Mula") for teacher in teachers))
    ended_s = await asyncio.gather(*(_end(crowd, plan.questions) for crowd in crowds))
    report("All answered")
    return _made(plan, load, crowds, ended_s, refusals(simulator.calls, {one.chat_id for one in teachers}))


async def _end(crowd: Students, questions: int) -> float:
    await crowd.all_answered(questions)
    return time.monotonic()


def _made(
    plan: ClassesPlan, load: float, crowds: list[Students], ended_s: list[float], refused: tuple[Refusal, ...]
) -> ClassesReport:
    rounds = [crowd.deliveries() for crowd in crowds]
    firsts = [asked[0] for asked in rounds]
    begun_s = min(times_s[0] for times_s in firsts)
    shared_until_s = min(times_s[-1] for times_s in firsts)
    half_s = statistics.median(moment_s for times_s in firsts for moment_s in times_s)
    got = [times for crowd in crowds for each in crowd.got_s.values() for times in each.values()]
    shared = sum(moment_s <= shared_until_s for times_s in firsts for moment_s in times_s)
    return ClassesReport(
        load=load,
        classes=plan.classes,
        students=plan.students,
        questions=plan.questions,
        first_questions_s=tuple(times_s[0] - begun_s for times_s in firsts),
        first_rounds_s=tuple(times_s[-1] - begun_s for times_s in firsts),
        spreads_s=tuple(times_s[-1] - times_s[0] for asked in rounds for times_s in asked[: plan.questions]),
        ended_s=tuple(moment_s - begun_s for moment_s in ended_s),
        shares=tuple(sum(moment_s <= half_s for moment_s in times_s) for times_s in firsts),
        per_second=shared / (shared_until_s - begun_s),
        delivered=sum(len(times) for times in got),
        doubled=sum(len(times) - 1 for times in got),
        refusals=refused,
    )


def _range(figures: Sequence[float]) -> str:
    return f"{min(figures):.1f} to {max(figures):.1f} (median {statistics.median(figures):.1f})"
