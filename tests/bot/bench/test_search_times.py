"""Measuring single searches."""

from pathlib import Path

import pytest

from bot.bench.search_times import measure_search

KNOWN = [
    "betul ke kertas undi ada titik hitam sengaja diedar supaya undi pengundi rosak",
    "kertas undi bertanda titik hitam sengaja diedarkan supaya undi rosak",
    "is it true ballot papers with a black dot are handed out so votes become invalid",
]


@pytest.mark.model
def test_every_second_message_is_timed(tmp_path: Path) -> None:
    """For claims and for rules, by file; a message that comes twice is asked once, and rules are never read."""
    known, unknown = tmp_path / "known.jsonl", tmp_path / "unknown.jsonl"
    lines = [f'{{"query": "{text}", "expected": ["titik-hitam-kertas-undi-tidak-sah"]}}' for text in KNOWN]
    known.write_text("\n".join([*lines, lines[0]]), encoding="utf-8")
    unknown.write_text('{"query": "resepi kek pisang", "expected": []}\n' * 2, encoding="utf-8")
    measured = measure_search([known, unknown])
    assert measured.entries > 600
    rows = [(time.messages, time.kind, time.ms.n) for time in measured.times]
    assert rows == [("known", "claims", 1), ("known", "rules", 1), ("unknown", "claims", 0), ("unknown", "rules", 0)]
    claims, rules, *_ = measured.times
    assert claims.read <= 1
    assert rules.read == 0
    assert 0 < claims.ms.p50 == claims.ms.max
