"""The figures and what is asked of them."""

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from bot.bench.bars import EMBEDDER_ALONE, RASA_ALONE, judged
from bot.bench.machine import peak_memory_mb, this_machine
from bot.bench.printing import print_report
from bot.bench.report import Answering, BenchReport, StageTime, Throughput
from bot.bench.spread import Spread

FAST = Spread(1800, 40.0, 60.0, 80.0, 90.0)
GOOD = BenchReport(
    machine=this_machine(),
    conditions=("the real bot",),
    entries=469,
    idle=Answering(0, 0, 50, 50, 0, 0, 5, 5, FAST, 20),
    load=Answering(30, 60, 1800, 1800, 0, 0, 30, 29.9, FAST, 20),
    stages_idle=(StageTime("embed", FAST, 0),),
    stages_load=(StageTime("embed", FAST, 0),),
    peak_memory_mb=500,
    comparisons=(Throughput(RASA_ALONE, 1, 200, 0, 80, FAST), Throughput("naive", 1, 200, 0, 9, FAST)),
    remarks=("[no] naive pipeline",),
)
SLOW = replace(FAST, p50=61.0, p95=501.0)


def verdicts(report: BenchReport) -> list[bool | None]:
    """Sustained, idle, memory, Rasa."""
    return [bar.passed for bar in judged(report).bars]


def test_good_figures_pass() -> None:
    """Exactly the bars' own values are good enough; the naive pipeline is not judged."""
    assert verdicts(GOOD) == [True, True, True, True]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (replace(GOOD, load=replace(GOOD.load, latency_ms=SLOW)), [False, True, True, True]),
        (replace(GOOD, load=replace(GOOD.load, lost=1)), [False, True, True, True]),
        (replace(GOOD, load=replace(GOOD.load, failed=1)), [False, True, True, True]),
        (replace(GOOD, idle=replace(GOOD.idle, failed=1)), [True, False, True, True]),
        (replace(GOOD, load=replace(GOOD.load, sent_per_s=29.9)), [False, True, True, True]),
        (replace(GOOD, load=replace(GOOD.load, seconds=5)), [None, True, True, True]),
        (replace(GOOD, load=replace(GOOD.load, rate_asked=5)), [None, True, True, True]),
        (replace(GOOD, idle=replace(GOOD.idle, latency_ms=SLOW)), [True, False, True, True]),
        (replace(GOOD, idle=replace(GOOD.idle, lost=1)), [True, False, True, True]),
        (replace(GOOD, peak_memory_mb=1001), [True, True, False, True]),
        (replace(GOOD, comparisons=()), [True, True, True]),
        (
            replace(GOOD, comparisons=(Throughput(EMBEDDER_ALONE, 1000, 9000, 0, 19_999, FAST),)),
            [True, True, True, False],
        ),
        (
            replace(GOOD, comparisons=(Throughput(EMBEDDER_ALONE, 1000, 9000, 0, 20_000, FAST),)),
            [True, True, True, True],
        ),
        (
            replace(GOOD, comparisons=(replace(GOOD.comparisons[0], per_s=59),)),
            [True, True, True, False],
        ),
        (
            replace(GOOD, comparisons=(replace(GOOD.comparisons[0], failed=1),)),
            [True, True, True, False],
        ),
    ],
)
def test_each_bar_can_be_missed(changed: BenchReport, expected: list[bool | None]) -> None:
    """A figure that misses its bar fails it and no other; a run too short to tell does neither."""
    assert verdicts(changed) == expected


def test_json_has_the_figures() -> None:
    """What is printed as JSON can be read back, bars included."""
    found = json.loads(json.dumps(judged(GOOD).as_dict()))
    assert found["load"]["latency_ms"]["p95"] == 60
    assert found["bars"][0]["passed"] is True
    assert found["machine"]["python"]


def test_tables_show_figures_and_verdicts() -> None:
    """Also texts with square brackets come out whole."""
    out = io.StringIO()
    print_report(judged(replace(GOOD, peak_memory_mb=2000)), Console(file=out, width=160))
    shown = out.getvalue()
    assert "FAIL" in shown
    assert "2000 MB" in shown
    assert "[no] naive pipeline" in shown


def test_the_process_has_some_memory() -> None:
    """The peak is counted in MB."""
    assert 10 < peak_memory_mb() < 100_000
