"""Where the time of a search goes."""

import time

import pytest

from bot.bench import search_stages
from bot.bench.search_stages import REST, SearchStages


class Worker:
    """Two stages, one of which uses the other."""

    def outer(self) -> None:
        """Take ten milliseconds, and twenty within."""
        time.sleep(0.01)
        self.inner()

    def inner(self) -> None:
        """Take twenty milliseconds."""
        time.sleep(0.02)


def test_a_stage_within_another_counts_for_itself_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no stage takes is the rest; afterwards the methods are what they were."""
    monkeypatch.setattr(search_stages, "_STAGES", ((Worker, "outer", "outer"), (Worker, "inner", "inner")))
    before = Worker.outer
    stages, worker = SearchStages(), Worker()
    begun = time.perf_counter()
    with stages.running(), stages.search():
        worker.outer()
        time.sleep(0.03)
    took_ms = (time.perf_counter() - begun) * 1000
    medians = stages.medians_ms()
    assert set(medians) == {REST, "inner", "outer"}
    assert medians["inner"] >= 20
    assert medians["outer"] >= 10
    assert medians[REST] >= 30
    assert sum(medians.values()) <= took_ms
    assert Worker.outer is before
