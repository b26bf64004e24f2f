"""The shipped model's only module: a sentence is the weighted sum of its words' vectors.

Words of both languages share one table, so that a Malay word lies near the English ones it means. A word outside the
table (a name, a new coinage) gets a vector from its letters: the same name is the same direction in any language, and a
misspelling lies near it. Made by `knowledge/embedder/build/`; docs/embedder.md says how and of what.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from sentence_transformers.base.modules.input_module import InputModule

from knowledge.text.stemmer import stem
from knowledge.text.words import expand, split_words

_LETTER_ROWS = 4096
_SEED = 20261123


def _letter_table(dimension: int) -> NDArray[np.float32]:
    """Fixed random directions, shape (4096, dimension), each of length 1: never stored, always the same."""
    rows = np.random.Generator(np.random.PCG64(_SEED)).standard_normal((_LETTER_ROWS, dimension)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@lru_cache(maxsize=65536)
def _letter_rows(word: str) -> tuple[int, ...]:
    """The rows of a word's letter groups (3 and 4 long, with its edges) and of the word itself."""
    edged = f"<{word}>"
    groups = [edged, *(edged[at : at + size] for size in (3, 4) for at in range(len(edged) - size + 1))]
    return tuple(
        int.from_bytes(hashlib.blake2b(group.encode(), digest_size=4).digest(), "big") % _LETTER_ROWS
        for group in groups
    )


class WordBag(InputModule):
    """A table of word vectors as 8-bit integers with one scale a row; the weight of a word is in its length.

    Args:
        words: the words of the table's rows, in order.
        table: 8-bit integers, shape (words, dimension).
        scales: what to multiply each row by, shape (words,).
        unknown_length: the length of an unknown word's vector.
    """

    save_in_root = True

    def __init__(self, words: Sequence[str], table: torch.Tensor, scales: torch.Tensor, unknown_length: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.words = list(words)
        self.unknown_length = unknown_length
        self._table = table.numpy()
        self._scales = scales.to(torch.float32).numpy()
        self._rows = {word: row for row, word in enumerate(self.words)}
        self._letters = _letter_table(self.embedding_dimension)

    @property
    def embedding_dimension(self) -> int:
        """The length of the vectors."""
        return int(self._table.shape[1])

    def get_embedding_dimension(self) -> int:
        """The length of the vectors, as sentence-transformers asks for it."""
        return self.embedding_dimension

    @property
    def max_seq_length(self) -> None:
        """No limit."""
        return

    def preprocess(self, inputs: Sequence[object], prompt: str | None = None, **_: object) -> dict[str, torch.Tensor]:
        """Sum each text's word vectors: `sums` of shape (texts, dimension).

        Done in NumPy on one thread: handing these few rows to torch's threads took longer than summing them.
        """
        sums = np.zeros((len(inputs), self.embedding_dimension), dtype=np.float32)
        known: list[int] = []
        owners: list[int] = []
        for number, text in enumerate(inputs):
            for raw in split_words(f"{prompt or ''}{text}"):
                for word in expand(raw):
                    row = self._row(word)
                    if row is None:
                        sums[number] += self._spell(word)
                    else:
                        known.append(row)
                        owners.append(number)
        if known:
            rows = np.array(known)
            vectors = self._table[rows].astype(np.float32) * self._scales[rows, None]
            firsts = np.flatnonzero(np.diff(owners, prepend=-1))
            sums[np.array(owners)[firsts]] += np.add.reduceat(vectors, firsts, axis=0)
        return {"sums": torch.from_numpy(sums)}

    def forward(self, features: dict[str, torch.Tensor], **_: object) -> dict[str, torch.Tensor]:
        """Give the sums as `sentence_embedding`, shape (texts, dimension)."""
        features["sentence_embedding"] = features["sums"]
        return features

    def _row(self, word: str) -> int | None:
        """The row of a word or, failing that, of its root."""
        row = self._rows.get(word)
        if row is None:
            row = self._rows.get(stem(word))
        return row

    def _spell(self, word: str) -> NDArray[np.float32]:
        vector = self._letters[list(_letter_rows(word))].sum(axis=0)
        return np.asarray(vector * (self.unknown_length / max(float(np.linalg.norm(vector)), 1e-9)), dtype=np.float32)

    def save(self, output_path: str, *_: object, **__: object) -> None:
        """Write words, table and settings into a folder."""
        folder = Path(output_path)
        stored = {"table": torch.from_numpy(self._table), "scales": torch.from_numpy(self._scales)}
        save_file(stored, folder / "words.safetensors")
        (folder / "words.txt").write_text("\n".join(self.words), encoding="utf-8")
        (folder / "word_bag.json").write_text(json.dumps({"unknown_length": self.unknown_length}), encoding="utf-8")

    @classmethod
    def load(cls, model_name_or_path: str, *_: object, **__: object) -> Self:
        """Read what `save` wrote."""
        folder = Path(model_name_or_path)
        stored = load_file(folder / "words.safetensors")
        words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
        settings = json.loads((folder / "word_bag.json").read_text(encoding="utf-8"))
        return cls(words, stored["table"], stored["scales"], float(settings["unknown_length"]))
