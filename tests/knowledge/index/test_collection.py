"""Shelves and pages, in memory and in files."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.entry import EntryKind, FactCheck, Guideline
from knowledge.index.approximate_vectors import ApproximateVectors
from knowledge.index.collection import KINDS, Collection
from knowledge.profile import profile_of
from knowledge.text.analysis import analyse
from tests.knowledge.conftest import MakeFactCheck, MakeGuideline

QUERY = "kertas undi titik hitam"


def put(collection: Collection, *entries: FactCheck | Guideline) -> None:
    """Add entries with their vectors."""
    profiles = [profile_of(entry) for entry in entries]
    texts = [passage.text for profile in profiles for passage in profile.passages]
    collection.put(profiles, HashEmbedder().embed(texts))


def found(collection: Collection) -> list[object]:
    """What both searches of both shelves and the closer looks find for a message."""
    vector, units = HashEmbedder().embed([QUERY])[0], analyse(QUERY).different
    out: list[object] = []
    for kind in KINDS:
        shelf = collection.shelves[kind]
        numbers = [hit.number for hit in shelf.lexical.search(analyse(QUERY).terms, 20)]
        out += [numbers, [round(shelf.lexical.idf(unit.key), 9) for unit in units], shelf.nearest(vector, 20)]
        out += [shelf.cosines(numbers, vector), [shelf.profile(number).entry for number in numbers]]
        out += [each.message_soft for each in shelf.align(units, numbers)]
    return out


@pytest.fixture
def filled(make_fact_check: MakeFactCheck, make_guideline: MakeGuideline) -> Collection:
    """Entries of both kinds, of which some were corrected and dropped."""
    collection = Collection(HashEmbedder())
    put(collection, *(make_fact_check(id=f"c-{at}", source_url=f"https://a.my/{at // 2}") for at in range(8)))
    put(collection, make_guideline(id="g-1"), make_guideline(id="g-2"))
    put(collection, make_fact_check(id="c-3", claim_ms="Kertas undi bertitik hitam sah.", source_url="https://b.my"))
    collection.drop(["c-5", "g-2"])
    return collection


def test_a_saved_collection_finds_the_same(filled: Collection, tmp_path: Path) -> None:
    """With words, vectors, entries and pages; and again after it changed and was saved once more."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    filled.tidy()
    filled.save(tmp_path / "one")
    loaded = Collection.load(tmp_path / "one", HashEmbedder())
    assert len(loaded) == len(filled) == 8
    assert found(loaded) == found(filled)
    assert [entry.id for entry in loaded.linked("https://www.a.my/1/")] == ["c-2"]
    changed = next(loaded.entries()).model_copy(update={"source_url": "https://c.my"})
    for collection in (filled, loaded):
        put(collection, changed)
        collection.drop(["c-6"])
    assert found(loaded) == found(filled)
    loaded.tidy()
    loaded.save(tmp_path / "two")
    assert found(Collection.load(tmp_path / "two", HashEmbedder())) == found(filled)


def test_vectors_in_lists_are_saved_in_lists(filled: Collection, tmp_path: Path) -> None:
    """They can still be changed."""
    shelf = filled.shelves[EntryKind.FACT_CHECK]
    vectors = np.random.default_rng(1).standard_normal((2_000, HashEmbedder.dimension)).astype(np.float32)
    pieces = [(np.arange(10_000, 12_000), vectors)]
    shelf.vectors.adopt(ApproximateVectors.of(lambda: pieces, 2_000, HashEmbedder.dimension, lists=16))
    filled.tidy()
    filled.save(tmp_path)
    vectors_again = Collection.load(tmp_path, HashEmbedder()).shelves[EntryKind.FACT_CHECK].vectors
    assert not vectors_again.is_exact
    assert np.array_equal(vectors_again.take([10_007]), shelf.vectors.take([10_007]))
    vectors_again.remove([10_007])
    assert len(vectors_again) == 1_999
