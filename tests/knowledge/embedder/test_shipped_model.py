"""The model that ships with the project."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.embedder.sentence_embedder import SHIPPED_MODEL, SentenceEmbedder
from knowledge.errors import EmbedderLoadError, EmbedderNotLoadedError

pytestmark = pytest.mark.model
LIMIT_BYTES = 40_000_000


@pytest.fixture(scope="module")
def embedder() -> SentenceEmbedder:
    loaded = SentenceEmbedder()
    loaded.load()
    return loaded


def test_it_is_small() -> None:
    """It ships with the project, so it stays below 40 MB."""
    assert 0 < sum(path.stat().st_size for path in SHIPPED_MODEL.iterdir()) <= LIMIT_BYTES


def test_rows_are_unit_vectors_in_order(embedder: SentenceEmbedder) -> None:
    """One row a text, each of length 1, the same alone as in a batch."""
    texts = ["SPR menafikan dakwaan itu.", "The EC denies the claim.", "Zxqwv Brrrnt"]
    rows = embedder.embed(texts)
    assert rows.shape == (3, embedder.dimension)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(rows, np.concatenate([embedder.embed([text]) for text in texts]), atol=1e-6)


def test_translation_is_nearer_than_another_sentence(embedder: SentenceEmbedder) -> None:
    """Malay and English share one space."""
    malay, english, other = embedder.embed(
        ["Harga minyak masak akan naik esok", "Cooking oil prices will rise tomorrow", "The police arrested a thief"]
    )
    assert malay @ english > 0.5 > malay @ other


def test_unknown_name_is_the_same_in_any_sentence(embedder: SentenceEmbedder) -> None:
    """A name outside the table still tells two texts apart, and a misspelling lies nearer than another name."""
    name, misspelt, other = embedder.embed(
        ["Kampung Sungai Zrambutu", "Kampung Sungai Zrambuttu", "Kampung Sungai Qelwixo"]
    )
    assert name @ misspelt > name @ other


def test_nothing_to_say_is_a_zero_vector(embedder: SentenceEmbedder) -> None:
    """An empty text is like no other."""
    assert np.allclose(embedder.embed(["", "😀"]), 0)


def test_embedding_before_loading_is_an_error() -> None:
    """Loading is a named step and never happens silently."""
    with pytest.raises(EmbedderNotLoadedError):
        SentenceEmbedder().embed(["x"])


def test_missing_model_is_a_plain_error(tmp_path: Path) -> None:
    """A wrong folder is named."""
    with pytest.raises(EmbedderLoadError, match="nowhere"):
        SentenceEmbedder(tmp_path / "nowhere").load()
