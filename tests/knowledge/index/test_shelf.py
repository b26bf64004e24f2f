"""Words and vectors of entries, kept in step."""

import numpy as np

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.index.shelf import Shelf
from knowledge.index.term_vectors import TermVectors
from knowledge.passage import PassageRole
from knowledge.profile import profile_of
from knowledge.text.analysis import analyse
from tests.knowledge.conftest import MakeFactCheck


def weights_of(shelf: Shelf) -> list[float]:
    """What the first entry's terms tell."""
    units = shelf.profile(0).headings[0].different
    return shelf.align(units, [0])[0].weights.tolist()


def test_cosines_align_and_weights_follow_every_change(make_fact_check: MakeFactCheck) -> None:
    """After an entry comes or goes, what terms tell is worked out anew."""
    embedder = HashEmbedder()
    shelf = Shelf(embedder.dimension, TermVectors(embedder))
    for name in ("satu", "dua"):
        profile = profile_of(make_fact_check(id=name))
        shelf.put([profile], embedder.embed([passage.text for passage in profile.passages]))
        if name == "satu":
            alone = weights_of(shelf)
    assert len(shelf) == 2
    assert weights_of(shelf) != alone
    heading = embedder.embed([shelf.profile(0).passages[0].text])[0]
    found = shelf.cosines([0, 1], heading)
    assert np.allclose([each.heading for each in found], 1.0, atol=1e-5)
    assert shelf.align(shelf.profile(0).headings[0].units, [1])[0].message_soft > 0.99
    shelf.drop("dua")
    assert weights_of(shelf) == alone
    assert [hit.number for hit in shelf.nearest(heading, 5)] == [0]


def test_the_nearest_heading_is_the_one_of_that_place_in_the_profile(make_fact_check: MakeFactCheck) -> None:
    """Passages come by language, a profile's headings claims first: what is nearest must be looked up in the latter."""
    embedder = HashEmbedder()
    shelf = Shelf(embedder.dimension, TermVectors(embedder))
    profile = profile_of(
        make_fact_check(wordings_ms=["undi kena tolak", "kertas bertitik"], wordings_en=["dots spoil"])
    )
    shelf.put([profile], embedder.embed([passage.text for passage in profile.passages]))
    headings = [passage.text for passage in profile.passages if passage.role is not PassageRole.BODY]
    assert len(headings) == len(profile.headings) == 5
    for text in headings:
        nearest = shelf.cosines([0], embedder.embed([text])[0])[0].nearest_heading
        assert profile.headings[nearest] == analyse(text)
