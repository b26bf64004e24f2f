"""Vectors kept on disk."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.embedder.vector_cache import VectorCache

TEXTS = ["undi rosak", "harga minyak"]


class CountingEmbedder(HashEmbedder):
    """Counts what it is asked to embed."""

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Note the texts and embed them."""
        self.asked += texts
        return super().embed(texts)


def filled(path: Path) -> None:
    cache = VectorCache(path, CountingEmbedder())
    cache.embed(TEXTS)
    cache.save(TEXTS)


def test_known_texts_are_not_embedded_again(tmp_path: Path) -> None:
    """A second start embeds only what is new, and gives the same vectors."""
    filled(tmp_path / "v.npz")
    embedder = CountingEmbedder()
    again = VectorCache(tmp_path / "v.npz", embedder).embed([*TEXTS, "baru"])
    assert embedder.asked == ["baru"]
    assert np.array_equal(again[:2], HashEmbedder().embed(TEXTS))


def test_vectors_of_another_model_are_never_given(tmp_path: Path) -> None:
    """The model's name is part of the key."""
    filled(tmp_path / "v.npz")
    other = CountingEmbedder("another")
    VectorCache(tmp_path / "v.npz", other).embed(TEXTS)
    assert other.asked == TEXTS


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04broken"])
def test_broken_file_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    """A damaged cache costs time, never a wrong vector or a failed start."""
    (tmp_path / "v.npz").write_bytes(content)
    embedder = CountingEmbedder()
    assert VectorCache(tmp_path / "v.npz", embedder).embed(TEXTS).shape == (2, embedder.dimension)
    assert embedder.asked == TEXTS


def test_unchanged_texts_leave_the_file_alone(tmp_path: Path) -> None:
    """A second start skips what is done."""
    path = tmp_path / "v.npz"
    filled(path)
    before = path.stat().st_mtime_ns
    filled(path)
    assert path.stat().st_mtime_ns == before


def test_texts_no_longer_used_are_forgotten(tmp_path: Path) -> None:
    """The file does not grow with every correction."""
    path = tmp_path / "v.npz"
    filled(path)
    VectorCache(path, CountingEmbedder()).save(TEXTS[:1])
    embedder = CountingEmbedder()
    VectorCache(path, embedder).embed(TEXTS)
    assert embedder.asked == TEXTS[1:]
