"""The simulated file server."""

import itertools
import mimetypes
import struct
from typing import Final

from bot.simulator import limits
from bot.simulator.errors import refuse
from bot.simulator.model import Photo, StoredFile
from bot.simulator.params import Upload

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC3})
_UNKNOWN_SIZE: Final = (640, 480)


class FileStore:
    """Files by id and by path, kept in memory."""

    def __init__(self) -> None:
        """Starts empty."""
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers = itertools.count(1)

    def add(self, upload: Upload, folder: str) -> StoredFile:
        """Stores a file.

        Args:
            upload: Name, type and bytes.
            folder: First part of its path: "photos" or "documents".

        Returns:
            The stored file.
        """
        number = next(self._numbers)
        name = upload.name[-limits.FILE_NAME_CHARS :] or "file"
        suffix = name[name.rfind(".") :] if "." in name else mimetypes.guess_extension(upload.mime_type) or ""
        path = f"{folder}/file_{number}{suffix}"
        stored = StoredFile(f"SIMFILE{number:08d}", f"SIM{number:08d}", name, _mime_type(upload), upload.data, path)
        self._by_id[stored.id] = self._by_path[path] = stored
        return stored

    def add_photo(self, upload: Upload) -> Photo:
        """Stores a picture and reads its size.

        Args:
            upload: PNG or JPEG bytes; other formats get a nominal size.

        Returns:
            The picture.
        """
        width, height = image_size(upload.data)
        return Photo(self.add(upload, "photos"), width, height)

    def by_id(self, file_id: str) -> StoredFile:
        """Finds a file the bot knows by id.

        Args:
            file_id: A `file_id` the simulator gave out.

        Returns:
            The file.

        Raises:
            ApiError: 400 for an unknown id.
        """
        if file_id not in self._by_id:
            refuse("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def by_path(self, path: str) -> StoredFile | None:
        """Finds a file to download.

        Args:
            path: A `file_path` from getFile.

        Returns:
            The file, or None.
        """
        return self._by_path.get(path)


def image_size(data: bytes) -> tuple[int, int]:
    """Reads a picture's size from its header.

    Args:
        data: The file's bytes.

    Returns:
        Width and height in pixels; a nominal size when they cannot be read.
    """
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else _UNKNOWN_SIZE


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        if data[position + 1] in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return _UNKNOWN_SIZE


def _mime_type(upload: Upload) -> str:
    guessed = mimetypes.guess_type(upload.name)[0]
    return guessed or upload.mime_type or "application/octet-stream"
