"""Words and vectors of entries, kept in step."""

import numpy as np

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.index.shelf import Shelf
from knowledge.index.term_vectors import TermVectors
from knowledge.profile import profile_of
from tests.knowledge.conftest import MakeFactCheck


def test_cosines_align_and_weights_follow_every_change(make_fact_check: MakeFactCheck) -> None:
    """After an entry comes or goes, what terms tell is worked out anew."""
    embedder = HashEmbedder()
    shelf = Shelf(embedder.dimension, TermVectors(embedder))
    for name in ("satu", "dua"):
        profile = profile_of(make_fact_check(id=name))
        shelf.put([profile], embedder.embed([passage.text for passage in profile.passages]))
        if name == "satu":
            alone = shelf.heading_weights(0)
    assert len(shelf) == 2
    assert shelf.heading_weights(0) != alone
    heading = embedder.embed([shelf.profile(0).passages[0].text])[0]
    found = shelf.cosines([0, 1], heading)
    assert np.allclose([each.heading for each in found], 1.0, atol=1e-5)
    assert shelf.align(shelf.profile(0).headings[0].units, [1])[0].message_soft > 0.99
    shelf.drop("dua")
    assert shelf.heading_weights(0) == alone
    assert [hit.number for hit in shelf.nearest(heading, 5)] == [0]
