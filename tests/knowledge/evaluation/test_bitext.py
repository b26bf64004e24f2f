"""Finding translations."""

from pathlib import Path

import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.errors import TransferError
from knowledge.evaluation.bitext import evaluate_bitext, read_pairs


def test_each_way_is_counted() -> None:
    """A sentence found by its twin counts; one that looks like another does not."""
    english, malay = ["kuching flood", "spr kertas"], ["kuching flood", "kuching flood spr"]
    report = evaluate_bitext(english, malay, HashEmbedder())
    assert (report.n, report.top1_ms_to_en, report.top1_en_to_ms) == (2, 0.5, 1.0)


def test_files_must_be_aligned(tmp_path: Path) -> None:
    """Different lengths or an empty line are errors that name the file."""
    (tmp_path / "en").write_text("a\nb\n", encoding="utf-8")
    (tmp_path / "ms").write_text("a\n", encoding="utf-8")
    with pytest.raises(TransferError, match="must be aligned"):
        read_pairs(tmp_path / "en", tmp_path / "ms")
    (tmp_path / "ms").write_text("a\n\n", encoding="utf-8")
    with pytest.raises(TransferError, match="line 2: is empty"):
        read_pairs(tmp_path / "en", tmp_path / "ms")
