"""What an embedder is: texts in, unit vectors out."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Anything that embeds."""

    @property
    def name(self) -> str:
        """Which model this is, with its version: vectors of two names are never compared."""
        ...

    @property
    def dimension(self) -> int:
        """The length of its vectors."""
        ...

    def load(self) -> None:
        """Read the weights; must be called once before `embed`.

        Raises:
            EmbedderLoadError: if they are missing or unreadable.
        """
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts, in order, as rows of shape (len(texts), dimension), each of length 1 (or 0 if empty).

        Raises:
            EmbedderNotLoadedError: if `load` was not called first.
        """
        ...
