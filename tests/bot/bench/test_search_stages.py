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
    with stages.running(), stages.search():
        worker.outer()
        time.sleep(0.03)
    medians = stages.medians_ms()
    assert list(medians) == [REST, "inner", "outer"]
    assert medians["inner"] >= 20
    assert 10 <= medians["outer"] < 20
    assert Worker.outer is before
