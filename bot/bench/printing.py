"""The figures as tables for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from bot.bench.report import Answering, Bar, BenchReport, StageTime, Throughput

_WIDTH = 120
_VERDICTS = {True: "pass", False: "FAIL", None: "run too short"}


def print_report(report: BenchReport, console: Console | None = None) -> None:
    """Show a report.

    Args:
        report: With its bars.
        console: Where; standard output by default.
    """
    console = console or Console(width=_WIDTH, highlight=False)
    for table in (
        _facts(report),
        _answering((("idle, one by one", report.idle), ("under load", report.load))),
        _stages("Stages of a message, idle (ms)", report.stages_idle),
        _stages("Stages of a message, under load (ms)", report.stages_load),
        _comparisons(report.comparisons),
        _bars(report.bars),
    ):
        console.print(table)
        console.print()
    for remark in report.remarks:
        console.print(remark, markup=False)


def _facts(report: BenchReport) -> Table:
    machine = report.machine
    table = Table(title="Measured on", show_header=False, title_justify="left")
    table.add_row(
        "processor", f"{machine.processor}, {machine.cores} cores, {machine.memory_mb:,} MB, {machine.system}"
    )
    table.add_row("load average at start", f"{machine.load:.2f} (above 0, something else was running)")
    table.add_row("Python", machine.python)
    table.add_row("packages", ", ".join(f"{name} {number}" for name, number in machine.packages.items()))
    table.add_row("entries", str(report.entries))
    table.add_row("peak memory", f"{report.peak_memory_mb:.0f} MB, main process")
    table.add_row("conditions", "\n".join(f"- {condition}" for condition in report.conditions))
    return table


def _answering(rows: Iterable[tuple[str, Answering]]) -> Table:
    columns = (
        "sent",
        "answered",
        "lost",
        "failed",
        "sent/s",
        "answered/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "max ms",
        "CPU ms",
    )
    table = _table("From a message to its answer", "", *columns)
    for name, made in rows:
        counts = (str(made.sent), str(made.answered), str(made.lost), str(made.failed))
        rates = (f"{made.sent_per_s:.1f}", f"{made.answered_per_s:.1f}")
        latency = made.latency_ms
        table.add_row(
            name, *counts, *rates, *_ms(latency.p50, latency.p95, latency.p99, latency.max, made.processor_ms)
        )
    return table


def _stages(title: str, stages: Iterable[StageTime]) -> Table:
    table = _table(title, "stage", "messages", "failed", "p50", "p95", "max")
    for made in stages:
        table.add_row(made.stage, str(made.ms.n), str(made.failed), *_ms(made.ms.p50, made.ms.p95, made.ms.max))
    return table


def _comparisons(rows: Iterable[Throughput]) -> Table:
    table = _table("For comparison, in the same run", "", "at once", "asked", "failed", "per s", "p50 ms", "p95 ms")
    for made in rows:
        counts = (str(made.at_once), str(made.asked), str(made.failed), f"{made.per_s:.1f}")
        table.add_row(made.name, *counts, *_ms(made.ms.p50, made.ms.p95))
    return table


def _bars(bars: Iterable[Bar]) -> Table:
    table = Table("", "asked", "measured", "", title="What is asked", title_justify="left")
    for bar in bars:
        table.add_row(bar.name, bar.asked, bar.measured, _VERDICTS[bar.passed])
    return table


def _table(title: str, first: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _ms(*values: float) -> list[str]:
    return [f"{value:.1f}" for value in values]
