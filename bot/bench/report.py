"""The figures of one measurement."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from bot.bench.machine import Machine
from bot.bench.spread import Spread, spread_of
from bot.bench.stopwatch import Lap, Stage
from bot.bench.traffic import TrafficResult


@dataclass(frozen=True)
class StageTime:
    """How long a stage took for the messages that had it, in ms; `failed` is how many it failed for.

    The stage "other" is what is left of a message's whole time: the event loop and python-telegram-bot.
    """

    stage: str
    ms: Spread
    failed: int


@dataclass(frozen=True)
class Answering:
    """How messages were answered. Times are from a message's sending to its answer standing in the chat.

    Attributes:
        rate_asked: Messages a second that were to be sent; 0 when each waited for the answer to the one before.
        seconds: How long they were to be sent.
        sent: How many were.
        answered: How many got an answer.
        lost: How many got none within 15 s of the last sending.
        failed: For how many something broke, so that an apology may be all they got. Rasa's silence does not count.
        sent_per_s: Over `seconds`, or longer if the sender fell behind.
        answered_per_s: Over `seconds`, or longer if the bot fell behind.
        latency_ms: Of the answered ones.
        processor_ms: Processor time of the main process for each message sent.
    """

    rate_asked: float
    seconds: float
    sent: int
    answered: int
    lost: int
    failed: int
    sent_per_s: float
    answered_per_s: float
    latency_ms: Spread
    processor_ms: float


@dataclass(frozen=True)
class Throughput:
    """How fast something answers that is asked again and again, `at_once` at a time."""

    name: str
    at_once: int
    asked: int
    failed: int
    per_s: float
    ms: Spread


@dataclass(frozen=True)
class Bar:
    """One thing that is asked; `passed` is None when the run was too small to tell."""

    name: str
    asked: str
    measured: str
    passed: bool | None


@dataclass(frozen=True)
class BenchReport:
    """Everything measured in one run, and under which conditions."""

    machine: Machine
    conditions: tuple[str, ...]
    entries: int
    idle: Answering
    load: Answering
    stages_idle: tuple[StageTime, ...]
    stages_load: tuple[StageTime, ...]
    peak_memory_mb: float
    comparisons: tuple[Throughput, ...]
    remarks: tuple[str, ...]
    bars: tuple[Bar, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """For printing as JSON."""
        return asdict(self)


def answering_of(
    result: TrafficResult, laps: Sequence[Lap], *, rate_asked: float, seconds: float, processor_s: float
) -> Answering:
    """Sum up what came of some traffic.

    Args:
        result: From the simulator.
        laps: Of the same messages, from the bot.
        rate_asked: Messages a second; 0 for one by one.
        seconds: How long they were to be sent; 0 for one by one.
        processor_s: Processor time the main process took meanwhile.
    """
    answered = len(result.latencies_ms)
    return Answering(
        rate_asked=rate_asked,
        seconds=seconds,
        sent=result.sent,
        answered=answered,
        lost=result.sent - answered,
        failed=sum(bool(lap.failed - {Stage.NLU}) for lap in laps),
        sent_per_s=_per_s(result.sent, max(seconds, result.sending_s)),
        answered_per_s=_per_s(answered, max(seconds, result.answering_s)),
        latency_ms=spread_of(result.latencies_ms),
        processor_ms=processor_s * 1000 / max(result.sent, 1),
    )


def stage_times(laps: Sequence[Lap]) -> tuple[StageTime, ...]:
    """Sum up the laps of many messages; stages that none of them had are left out.

    Args:
        laps: One for each message.
    """
    stages = [_stage_time(stage, laps) for stage in Stage]
    other = [_other(lap) for lap in laps]
    return (*(stage for stage in stages if stage.ms.n), StageTime("other", _in_ms(other), 0))


def _stage_time(stage: Stage, laps: Sequence[Lap]) -> StageTime:
    seconds = [lap.seconds[stage] for lap in laps if stage in lap.seconds]
    return StageTime(stage.value, _in_ms(seconds), sum(stage in lap.failed for lap in laps))


def _other(lap: Lap) -> float:
    known = sum(seconds for stage, seconds in lap.seconds.items() if stage is not Stage.WHOLE)
    return max(0.0, lap.seconds[Stage.WHOLE] - known)


def _in_ms(seconds: Iterable[float]) -> Spread:
    return spread_of(value * 1000 for value in seconds)


def _per_s(count: int, seconds: float) -> float:
    return count / seconds if seconds else 0.0
