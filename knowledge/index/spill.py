"""Texts that are seldom needed, put aside compressed."""

import os
import tempfile
import zlib
from typing import NamedTuple

MOST_IN_MEMORY = 1 << 23
"""Bytes kept in memory before a file is made: some 6,000 entries."""
_LEVEL = 1  # entries are short: more work saves little


class Place(NamedTuple):
    """Where a text lies: its first byte and how many there are."""

    offset: int
    size: int


class Spill:
    """Takes texts and gives them back by their place. Nothing is ever removed.

    While there is little it lies in memory, then in a temporary file without a name, which goes with the process.
    """

    def __init__(self, most_in_memory: int = MOST_IN_MEMORY) -> None:
        self._most_in_memory = most_in_memory
        self._memory = bytearray()
        self._file: int | None = None
        self._end = 0

    def append(self, text: bytes) -> Place:
        """Put a text aside.

        Raises:
            OSError: if the disk is full.
        """
        packed = zlib.compress(text, _LEVEL)
        if self._file is None and self._end + len(packed) > self._most_in_memory:
            self._move_to_file()
        place = Place(self._end, len(packed))
        if self._file is None:
            self._memory += packed
        else:
            _write(self._file, packed, self._end)
        self._end += len(packed)
        return place

    def read(self, place: Place) -> bytes:
        """The text of a place."""
        if self._file is None:
            packed = bytes(self._memory[place.offset : place.offset + place.size])
        else:
            packed = os.pread(self._file, place.size, place.offset)
        return zlib.decompress(packed)

    def close(self) -> None:
        """Give the file back; nothing can be read afterwards."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __del__(self) -> None:
        self.close()

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
