"""The bench of corrections, in small: the whole bot as a process of its own, really killed."""

from pathlib import Path

import pytest

from bot.bench.corrections import measure_corrections


@pytest.mark.e2e
@pytest.mark.model
async def test_nothing_is_lost_or_comes_twice_when_the_bot_is_killed(tmp_path: Path) -> None:
    """Killed with a message delivered and not noted, the next run finds it and goes on; Telegram refuses nothing."""
    measured = await measure_corrections(40, 2, tmp_path, lambda line: None)
    assert (measured.lost, measured.twice, measured.refused_429) == (0, 0, 0)
    assert len(measured.in_flight) == 2
    assert min(measured.in_flight) > 0
    assert measured.probes > 0
