"""One small measurement of the real bot."""

from pathlib import Path

import pytest

from bot.bench.bars import EMBEDDER_ALONE
from bot.bench.session import BenchPlan, run_bench
from bot.settings import load_settings
from bot.wiring import open_knowledge

SMALL = BenchPlan(seconds=2, rate=5, nlu=False, naive=False, warm_up=3, idle_messages=3, questions=5)


@pytest.mark.e2e
@pytest.mark.model
def test_a_small_run_answers_everything_and_fills_every_figure(tmp_path: Path) -> None:
    """The real bot with the seed entries and without Rasa; how fast it was is nobody's business here."""
    knowledge = open_knowledge(load_settings(data=tmp_path), seeded=True)
    said: list[str] = []
    try:
        found = run_bench(SMALL, knowledge, tmp_path, said.append)
    finally:
        knowledge.close()
    assert (found.idle.sent, found.idle.answered, found.idle.failed) == (3, 3, 0)
    assert (found.load.sent, found.load.answered, found.load.lost + found.load.failed) == (10, 10, 0)
    stages = {made.stage for made in found.stages_load}
    assert stages == {"embed", "search", "fuse", "store", "render", "send", "wait", "whole", "other"}
    assert all(made.ms.n and not made.failed for made in found.stages_load)
    assert found.entries > 100
    assert found.peak_memory_mb > 0
    retriever, embedder = found.comparisons
    assert (retriever.name, embedder.name) == ("our retriever alone", EMBEDDER_ALONE)
    assert embedder.asked > 5_000
    longest_s = embedder.ms.n * embedder.ms.max / 1000
    assert embedder.per_s >= embedder.asked / longest_s > 0
    assert len(found.bars) == 4
    assert said[0] == "Warming up"
