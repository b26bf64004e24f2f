"""The BM25 index."""

import numpy as np
import pytest

from knowledge.index.lexical_index import LexicalIndex

DOCUMENTS = {0: ["undi", "rosak", "titik"], 1: ["undi", "pos", "lewat"], 2: ["harga", "minyak", "naik"]}


@pytest.fixture
def index() -> LexicalIndex:
    built = LexicalIndex()
    for number, terms in DOCUMENTS.items():
        built.add(number, terms)
    return built


def test_search_ranks_by_shared_rare_terms(index: LexicalIndex) -> None:
    """The document with the rarer shared term comes first; those sharing nothing do not come."""
    assert [hit.number for hit in index.search(["undi", "titik"], 10)] == [0, 1]


def test_scores_follow_the_formula(index: LexicalIndex) -> None:
    """BM25 by hand: idf ln(1 + (3 - 1 + 0.5) / 1.5), one occurrence, average length."""
    expected = np.log(1 + 2.5 / 1.5) * 2.2 / (1 + 1.2)
    assert index.scores(["titik"])[0] == pytest.approx(expected, rel=1e-6)


def test_removed_document_is_never_found_and_its_idf_is_gone(index: LexicalIndex) -> None:
    """Taking a document off equals never having added it."""
    index.remove(1, DOCUMENTS[1])
    fresh = LexicalIndex()
    fresh.add(0, DOCUMENTS[0])
    fresh.add(2, DOCUMENTS[2])
    assert index.search(["undi", "pos"], 10) == fresh.search(["undi", "pos"], 10)
    assert index.idf("undi") == fresh.idf("undi")


def test_used_number_is_refused(index: LexicalIndex) -> None:
    """A number is used once, even after its document was removed."""
    index.remove(0, DOCUMENTS[0])
    with pytest.raises(ValueError, match="used already"):
        index.add(0, ["baru"])


def test_empty_index_finds_nothing() -> None:
    """No documents, no hits, no division by zero."""
    assert LexicalIndex().search(["undi"], 5) == []


def test_grows_past_its_first_size() -> None:
    """Numbers far beyond the first block are kept."""
    index = LexicalIndex()
    index.add(5000, ["jauh"])
    assert [hit.number for hit in index.search(["jauh"], 3)] == [5000]
