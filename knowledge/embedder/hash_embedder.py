"""An embedder for tests: the same text always gets the same vector, and nothing needs loading."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.text.analysis import analyse


class HashEmbedder:
    """Each term gets a direction seeded from its SHA-256; a text is the sum of its terms' directions."""

    name = "hash-1"
    dimension = 64

    def load(self) -> None:
        """Nothing to read."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts as rows of shape (len(texts), 64)."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for term in analyse(text).terms:
                seed = int.from_bytes(hashlib.sha256(term.encode()).digest()[:8], "big")
                row += np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)
