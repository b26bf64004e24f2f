"""Keeps passage vectors on disk, so that a start embeds only what is new."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge.embedder.embedder import Embedder


class VectorCache:
    """A file of vectors by the SHA-256 of model name and text: a vector of another model or text is never given.

    A missing, broken or foreign file counts as empty; everything is then embedded anew.
    """

    def __init__(self, path: Path, embedder: Embedder) -> None:
        self._path = path
        self._embedder = embedder
        self._vectors: dict[bytes, NDArray[np.float32]] = self._read()
        self._stored = set(self._vectors)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts as `Embedder.embed` does, taking known ones from the file and keeping new ones in memory."""
        keys = [self._key(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._vectors}
        if missing:
            fresh = self._embedder.embed(list(missing.values()))
            self._vectors.update(zip(missing, fresh, strict=True))
        empty = np.zeros((0, self._embedder.dimension), dtype=np.float32)
        return np.stack([self._vectors[key] for key in keys]) if keys else empty

    def save(self, texts: Sequence[str]) -> None:
        """Keep the vectors of exactly these texts, all others are forgotten; writes only if that changes the file."""
        keys = list(dict.fromkeys(self._key(text) for text in texts))
        if set(keys) == self._stored:
            return
        vectors = self.embed(texts) if texts else np.zeros((0, self._embedder.dimension), dtype=np.float32)
        by_key = dict(zip([self._key(text) for text in texts], vectors, strict=True))
        self._vectors = {key: by_key[key] for key in keys}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        partial = self._path.with_suffix(f".{os.getpid()}.part")
        with partial.open("wb") as file:
            np.savez(
                file,
                keys=np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(-1, 32),
                vectors=np.stack(list(self._vectors.values())) if keys else vectors,
            )
        partial.replace(self._path)
        self._stored = set(keys)

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.name}\0{text}".encode()).digest()

    def _read(self) -> dict[bytes, NDArray[np.float32]]:
        try:
            with self._path.open("rb") as file, np.load(file) as stored:
                keys, vectors = stored["keys"], stored["vectors"]
        except (OSError, EOFError, ValueError, KeyError, BadZipFile):
            return {}
        if vectors.ndim != 2 or keys.shape != (len(vectors), 32) or vectors.shape[1] != self._embedder.dimension:
            return {}
        return {key.tobytes(): vector for key, vector in zip(keys, vectors, strict=True)}
