"""The embedder over sentence-transformers: the model shipped with the project, or any other by its id."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import EmbedderLoadError, EmbedderNotLoadedError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

SHIPPED_MODEL = Path(__file__).parent / "model"


class SentenceEmbedder:
    """A `SentenceTransformer`, by folder or hub id; by default the bilingual model in `knowledge/embedder/model`."""

    def __init__(self, model: str | Path = SHIPPED_MODEL) -> None:
        self._source = str(model)
        self._is_shipped = Path(model) == SHIPPED_MODEL
        self._model: SentenceTransformer | None = None

    @property
    def name(self) -> str:
        """The shipped model's fingerprint, or the folder or hub id of another."""
        if not self._is_shipped:
            return self._source
        return (SHIPPED_MODEL / "fingerprint.txt").read_text(encoding="utf-8").strip()

    @property
    def dimension(self) -> int:
        """The length of its vectors."""
        return int(self._loaded().get_embedding_dimension() or 0)

    def load(self) -> None:
        """Read the weights. The shipped model needs no network; a hub id may download once.

        Raises:
            EmbedderLoadError: if the model is missing or unreadable.
        """
        import torch
        from sentence_transformers import SentenceTransformer

        if not self._is_shipped:
            torch.set_num_threads(os.cpu_count() or 1)
        try:
            # Only our own folder may name our own module class; a hub model never runs code of its own.
            self._model = SentenceTransformer(
                self._source, device="cpu", trust_remote_code=self._is_shipped, local_files_only=self._is_shipped
            )
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
