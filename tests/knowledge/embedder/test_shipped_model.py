"""The model that ships with the project."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.embedder.sentence_embedder import SentenceEmbedder
from knowledge.embedder.shipped_embedder import SHIPPED_MODEL, ShippedEmbedder
from knowledge.errors import EmbedderLoadError, EmbedderNotLoadedError

pytestmark = pytest.mark.model
LIMIT_BYTES = 40_000_000


@pytest.fixture(scope="module")
def embedder() -> ShippedEmbedder:
    loaded = ShippedEmbedder()
    loaded.load()
    return loaded


def test_it_is_small() -> None:
    """It ships with the project, so it stays below 40 MB."""
    assert 0 < sum(path.stat().st_size for path in SHIPPED_MODEL.iterdir()) <= LIMIT_BYTES


def test_rows_are_unit_vectors_in_order(embedder: ShippedEmbedder) -> None:
    """One row a text, each of length 1, the same alone as in a batch."""
    texts = ["SPR menafikan dakwaan itu.", "The EC denies the claim.", "Zxqwv Brrrnt"]
    rows = embedder.embed(texts)
    assert rows.shape == (3, embedder.dimension)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(rows, np.concatenate([embedder.embed([text]) for text in texts]), atol=1e-6)


def test_translation_is_nearer_than_another_sentence(embedder: ShippedEmbedder) -> None:
    """Malay and English share one space."""
    malay, english, other = embedder.embed(
        ["Harga minyak masak akan naik esok", "Cooking oil prices will rise tomorrow", "The police arrested a thief"]
    )
    assert malay @ english > 0.5 > malay @ other


def test_unknown_name_is_the_same_in_any_sentence(embedder: ShippedEmbedder) -> None:
    """A name outside the table still tells two texts apart, and a misspelling lies nearer than another name."""
    name, misspelt, other = embedder.embed(
        ["Kampung Sungai Zrambutu", "Kampung Sungai Zrambuttu", "Kampung Sungai Qelwixo"]
    )
    assert name @ misspelt > name @ other


def test_nothing_to_say_is_a_zero_vector(embedder: ShippedEmbedder) -> None:
    """An empty text is like no other."""
    assert np.allclose(embedder.embed(["", "😀"]), 0)


def test_embedding_before_loading_is_an_error() -> None:
    """Loading is a named step and never happens silently."""
    with pytest.raises(EmbedderNotLoadedError):
        ShippedEmbedder().embed(["x"])
    with pytest.raises(EmbedderNotLoadedError):
        SentenceEmbedder("any").embed(["x"])


def test_missing_model_is_a_plain_error(tmp_path: Path) -> None:
    """A wrong folder is named."""
    with pytest.raises(EmbedderLoadError, match="nowhere"):
        ShippedEmbedder(tmp_path / "nowhere").load()
    with pytest.raises(EmbedderLoadError, match="nowhere"):
        SentenceEmbedder(str(tmp_path / "nowhere")).load()


def test_a_damaged_model_is_a_plain_error(tmp_path: Path) -> None:
    """Files that were cut short, or that do not belong together, are never used."""
    for name in ("words.txt", "word_bag.json", "words.safetensors"):
        (tmp_path / name).write_bytes((SHIPPED_MODEL / name).read_bytes())
    (tmp_path / "words.txt").write_text("undi\nvote", encoding="utf-8")
    with pytest.raises(EmbedderLoadError, match="2 words"):
        ShippedEmbedder(tmp_path).load()
    (tmp_path / "words.safetensors").write_bytes((SHIPPED_MODEL / "words.safetensors").read_bytes()[:1000])
    with pytest.raises(EmbedderLoadError, match="damaged"):
        ShippedEmbedder(tmp_path).load()


def test_sentence_transformers_reads_the_same_model(embedder: ShippedEmbedder) -> None:
    """The folder is a sentence-transformers model without network, and its vectors are the bot's own."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(SHIPPED_MODEL), device="cpu", trust_remote_code=True, local_files_only=True)
    texts = ["SPR menafikan dakwaan itu.", "yg x btul la beb", "PRU-15 kat Baling 15/11", "The EC denies it", ""]
    assert np.allclose(model.encode(texts, normalize_embeddings=True), embedder.embed(texts), atol=1e-6)
    assert model.get_embedding_dimension() == embedder.dimension
