"""Any sentence-transformers model, by folder or hub id, as an embedder."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import EmbedderLoadError, EmbedderNotLoadedError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class SentenceEmbedder:
    """A `SentenceTransformer`, by folder or hub id."""

    def __init__(self, model: str) -> None:
        self._source = model
        self._model: SentenceTransformer | None = None

    @property
    def name(self) -> str:
        """The folder or hub id."""
        return self._source

    @property
    def dimension(self) -> int:
        """The length of its vectors."""
        return int(self._loaded().get_embedding_dimension() or 0)

    def load(self) -> None:
        """Read the weights; a hub id may download once. A model never runs code of its own.

        Raises:
            EmbedderLoadError: if the model is missing or unreadable.
        """
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(os.cpu_count() or 1)
        try:
            self._model = SentenceTransformer(self._source, device="cpu")
        except (OSError, ValueError, ImportError) as error:
            raise EmbedderLoadError(f"cannot load the embedder {self._source}: {error}") from error

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts as rows of shape (len(texts), dimension), each of length 1 (or 0 if nothing is known of it)."""
        model = self._loaded()
        rows = model.encode(
            list(texts), batch_size=1024, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)

    def _loaded(self) -> "SentenceTransformer":
        if self._model is None:
            raise EmbedderNotLoadedError("call load() before embedding")
        return self._model
