"""The project's word vectors, read with numpy alone from the embedder's folder.

The folder is `knowledge/embedder/model`: `words.txt` names the rows, `words.safetensors` holds `table` (8-bit, words x
dimension) and `scales` (one a row). The format is 8 bytes of header length, a JSON header, then the raw tensors.
"""

import json
from pathlib import Path
from typing import Dict, Iterable

import numpy as np

_DTYPES = {"I8": np.int8, "F32": np.float32, "F16": np.float16}


class WordVectors:
    """Word -> vector; the length of a vector is the weight of its word."""

    def __init__(self, folder: Path) -> None:
        """Map the table from disk (not copied) and index the words.

        Raises:
            FileNotFoundError: if the model is not there.
            ValueError: if its parts do not belong together.
        """
        tensors = _read_safetensors(folder / "words.safetensors")
        self._table, self._scales = tensors["table"], tensors["scales"].astype(np.float32).reshape(-1)
        words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
        if not len(words) == len(self._table) == len(self._scales):
            raise ValueError(f"{folder}: {len(words)} words, {len(self._table)} rows, {len(self._scales)} scales")
        self._rows = {word: row for row, word in enumerate(words)}
        self.dimension = int(self._table.shape[1])

    def embed(self, words: Iterable[str]) -> np.ndarray:
        """The direction of the sum of the known words' vectors, shape (dimension,); zeros if none is known."""
        rows = [self._rows[word] for word in words if word in self._rows]
        total = self._scales[rows] @ self._table[rows].astype(np.float32) if rows else np.zeros(self.dimension)
        return (total / max(float(np.linalg.norm(total)), 1e-9)).astype(np.float32)


def _read_safetensors(path: Path) -> Dict[str, np.ndarray]:
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
    body = np.memmap(path, mode="r", offset=8 + length)
    return {
        name: body[slice(*field["data_offsets"])].view(_DTYPES[field["dtype"]]).reshape(field["shape"])
        for name, field in header.items()
        if name != "__metadata__"
    }
