"""The FAISS index."""

import numpy as np
import pytest

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
