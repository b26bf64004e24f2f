"""Measuring retrieval among many entries."""

import pytest

from bot.bench.scale import ScaleReport, measure_scale
from bot.bench.search_stages import REST

_QUERIES = [
    f'{{"query": "{text}", "expected": ["titik-hitam-kertas-undi-tidak-sah"]}}'
    for text in ("betul ke kertas undi ada titik hitam jadi undi rosak", "resepi kek pisang nenek saya")
]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> ScaleReport:
    """Thirty synthetic entries beside the seed, two messages, one of them with a wrong expectation."""
    messages = tmp_path_factory.mktemp("scale") / "messages.jsonl"
    messages.write_text("\n".join(_QUERIES), encoding="utf-8")
    said: list[str] = []
    measured = measure_scale(30, messages, said.append)
    assert any("entries" in line for line in said)
    return measured


@pytest.mark.model
def test_right_and_wrong_answers_are_counted(report: ScaleReport) -> None:
    """Half of the messages have their entry first; synthetic claims asked word for word all do."""
    assert (report.seed_first_alone, report.seed_first, report.synthetic_first) == (0.5, 0.5, 1.0)
    assert report.shows


@pytest.mark.model
def test_the_index_is_written_and_opened(report: ScaleReport) -> None:
    """The opened one decides the same."""
    assert report.kept.same == 1.0
    assert report.kept.written_mb > 1


@pytest.mark.model
def test_every_stage_is_timed(report: ScaleReport) -> None:
    """The stages lie within the whole, and none is left out."""
    assert {"embedding", "word search", "vector search", "cosines", "alignment", "judgement", REST} <= set(
        report.stages_ms
    )
    assert all(0 <= milliseconds <= report.search_p95_ms for milliseconds in report.stages_ms.values())


@pytest.mark.model
def test_a_search_through_all_vectors_has_full_recall(report: ScaleReport) -> None:
    """As long as there are few, the index is exact."""
    assert [tried.lists for tried in report.recall] == [None]
    assert report.recall[0].recall > 0.99
    assert report.recall[0].first == 1.0
