"""The arithmetic of LinearIntentClassifier, without Rasa."""

from pathlib import Path
from typing import List, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack


class LinearModel:
    """TF-IDF per block, rows of length 1, dense columns beside them, one logistic regression for each label.

    Args:
        C: inverse strength of regularisation.
        dense_weight: what the dense columns are multiplied by.
        random_state: seed of the solver.
    """

    def __init__(self, C: float, dense_weight: float, random_state: int) -> None:  # noqa: N803
        """Nothing is fitted yet."""
        self._C, self._dense_weight, self._random_state = C, dense_weight, random_state
        self.labels: List[str] = []
        self._idf: List[np.ndarray] = []

    def fit(self, blocks: Sequence[csr_matrix], dense: np.ndarray, labels: Sequence[str]) -> None:
        """Learn the weights. Rows of `blocks` and `dense` are the examples, in the order of `labels`."""
        from sklearn.linear_model import LogisticRegression

        self._idf = [_idf_of(block) for block in blocks]
        features = csr_matrix(hstack([*self._weighed(blocks), csr_matrix(dense * self._dense_weight)]))
        self.labels = sorted(set(labels))
        wanted = np.array(labels)
        columns, offsets = [], []
        for label in self.labels:
            model = LogisticRegression(
                C=self._C, solver="liblinear", class_weight="balanced", random_state=self._random_state
            )
            model.fit(features, wanted == label)
            columns.append(model.coef_[0].astype(np.float32))
            offsets.append(model.intercept_[0])
        self._weights, self._offsets = np.stack(columns, axis=1), np.array(offsets, np.float32)

    def predict(self, blocks: Sequence[csr_matrix], dense: np.ndarray) -> np.ndarray:
        """Probabilities of shape (rows, labels); each row adds up to 1."""
        # Block by block: joining sparse matrices first would take longer than everything else.
        ends = np.cumsum([len(idf) for idf in self._idf])
        *parts, last = np.split(self._weights, ends)
        scores = (dense * self._dense_weight) @ last + self._offsets
        for block, weights in zip(self._weighed(blocks), parts):
            scores = scores + block @ weights
        chances = 1.0 / (1.0 + np.exp(-scores))
        return chances / chances.sum(axis=1, keepdims=True)

    def write(self, path: Path) -> None:
        """Store everything `read` needs."""
        idf = {f"idf_{number}": values for number, values in enumerate(self._idf)}
        np.savez(
            path,
            labels=np.array(self.labels),
            weights=self._weights,
            offsets=self._offsets,
            dense_weight=self._dense_weight,
            blocks=len(self._idf),
            **idf,
        )

    @classmethod
    def read(cls, path: Path) -> "LinearModel":
        """Read what `write` stored.

        Raises:
            FileNotFoundError: if it is not there.
        """
        with np.load(path, allow_pickle=False) as stored:
            model = cls(C=0.0, dense_weight=float(stored["dense_weight"]), random_state=0)
            model.labels = [str(label) for label in stored["labels"]]
            model._weights, model._offsets = stored["weights"], stored["offsets"]
            model._idf = [stored[f"idf_{number}"] for number in range(int(stored["blocks"]))]
        return model

    def _weighed(self, blocks: Sequence[csr_matrix]) -> List[csr_matrix]:
        return [_weigh(block, idf) for block, idf in zip(blocks, self._idf)]


def _idf_of(counts: csr_matrix) -> np.ndarray:
    """Smoothed inverse document frequency, as in scikit-learn: ln((1 + n) / (1 + df)) + 1."""
    return (np.log((1 + counts.shape[0]) / (1 + counts.getnnz(axis=0))) + 1).astype(np.float32)


def _weigh(counts: csr_matrix, idf: np.ndarray) -> csr_matrix:
    """(1 + ln tf) x idf, each row of length 1."""
    weights = (1 + np.log(counts.data)) * idf[counts.indices]
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    lengths = np.sqrt(np.bincount(rows, weights**2, minlength=counts.shape[0]))
    weights = (weights / np.maximum(lengths[rows], 1e-9)).astype(np.float32)
    return csr_matrix((weights, counts.indices, counts.indptr), shape=counts.shape)
