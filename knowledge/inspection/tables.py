"""Tab-separated lists that people keep by hand; lines that begin with # are remarks."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from knowledge.errors import ListFileError


def shipped(name: str) -> Traversable:
    """A list that comes with the rules."""
    return files("knowledge.inspection") / "data" / name


def rows(source: Path | Traversable, columns: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each line's number and its cells.

    Raises:
        ListFileError: the file cannot be read, or a line has another number of cells.
    """
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ListFileError(f"{source} cannot be read: {error}.") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) != len(columns) or not all(cells):
            wanted = ", ".join(columns)
            raise ListFileError(f"{source.name}, line {number}: write {wanted}, with one tab between two of them.")
        yield number, cells
