"""A direction for every term."""

import numpy as np

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.index.term_vectors import NO_ROW, TermVectors
from knowledge.text.analysis import Term

UNDI, BANJIR = Term("undi", "undi"), Term("banjir", "banjir")


def test_each_term_keeps_its_row() -> None:
    """A term is embedded once, and numbers its row for good."""
    table = TermVectors(HashEmbedder())
    first = table.rows([UNDI, BANJIR])
    assert list(table.rows([BANJIR, UNDI])) == [first[1], first[0]]
    assert table.keys(table.numbers(first)) == ["undi", "banjir"]


def test_words_of_one_stem_have_one_key_and_two_directions() -> None:
    """Whichever comes first: an index that was opened reads entries in another order and must judge the same."""
    mengundi, undian = Term("undi", "mengundi"), Term("undi", "undian")
    for order in ([mengundi, undian], [undian, mengundi]):
        table = TermVectors(HashEmbedder())
        table.rows(order)
        rows = table.rows([mengundi, undian])
        assert np.array_equal(table.take(rows), HashEmbedder().embed(["mengundi", "undian"]))
        assert len(set(table.numbers(rows).tolist())) == 1
        assert table.key_count == 2


def test_row_of_nothing_is_zero() -> None:
    """It stands before every text, and is a partner to no word."""
    table = TermVectors(HashEmbedder())
    assert not table.take(np.array([NO_ROW], dtype=np.int32)).any()


def test_embedding_a_message_gives_it_no_rows() -> None:
    """What people type does not grow the table."""
    table = TermVectors(HashEmbedder())
    assert table.embed([UNDI]).shape == (1, HashEmbedder.dimension)
    assert list(table.known(["undi"])) == [-1]


def test_table_grows() -> None:
    """More terms than it began with are no error, and the first keep their vectors."""
    table = TermVectors(HashEmbedder())
    table.rows([UNDI])
    many = [Term(f"w{at}", f"w{at}") for at in range(5000)]
    table.rows(many)
    assert np.allclose(table.take(table.rows([UNDI])), table.embed([UNDI]))
