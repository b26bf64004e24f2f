"""A sent file as an answer that a conversation keeps: its name, and its content packed into text."""

import base64
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

_Found = TypeVar("_Found")
_UNNAMED = "file"


@dataclass(frozen=True)
class SentFile:
    """A file by its name (never a path) and content."""

    name: str
    content: bytes

    @classmethod
    def named(cls, name: str, content: bytes) -> "SentFile":
        """The file under the last part of a name, as the sender's app gave it."""
        return cls(Path(name.replace("\\", "/").replace("\x00", "")).name or _UNNAMED, content)

    def packed(self) -> str:
        """As text: the name, and on the next line the content."""
        return f"{self.name}\n{base64.b64encode(zlib.compress(self.content)).decode()}"

    @classmethod
    def unpacked(cls, text: str) -> "SentFile":
        """What `packed` made a text of."""
        name, _, content = text.partition("\n")
        return cls(name, zlib.decompress(base64.b64decode(content)))

    def lent(self, use: Callable[[Path], _Found]) -> _Found:
        """Use the file on disk, where it is only as long as that takes."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / self.name
            path.write_bytes(self.content)
            return use(path)


def name_in(packed: str) -> str:
    """The name in a packed file."""
    return packed.partition("\n")[0]
