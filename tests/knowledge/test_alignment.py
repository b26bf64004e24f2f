"""Each word's best partner."""

import numpy as np

from knowledge.alignment import TermRows, align
from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.index.term_vectors import TermVectors
from knowledge.text.analysis import Term


def terms(text: str) -> list[Term]:
    return [Term(word, word) for word in text.split()]


def test_shares_say_what_found_a_partner() -> None:
    """All of a repeated claim is found, none of a foreign one; an entry without more texts is no error."""
    table = TermVectors(HashEmbedder())
    entry = TermRows.of([table.rows(terms("undi rosak"))], table.rows([]))
    other = TermRows.of([table.rows(terms("banjir kilat")), table.rows(terms("gempa"))], table.rows(terms("hujan")))
    message = terms("undi rosak")
    same, foreign = align(
        message, [entry, other], table, lambda rows: (rows > 0).astype(np.float32), np.ones(2, dtype=np.float32)
    )
    assert (same.message_soft, same.heading_soft, same.message_worst, same.heading_worst) == (1.0, 1.0, 0.0, 0.0)
    assert foreign.message_soft < 0.3
    assert foreign.message_worst > 0.7


def test_claims_are_near_as_far_as_each_side_has_the_other() -> None:
    """Half of the message in a claim that is all in the message is the mean of a half and a whole; rest is apart."""
    table = TermVectors(HashEmbedder())
    entry = TermRows.of(
        [table.rows(terms("undi rosak"))], table.rows(terms("dakwat")), [table.rows(terms("undi")), table.rows([])]
    )
    weights = np.ones(2, dtype=np.float32)
    (found,) = align(terms("undi rosak"), [entry], table, lambda rows: (rows > 0).astype(np.float32), weights)
    assert np.allclose(found.headings.nearness(weights), [1.0])
    assert np.allclose(found.look_alikes.nearness(weights), [0.5**0.5, 0.0], atol=0.15)


def test_message_without_terms_aligns_with_nothing() -> None:
    """A greeting has no claim."""
    table = TermVectors(HashEmbedder())
    entry = TermRows.of([table.rows(terms("undi rosak"))], table.rows([]))
    (none,) = align([], [entry], table, lambda rows: np.ones(len(rows), dtype=np.float32), np.zeros(0, np.float32))
    assert none.message_soft == 0.0
