"""The intent classifier's arithmetic."""

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from nlu.components.linear_model import LinearModel

COUNTS = csr_matrix(np.array([[2, 0, 1], [1, 0, 0], [0, 3, 1], [0, 1, 0]], np.float32))
DENSE = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.float32)
LABELS = ["thank", "thank", "greet", "greet"]


@pytest.fixture
def model() -> LinearModel:
    """Fitted on four rows."""
    made = LinearModel(C=3.0, dense_weight=1.0, random_state=42)
    made.fit([COUNTS], DENSE, LABELS)
    return made


def test_rows_add_up_to_one(model: LinearModel) -> None:
    """Confidences are shares of one, and the fitted rows are recognised."""
    chances = model.predict([COUNTS], DENSE)
    assert model.labels == ["greet", "thank"]
    np.testing.assert_allclose(chances.sum(axis=1), 1, rtol=1e-6)
    assert [model.labels[row.argmax()] for row in chances] == LABELS


def test_reads_what_it_wrote(model: LinearModel, tmp_path: Path) -> None:
    """A stored model answers exactly as before."""
    model.write(tmp_path / "weights.npz")
    again = LinearModel.read(tmp_path / "weights.npz")
    np.testing.assert_array_equal(again.predict([COUNTS], DENSE), model.predict([COUNTS], DENSE))
    assert again.labels == model.labels


def test_row_without_any_feature(model: LinearModel) -> None:
    """A text of unknown words gets an answer, not a division by zero."""
    chances = model.predict([csr_matrix((1, 3), dtype=np.float32)], np.zeros((1, 2), np.float32))
    assert np.isfinite(chances).all()


def test_missing_weights_are_an_error(tmp_path: Path) -> None:
    """There is no such thing as an untrained model that answers."""
    with pytest.raises(FileNotFoundError):
        LinearModel.read(tmp_path / "weights.npz")
