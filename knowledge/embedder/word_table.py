"""The arithmetic of the shipped embedder: a sentence is the weighted sum of its words' vectors.

Words of both languages share one table, so that a Malay word lies near the English ones it means. A word outside the
table (a name, a new coinage) gets a vector from its letters: the same name is the same direction in any language, and a
misspelling lies near it. Made by `knowledge/embedder/build/`; docs/embedder.md says how and of what.

NumPy alone: importing torch and sentence-transformers takes longer than all else at a start. `word_bag.py` is the same
table as a sentence-transformers module.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from knowledge.text.stemmer import stem
from knowledge.text.words import expand, split_words

Floats = NDArray[np.float32]

_LETTER_ROWS = 4096
_SEED = 20261123
_UNKNOWN = -1
_MOST_REMEMBERED = 200_000  # written words; some 20 MB


def _letter_table(dimension: int) -> Floats:
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


@dataclass(frozen=True)
class WordTable:
    """A table of word vectors as 8-bit integers with one scale a row; the weight of a word is in its length.

    Attributes:
        words: the words of the table's rows, in order.
        table: 8-bit integers, shape (words, dimension).
        scales: what to multiply each row by, shape (words,).
        unknown_length: the length of an unknown word's vector.
    """

    words: Sequence[str]
    table: NDArray[np.int8]
    scales: Floats
    unknown_length: float
    _rows: dict[str, int] = field(init=False, repr=False)
    _letters: Floats = field(init=False, repr=False)
    _readings: dict[str, tuple[tuple[str, int], ...]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_rows", {word: row for row, word in enumerate(self.words)})
        object.__setattr__(self, "_letters", _letter_table(self.dimension))

    @property
    def dimension(self) -> int:
        """The length of the vectors."""
        return int(self.table.shape[1])

    def sums(self, texts: Sequence[str]) -> Floats:
        """Each text's words' vectors, summed, shape (texts, dimension)."""
        out = np.zeros((len(texts), self.dimension), dtype=np.float32)
        known: list[int] = []
        owners: list[int] = []
        for number, text in enumerate(texts):
            for written in split_words(text):
                for word, row in self._reading(written):
                    if row == _UNKNOWN:
                        out[number] += self._spell(word)
                    else:
                        known.append(row)
                        owners.append(number)
        if known:
            rows = np.array(known)
            vectors = self.table[rows].astype(np.float32) * self.scales[rows, None]
            firsts = np.flatnonzero(np.diff(owners, prepend=-1))
            out[np.array(owners)[firsts]] += np.add.reduceat(vectors, firsts, axis=0)
        return out

    def embed(self, texts: Sequence[str]) -> Floats:
        """The sums brought to length 1 (or 0 if nothing is known of a text), shape (texts, dimension)."""
        sums = self.sums(texts)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)

    def _reading(self, written: str) -> tuple[tuple[str, int], ...]:
        """The words that a written word stands for, each with its row."""
        known = self._readings.get(written)
        if known is None:
            if len(self._readings) >= _MOST_REMEMBERED:
                self._readings.clear()
            known = self._readings[written] = tuple((word, self._row(word)) for word in expand(written))
        return known

    def _row(self, word: str) -> int:
        """The row of a word or, failing that, of its root."""
        row = self._rows.get(word)
        return self._rows.get(stem(word), _UNKNOWN) if row is None else row

    def _spell(self, word: str) -> Floats:
        vector = self._letters[list(_letter_rows(word))].sum(axis=0)
        return np.asarray(vector * (self.unknown_length / max(float(np.linalg.norm(vector)), 1e-9)), dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write words, table and settings into a folder."""
        save_file({"table": self.table, "scales": self.scales}, folder / "words.safetensors")
        (folder / "words.txt").write_text("\n".join(self.words), encoding="utf-8")
        (folder / "word_bag.json").write_text(json.dumps({"unknown_length": self.unknown_length}), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote.

        Raises:
            OSError: if a file is missing.
            ValueError: if the files do not belong together or are damaged.
        """
        try:
            stored = load_file(folder / "words.safetensors")
        except SafetensorError as error:
            raise ValueError(f"words.safetensors is damaged: {error}") from error
        words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
        settings = json.loads((folder / "word_bag.json").read_text(encoding="utf-8"))
        if len(words) != len(stored["table"]):
            raise ValueError(f"words.txt has {len(words)} words, words.safetensors {len(stored['table'])} rows")
        return cls(words, stored["table"], stored["scales"].astype(np.float32), float(settings["unknown_length"]))
