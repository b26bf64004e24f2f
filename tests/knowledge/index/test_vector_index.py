"""The vectors, exact and in lists."""

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.index.approximate_vectors import ApproximateVectors
from knowledge.index.vector_index import VectorIndex

DIMENSION = 16


def unit_vectors(count: int, seed: int = 1) -> NDArray[np.float32]:
    """Directions at random, shape (count, 16)."""
    drawn = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def index() -> VectorIndex:
    built = VectorIndex(3)
    built.add([10, 20, 30], np.eye(3, dtype=np.float32))
    return built


@pytest.fixture
def in_lists() -> VectorIndex:
    """2,000 vectors, numbered from 0, in 16 lists."""
    built = VectorIndex(DIMENSION, most_exact=1_000)
    vectors = unit_vectors(2_000)
    built.add(range(2_000), vectors)
    built.adopt(ApproximateVectors.of(lambda: [(np.arange(2_000), vectors)], 2_000, DIMENSION, lists=16))
    return built


def test_search_gives_cosines_best_first(index: VectorIndex) -> None:
    """The nearest vector comes first with its inner product."""
    hits = index.search(np.array([0.8, 0.6, 0.0], dtype=np.float32), 2)
    assert [(hit.number, round(hit.score, 3)) for hit in hits] == [(10, 0.8), (20, 0.6)]


def test_removed_vector_is_not_found(index: VectorIndex) -> None:
    """A dropped number never comes back."""
    index.remove([10])
    assert {hit.number for hit in index.search(np.array([1, 0, 0], dtype=np.float32), 3)} == {20, 30}


def test_few_vectors_stay_exact(index: VectorIndex) -> None:
    """Nothing is made of them."""
    assert index.grown() is None
    assert index.is_exact
    assert index.take([30]).tolist() == [[0.0, 0.0, 1.0]]


def test_lists_find_nearly_what_looking_at_all_finds(in_lists: VectorIndex) -> None:
    """Few vectors are in them: all lists are looked into, and only the 8 bits are left that may change an order."""
    assert in_lists.probed == 16
    exact = VectorIndex(DIMENSION)
    exact.add(range(2_000), unit_vectors(2_000))
    shared = [
        len({hit.number for hit in exact.search(query, 10)} & {hit.number for hit in in_lists.search(query, 10)})
        for query in unit_vectors(50, seed=2)
    ]
    assert not in_lists.is_exact
    assert sum(shared) / 500 > 0.95
    assert np.abs(in_lists.take([7, 1_999]) - unit_vectors(2_000)[[7, 1_999]]).max() < 0.01


def test_fewer_lists_find_less(in_lists: VectorIndex) -> None:
    """As many as are asked for are looked into, until it is left to the index again."""
    query = unit_vectors(1, seed=2)[0]
    all_lists = in_lists.search(query, 2_000)
    in_lists.look_into(2)
    assert 0 < len(in_lists.search(query, 2_000)) < len(all_lists) == 2_000
    in_lists.look_into(None)
    assert in_lists.search(query, 2_000) == all_lists


def test_lists_take_and_drop_vectors_one_at_a_time(in_lists: VectorIndex) -> None:
    """What came is found, what went is not, and unknown numbers are no error."""
    new = unit_vectors(1, seed=3)
    in_lists.add([2_000], new)
    assert in_lists.search(new[0], 1)[0].number == 2_000
    in_lists.remove([2_000, 5_555])
    assert in_lists.search(new[0], 1)[0].number != 2_000
    assert len(in_lists) == 2_000


def test_lists_are_made_when_there_are_many_and_again_when_there_are_many_more() -> None:
    """From the vectors themselves; removed ones do not come back."""
    index = VectorIndex(DIMENSION, most_exact=41_000)
    vectors = unit_vectors(42_000)
    index.add(range(42_000), vectors)
    index.remove([5])
    grown = index.grown()
    assert grown is not None
    index.adopt(grown)
    assert len(index) == 41_999
    assert index.grown() is None
    assert index.search(vectors[6], 1)[0].number == 6
    assert index.search(vectors[5], 1)[0].number != 5
    index.adopt(ApproximateVectors.of(grown.pieces, 2_000, DIMENSION, lists=16))  # as if made for 2,000
    again = index.grown()
    assert again is not None
    assert len(again) == 41_999
    assert np.abs(again.take(np.array([77])) - vectors[77]).max() < 0.02
