"""Texts that are seldom needed, put aside compressed."""

import os
import tempfile
import zlib
from pathlib import Path
from typing import NamedTuple

MOST_IN_MEMORY = 1 << 23
"""Bytes kept in memory before a file is made: some 6,000 entries."""
_COPIED = 1 << 24
_LEVEL = 1  # entries are short: more work saves little


class Place(NamedTuple):
    """Where a text lies: its first byte and how many there are."""

    offset: int
    size: int


class Spill:
    """Takes texts and gives them back by their place. Nothing is ever removed.

    While there is little it lies in memory, then in a temporary file without a name, which goes with the process.

    Args:
        most_in_memory: how many bytes before a file is made.
        saved: what `save` wrote; it is read from where it lies, and new texts go elsewhere.

    Raises:
        OSError: if the saved file cannot be opened.
    """

    def __init__(self, most_in_memory: int = MOST_IN_MEMORY, saved: Path | None = None) -> None:
        self._most_in_memory = most_in_memory
        self._saved: int | None = None
        self._file: int | None = None
        self._memory = bytearray()
        self._begin = 0
        if saved is not None:
            self._saved = os.open(saved, os.O_RDONLY)
            self._begin = os.fstat(self._saved).st_size
        self._end = self._begin

    def append(self, text: bytes) -> Place:
        """Put a text aside.

        Raises:
            OSError: if the disk is full.
        """
        packed = zlib.compress(text, _LEVEL)
        if self._file is None and len(self._memory) + len(packed) > self._most_in_memory:
            self._move_to_file()
        place = Place(self._end, len(packed))
        if self._file is None:
            self._memory += packed
        else:
            _write(self._file, packed, self._end - self._begin)
        self._end += len(packed)
        return place

    def read(self, place: Place) -> bytes:
        """The text of a place."""
        return zlib.decompress(self._bytes(place.offset, place.size))

    def save(self, path: Path) -> None:
        """Write everything to a file; all texts keep their places.

        Raises:
            OSError: if the disk is full.
        """
        with path.open("wb") as file:
            for first, last in ((0, self._begin), (self._begin, self._end)):
                for offset in range(first, last, _COPIED):
                    file.write(self._bytes(offset, min(_COPIED, last - offset)))

    def close(self) -> None:
        """Give the files back; nothing can be read afterwards."""
        for file in (self._file, self._saved):
            if file is not None:
                os.close(file)
        self._file = self._saved = None

    def __del__(self) -> None:
        self.close()

    def _bytes(self, offset: int, size: int) -> bytes:
        if self._saved is not None and offset < self._begin:
            return os.pread(self._saved, size, offset)
        offset -= self._begin
        if self._file is None:
            return bytes(self._memory[offset : offset + size])
        return os.pread(self._file, size, offset)

    def _move_to_file(self) -> None:
        with tempfile.TemporaryFile() as file:
            self._file = os.dup(file.fileno())
        _write(self._file, bytes(self._memory), 0)
        self._memory = bytearray()


def _write(file: int, content: bytes, offset: int) -> None:
    """Write all of it: one call may take less."""
    done = 0
    while done < len(content):
        done += os.pwrite(file, content[done:], offset + done)
