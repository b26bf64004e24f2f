"""An index in files, so that a start with very many entries need not build it: used only while it is what it says.

It is written beside the last one and takes its place when it is whole. Its manifest says what it was made with and what
every file must contain; where anything is different it counts as missing.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from knowledge.text import analysis

FORMAT: Final = 1
_Loaded = TypeVar("_Loaded")
_MANIFEST: Final = "manifest.json"
_STAMPS: Final = "stamps.tsv"
_KNOWLEDGE: Final = Path(analysis.__file__).parent.parent
# What decides which terms and passages an entry has.
_RULES: Final = ("text", "passage.py", "profile.py", "index/postings.py", "index/lexical_index.py", "index/places.py")


def fingerprint(embedder: str) -> str:
    """What an index depends on besides the entries: the embedder's name and the rules and word lists of texts."""
    digest = hashlib.sha256(f"{FORMAT}\0{embedder}\0".encode())
    for rule in _RULES:
        path = _KNOWLEDGE / rule
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(f"{file.relative_to(_KNOWLEDGE)}\0".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


class IndexFiles:
    """The folder of one index.

    Args:
        folder: where it is, or will be.
        embedder: the name of the embedder that searches will use.
    """

    def __init__(self, folder: Path, embedder: str) -> None:
        self.folder = folder
        self._fingerprint = fingerprint(embedder)

    def write(self, save: Callable[[Path], object], stamps: dict[str, str]) -> None:
        """Write an index in place of the last one.

        Args:
            save: writes it into an empty folder.
            stamps: of each entry in it, by id, which version it is.

        Raises:
            OSError: if it cannot be written; the last one is then kept.
        """
        partial = self.folder.with_name(f"{self.folder.name}.{os.getpid()}.part")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        try:
            save(partial)
            lines = (f"{entry_id}\t{stamp}\n" for entry_id, stamp in stamps.items())
            (partial / _STAMPS).write_text("".join(lines), encoding="utf-8")
            manifest = {"fingerprint": self._fingerprint, "files": _checksums(partial)}
            (partial / _MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
            shutil.rmtree(self.folder, ignore_errors=True)
            partial.rename(self.folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)

    def read(self, load: Callable[[Path], _Loaded]) -> tuple[_Loaded, dict[str, str]] | None:
        """Read the index; None if there is none, or a damaged or outdated one.

        Args:
            load: reads what `save` wrote into a folder.

        Returns:
            What `load` gave, and which version each entry in it is.
        """
        try:
            manifest = (self.folder / _MANIFEST).read_bytes()
            said = json.loads(manifest)
            if said["fingerprint"] != self._fingerprint or said["files"] != _checksums(self.folder):
                return None
            with (self.folder / _STAMPS).open(encoding="utf-8") as lines:
                stamps = {entry_id: stamp for entry_id, stamp in (line.rstrip("\n").split("\t") for line in lines)}
            loaded = load(self.folder)
            is_still_there = (self.folder / _MANIFEST).read_bytes() == manifest  # another process may have written
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return (loaded, stamps) if is_still_there else None


def _checksums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file but the manifest."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != _MANIFEST:
            with path.open("rb") as file:
                found[str(path.relative_to(folder))] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
