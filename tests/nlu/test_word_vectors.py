"""The Rasa side reads the embedder's own files."""

import json
from pathlib import Path

import numpy as np
import pytest

from nlu.components.word_vectors import WordVectors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two words in two dimensions, as safetensors stores them."""
    table = np.array([[100, 0], [0, -50]], np.int8)
    scales = np.array([0.01, 0.02], np.float32)
    header = json.dumps(
        {
            "table": {"dtype": "I8", "shape": [2, 2], "data_offsets": [0, 4]},
            "scales": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]},
        }
    ).encode()
    header += b" " * (-len(header) % 8)
    raw = len(header).to_bytes(8, "little") + header + table.tobytes() + scales.tobytes()
    (tmp_path / "words.safetensors").write_bytes(raw)
    (tmp_path / "words.txt").write_text("undi\nvote", encoding="utf-8")
    return tmp_path


def test_sums_and_normalises(folder: Path) -> None:
    """A text is the direction of the sum of its words; unknown words add nothing."""
    vectors = WordVectors(folder)
    assert vectors.dimension == 2
    np.testing.assert_allclose(vectors.embed(["undi", "qqq"]), [1, 0])
    np.testing.assert_allclose(vectors.embed(["undi", "vote"]), [2**-0.5, -(2**-0.5)], rtol=1e-6)
    np.testing.assert_allclose(vectors.embed(["qqq"]), [0, 0])


def test_parts_that_do_not_belong_together(folder: Path) -> None:
    """A word list of another table is refused, not used."""
    (folder / "words.txt").write_text("undi\nvote\nspr", encoding="utf-8")
    with pytest.raises(ValueError, match="3 words, 2 rows"):
        WordVectors(folder)


def test_missing_model_stops_the_start(tmp_path: Path) -> None:
    """Without vectors there is no featurizer; it does not go on without them in silence."""
    with pytest.raises(FileNotFoundError):
        WordVectors(tmp_path)
