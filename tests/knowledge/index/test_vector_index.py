"""The FAISS index."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import IndexUnavailableError
from knowledge.index.vector_index import VectorIndex


@pytest.fixture
def index() -> VectorIndex:
    built = VectorIndex(3)
    built.add([10, 20, 30], np.eye(3, dtype=np.float32))
    return built


def test_search_gives_cosines_best_first(index: VectorIndex) -> None:
    """The nearest vector comes first with its inner product."""
    hits = index.search(np.array([0.8, 0.6, 0.0], dtype=np.float32), 2)
    assert [(hit.number, round(hit.score, 3)) for hit in hits] == [(10, 0.8), (20, 0.6)]


def test_removed_vector_is_not_found(index: VectorIndex) -> None:
    """A dropped number never comes back."""
    index.remove([10])
    assert {hit.number for hit in index.search(np.array([1, 0, 0], dtype=np.float32), 3)} == {20, 30}


def test_round_trip_through_a_file(index: VectorIndex, tmp_path: Path) -> None:
    """A saved index finds the same after loading."""
    index.save(tmp_path / "v.faiss")
    query = np.array([0, 1, 0], dtype=np.float32)
    assert VectorIndex.load(tmp_path / "v.faiss").search(query, 3) == index.search(query, 3)


def test_broken_file_is_an_error(tmp_path: Path) -> None:
    """A damaged file is an error, never an empty index."""
    (tmp_path / "v.faiss").write_bytes(b"nonsense")
    with pytest.raises(IndexUnavailableError):
        VectorIndex.load(tmp_path / "v.faiss")
