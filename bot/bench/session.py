"""One measurement from beginning to end."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.bench import bot_under_test, comparisons
from bot.bench.bars import judged
from bot.bench.clocks import LapLoop, clocks_running
from bot.bench.machine import Machine, peak_memory_mb, this_machine
from bot.bench.remote_simulator import RemoteSimulator, remote_simulator
from bot.bench.report import Answering, BenchReport, StageTime, Throughput, answering_of, stage_times
from bot.bench.stopwatch import Stopwatch
from bot.bench.text_mix import TextMix
from bot.bench.traffic import Traffic, TrafficResult
from bot.errors import BotError
from bot.nlu_starter import running_nlu
from bot.wiring import Knowledge
from nlu.late_parser import LateParser
from nlu.parser import Parser
from nlu.rasa_client import RasaClient
from nlu.rasa_parser import RasaParser

RASA_AT_ONCE: Final = (1, 4)
Report = Callable[[str], None]


@dataclass(frozen=True)
class BenchPlan:
    """What to measure, and how long.

    Attributes:
        seconds: How long people write at `rate`.
        rate: Messages a second.
        nlu: Whether Rasa takes part.
        naive: Whether the naive pipeline is measured; the first time it reads every passage with a large model.
        warm_up: Messages before anything is measured.
        idle_messages: Messages sent one by one to a bot with nothing else to do.
        questions: What each thing that is measured alone is asked.
    """

    seconds: float = 60.0
    rate: float = 30.0
    nlu: bool = True
    naive: bool = True
    warm_up: int = 20
    idle_messages: int = 50
    questions: int = 200


@dataclass(frozen=True)
class _BotFigures:
    idle: Answering
    load: Answering
    stages_idle: tuple[StageTime, ...]
    stages_load: tuple[StageTime, ...]
    peak_memory_mb: float


def run_bench(plan: BenchPlan, knowledge: Knowledge, work: Path, report: Report) -> BenchReport:
    """Measure.

    Args:
        plan: What to measure.
        knowledge: Open, with published entries.
        work: Keeps Rasa's log and the naive pipeline's vectors.
        report: Is told what is being done.

    Raises:
        BotError: If the bot or the simulator does not work.
        NluError: If Rasa does not.
    """
    machine = this_machine()
    work.mkdir(parents=True, exist_ok=True)
    with asyncio.Runner(loop_factory=LapLoop) as runner:
        return runner.run(_measure(plan, knowledge, work, report, machine))


async def _measure(plan: BenchPlan, knowledge: Knowledge, work: Path, report: Report, machine: Machine) -> BenchReport:
    mix = TextMix(comparisons.published(knowledge))
    alone: list[Throughput] = []
    remarks: list[str] = []
    async with AsyncExitStack() as stack:
        client = await _rasa(stack, plan, work, report)
        parser = RasaParser(client) if client else LateParser()
        figures = await _measure_bot(plan, knowledge, parser, mix, report)
        questions = mix.take(plan.questions)
        if client:
            report("Measuring Rasa alone")
            alone += [await comparisons.rasa_alone(client, questions, at_once) for at_once in RASA_AT_ONCE]
    report("Measuring retrieval alone")
    alone += [comparisons.retriever_alone(knowledge, questions), comparisons.embedder_alone(knowledge)]
    if plan.naive:
        report("Measuring the naive pipeline; the first time it embeds every passage, which takes a minute or two")
        naive = comparisons.naive_alone(knowledge, questions, work / "naive-vectors.npz")
        alone += [naive] if naive else []
        remarks += [] if naive else [comparisons.NOT_INSTALLED]
    found = BenchReport(
        machine=machine,
        conditions=_conditions(plan),
        entries=len(knowledge.retriever),
        idle=figures.idle,
        load=figures.load,
        stages_idle=figures.stages_idle,
        stages_load=figures.stages_load,
        peak_memory_mb=figures.peak_memory_mb,
        comparisons=tuple(alone),
        remarks=tuple(remarks),
    )
    return judged(found)


async def _rasa(stack: AsyncExitStack, plan: BenchPlan, work: Path, report: Report) -> RasaClient | None:
    if not plan.nlu:
        return None
    report("Starting Rasa")
    service = await stack.enter_async_context(running_nlu(work / "rasa-bench.log", report))
    return service.client


async def _measure_bot(
    plan: BenchPlan, knowledge: Knowledge, parser: Parser, mix: TextMix, report: Report
) -> _BotFigures:
    stopwatch = Stopwatch()
    async with remote_simulator() as simulator:
        with clocks_running(stopwatch):
            async with bot_under_test.bot_running(knowledge, parser, simulator.address):
                await _warm_up(simulator, mix.take(plan.warm_up), report)
                stopwatch.take()
                report(f"Idle: {plan.idle_messages} messages, one by one")
                idle, idle_s = await _timed(simulator, Traffic(tuple(mix.take(plan.idle_messages))))
                idle_laps = stopwatch.take()
                report(f"Load: {plan.rate:g} messages a second for {plan.seconds:g} s")
                texts = tuple(mix.take(round(plan.rate * plan.seconds)))
                load, load_s = await _timed(simulator, Traffic(texts, plan.rate))
    load_laps = stopwatch.take()
    return _BotFigures(
        idle=answering_of(idle, idle_laps, rate_asked=0, seconds=0, processor_s=idle_s),
        load=answering_of(load, load_laps, rate_asked=plan.rate, seconds=plan.seconds, processor_s=load_s),
        stages_idle=stage_times(idle_laps),
        stages_load=stage_times(load_laps),
        peak_memory_mb=peak_memory_mb(),
    )


async def _warm_up(simulator: RemoteSimulator, texts: Sequence[str], report: Report) -> None:
    report("Warming up")
    result = await simulator.play(Traffic(tuple(texts)))
    if len(result.latencies_ms) < len(texts):
        raise BotError("The bot did not answer a message; its log is above.")


async def _timed(simulator: RemoteSimulator, traffic: Traffic) -> tuple[TrafficResult, float]:
    """What came of the traffic, and the processor time that this process took meanwhile, in seconds."""
    before_s = time.process_time()
    result = await simulator.play(traffic)
    return result, time.process_time() - before_s


def _conditions(plan: BenchPlan) -> tuple[str, ...]:
    shares = ", ".join(f"{share} % {kind}" for kind, share in TextMix.SHARES.items())
    return (
        "the real bot, long polling a simulated Telegram that runs in another process on this machine",
        "Rasa runs beside it on this machine" if plan.nlu else "without Rasa: every message is taken for a claim",
        bot_under_test.CONDITION,
        f"messages: {shares}; always the same ones for the same entries",
        f"{plan.warm_up} messages before measuring",
        "a message's stages add up to its whole time; fuse includes the wait for the retriever's lock",
        "memory is the main process's own, read before the comparisons; CPU is its processor time for each message",
    )
