"""`safertogether bench`: how fast the whole bot is on this machine."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli.options import DatabaseOption, DataOption, JsonOption, is_own_knowledge, print_json, settings_for
from bot.logging_setup import configure_logging

if TYPE_CHECKING:
    from bot.wiring import Knowledge


class BenchWhat(StrEnum):
    """What `bench` measures."""

    BOT = "bot"
    CLASS = "class"


def bench(
    what: Annotated[BenchWhat, typer.Argument(help="The whole bot, or a class of 200 with three kill -9.")] = (
        BenchWhat.BOT
    ),
    as_json: JsonOption = False,
    seconds: Annotated[float, typer.Option(min=1, help="How long people write.")] = 60,
    rate: Annotated[float, typer.Option(min=0.1, help="Messages a second, whether or not the bot keeps up.")] = 30,
    classes: Annotated[int, typer.Option(min=1, help="How many classes at once; several are not killed.")] = 1,
    students: Annotated[int | None, typer.Option(min=1, help="In each class: 200, or 20 in several.")] = None,
    nlu: Annotated[bool, typer.Option("--nlu/--no-nlu", help="With or without Rasa.")] = True,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Measure the whole bot, and Rasa and a naive pipeline beside it.

    Works on a fresh copy of the seed knowledge. With --data or --database it works there instead, and what its
    made-up people asked stays there: give a scratch one.
    """
    from bot.bench.printing import print_report
    from bot.bench.session import BenchPlan, run_bench

    configure_logging("ERROR")
    console, begun = Console(stderr=True, highlight=False), time.monotonic()

    def report(line: str) -> None:
        console.print(f"[{time.monotonic() - begun:6.1f} s] {line}", markup=False, soft_wrap=True)

    if what is BenchWhat.CLASS:
        _bench_class(classes, students, report, as_json=as_json)
        return
    work = settings_for(None, None).data
    with _knowledge(database, data) as knowledge:
        measured = run_bench(BenchPlan(seconds=seconds, rate=rate, nlu=nlu), knowledge, work, report)
    if as_json:
        print_json(measured.as_dict())
    else:
        print_report(measured)


def _bench_class(classes: int, students: int | None, report: Callable[[str], None], *, as_json: bool) -> None:
    from bot.bench.class_run import ClassPlan, run_class
    from bot.bench.classes_run import ClassesPlan, run_classes

    measured = (
        run_class(ClassPlan(students or ClassPlan.students), report)
        if classes == 1
        else run_classes(ClassesPlan(classes, students or ClassesPlan.students), report)
    )
    if as_json:
        print_json(measured.as_dict())
    else:
        for line in measured.lines():
            typer.echo(line)


@contextmanager
def _knowledge(database: str | None, data: Path | None) -> Iterator["Knowledge"]:
    """The knowledge base that is given, with the seed if it is empty; else one that is deleted at the end."""
    from bot.starting import without_collecting
    from bot.wiring import open_knowledge
    from knowledge.seeding import seed

    with tempfile.TemporaryDirectory(prefix="safertogether-bench-") as scratch:
        folder = Path(scratch) if is_own_knowledge(database, data) else data
        with without_collecting():
            knowledge = open_knowledge(settings_for(database, folder), seeded=False)
            if not len(knowledge.retriever):
                seed(knowledge.entries)
                knowledge.indexer.refresh()
        try:
            yield knowledge
        finally:
            knowledge.close()
