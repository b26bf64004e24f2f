"""The stored model that training starts from."""

import struct
from pathlib import Path

import numpy as np
import pytest

from knowledge.cross_encoder.build.multilingual_e5 import MultilingualE5, installed
from knowledge.errors import CrossEncoderError


def block(scale: float, numbers: list[int]) -> bytes:
    """32 numbers of four bits: the first 16 are the low halves of the bytes, the others the high ones."""
    packed = bytes((numbers[at] + 8) | ((numbers[at + 16] + 8) << 4) for at in range(16))
    return np.float16(scale).tobytes() + packed


def test_what_the_package_has_is_read() -> None:
    """Its sizes are those of multilingual-e5-small, its pieces those of XLM-R."""
    found = installed()
    assert (found.sizes.width, found.sizes.layers, found.sizes.heads) == (384, 12, 12)
    assert found.pieces[:4] == ["<s>", "<pad>", "</s>", "<unk>"]
    words = found.tensor("emb.word", (found.sizes.words, found.sizes.width))
    pair = words[[found.pieces.index("▁election"), found.pieces.index("▁electoral")]]
    other = words[found.pieces.index("▁chicken")]
    assert pair[0] @ pair[1] > pair[0] @ other


def test_four_bits_and_a_scale_make_a_number(tmp_path: Path) -> None:
    """A block is its scale times numbers from -8 to 7."""
    numbers = [at % 16 - 8 for at in range(32)]
    tensor = block(0.5, numbers)
    pieces = b"ab"
    head = b"E5S1" + b"\0" * 4 + struct.pack("<7i", 32, 1, 1, 1, 1, 1, 0) + struct.pack("<fi", 0.0, 0)
    table = struct.pack("<i4iQ", 2, 0, 1, 2, 3, len(pieces)) + struct.pack("<3I", 0, 1, 2) + struct.pack("<2f", -1, -2)
    entry = struct.pack("<H", 1) + b"w"
    start = len(head) + len(table) + len(pieces) + 8 + 4 + len(entry) + struct.calcsize("<BIQQ")
    listing = struct.pack("<iI", 0, 0) + struct.pack("<i", 1) + entry + struct.pack("<BIQQ", 2, 1, start, len(tensor))
    path = tmp_path / "model.bin"
    path.write_bytes(head + table + pieces + listing + tensor)
    found = MultilingualE5(path)
    assert (found.pieces, found.scores) == (["a", "b"], [-1.0, -2.0])
    assert found.tensor("w", (1, 32)).tolist() == [[number * 0.5 for number in numbers]]


def test_another_file_is_a_plain_error(tmp_path: Path) -> None:
    """Missing, or of another form."""
    with pytest.raises(CrossEncoderError, match="nowhere"):
        MultilingualE5(tmp_path / "nowhere")
    (tmp_path / "other").write_bytes(b"GGUF" + b"\0" * 100)
    with pytest.raises(CrossEncoderError, match="not the model"):
        MultilingualE5(tmp_path / "other")
