"""The embedder that ships with the project: the bilingual model in `knowledge/embedder/model`, read by NumPy alone.

The folder is a sentence-transformers model too (`SentenceTransformer(folder, trust_remote_code=True)` gives the same
vectors, a test proves it). It is read without that library here because importing it takes some ten seconds of a core
at every start and `encode` two milliseconds of every message, both without any effect on the vectors.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedder.word_table import WordTable
from knowledge.errors import EmbedderLoadError, EmbedderNotLoadedError

SHIPPED_MODEL = Path(__file__).parent / "model"


class ShippedEmbedder:
    """The shipped word table."""

    def __init__(self, folder: Path = SHIPPED_MODEL) -> None:
        self._folder = folder
        self._table: WordTable | None = None

    @property
    def name(self) -> str:
        """The model's fingerprint, from its build."""
        return (self._folder / "fingerprint.txt").read_text(encoding="utf-8").strip()

    @property
    def dimension(self) -> int:
        """The length of its vectors."""
        return self._loaded().dimension

    def load(self) -> None:
        """Read the table.

        Raises:
            EmbedderLoadError: if it is missing or damaged.
        """
        try:
            self._table = WordTable.load(self._folder)
        except (OSError, ValueError) as error:
            raise EmbedderLoadError(f"cannot load the embedder {self._folder}: {error}") from error

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts as rows of shape (len(texts), dimension), each of length 1 (or 0 if nothing is known of it)."""
        return self._loaded().embed(texts)

    def _loaded(self) -> WordTable:
        if self._table is None:
            raise EmbedderNotLoadedError("call load() before embedding")
        return self._table
