"""Synthetic entries."""

from knowledge.synthesis.synthetic import synthetic_entries
from knowledge.text.language import Language


def test_the_same_seed_gives_the_same_entries() -> None:
    """A measurement can be made again, and a small one is the beginning of a large one."""
    assert list(synthetic_entries(50)) == list(synthetic_entries(200))[:50]
    assert next(synthetic_entries(1, seed=2)).claim_ms != next(synthetic_entries(1, seed=1)).claim_ms


def test_entries_differ_and_are_plainly_synthetic() -> None:
    """No two have one claim, all are in both languages, and none can be taken for somebody's fact-check."""
    entries = list(synthetic_entries(300))
    for language in Language:
        assert len({entry.claim(language) for entry in entries}) == len(entries)
    assert all(entry.id.startswith("synthetic-") and "Synthetic" in entry.publisher for entry in entries)
