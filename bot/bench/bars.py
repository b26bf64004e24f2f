"""What is asked of the bot's speed, and whether the measured figures reach it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.bench.report import Answering, Bar, BenchReport, Throughput

UPDATES_PER_S: Final = 30.0
SUSTAINED_S: Final = 60.0
LOAD_P95_MS: Final = 500.0
IDLE_P50_MS: Final = 60.0
MEMORY_MB: Final = 1000.0
RASA_PER_S: Final = 60.0
RASA_P95_MS: Final = 60.0
RASA_ALONE: Final = "Rasa /model/parse"
EMBEDDED_PER_S: Final = 20_000.0
EMBEDDER_ALONE: Final = "our embedder, claims and wordings"


def judged(report: BenchReport) -> BenchReport:
    """The report with its bars.

    Args:
        report: Complete but for them.
    """
    bars = (_sustained(report.load), _idle(report.idle), _memory(report.peak_memory_mb))
    return replace(report, bars=(*bars, *_embedder(report.comparisons), *_rasa(report.comparisons)))


def _sustained(load: Answering) -> Bar:
    is_enough = load.rate_asked >= UPDATES_PER_S and load.seconds >= SUSTAINED_S
    is_reached = _all_well(load) and load.sent_per_s >= UPDATES_PER_S and load.latency_ms.p95 <= LOAD_P95_MS
    return Bar(
        f"updates sustained for {SUSTAINED_S:.0f} s",
        f"≥ {UPDATES_PER_S:.0f}/s, none lost or failed, p95 ≤ {LOAD_P95_MS:.0f} ms",
        f"{load.sent_per_s:.1f}/s for {load.seconds:.0f} s, {_unwell(load)}, p95 {load.latency_ms.p95:.0f} ms",
        is_reached if is_enough else None,
    )


def _idle(idle: Answering) -> Bar:
    measured = f"{idle.latency_ms.p50:.1f} ms, {_unwell(idle)}"
    passed = _all_well(idle) and idle.latency_ms.p50 <= IDLE_P50_MS
    return Bar("single message, idle, p50", f"≤ {IDLE_P50_MS:.0f} ms", measured, passed)


def _all_well(made: Answering) -> bool:
    return made.lost == 0 and made.failed == 0


def _unwell(made: Answering) -> str:
    return f"{made.lost} lost, {made.failed} failed"


def _memory(peak_mb: float) -> Bar:
    return Bar("main process, peak memory", f"≤ {MEMORY_MB:.0f} MB", f"{peak_mb:.0f} MB", peak_mb <= MEMORY_MB)


def _embedder(comparisons: Sequence[Throughput]) -> list[Bar]:
    return [
        Bar(
            "short texts embedded in batches",
            f"≥ {EMBEDDED_PER_S:,.0f}/s",
            f"{made.per_s:,.0f}/s in batches of {made.at_once:,}",
            made.per_s >= EMBEDDED_PER_S,
        )
        for made in comparisons
        if made.name == EMBEDDER_ALONE
    ]


def _rasa(comparisons: Sequence[Throughput]) -> list[Bar]:
    return [
        Bar(
            f"{RASA_ALONE}, {made.at_once} at once",
            f"≥ {RASA_PER_S:.0f}/s, p95 ≤ {RASA_P95_MS:.0f} ms",
            f"{made.per_s:.1f}/s, p95 {made.ms.p95:.1f} ms, {made.failed} failed",
            not made.failed and made.per_s >= RASA_PER_S and made.ms.p95 <= RASA_P95_MS,
        )
        for made in comparisons
        if made.name == RASA_ALONE
    ]
