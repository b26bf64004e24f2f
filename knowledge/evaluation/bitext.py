"""How well the embedder alone finds a sentence's translation."""

from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.embedder.embedder import Embedder
from knowledge.errors import TransferError


@dataclass(frozen=True)
class BitextReport:
    """The share of sentences whose own translation is the nearest of all, each way."""

    n: int
    top1_ms_to_en: float
    top1_en_to_ms: float

    def as_dict(self) -> dict[str, float | int]:
        """For printing as JSON."""
        return asdict(self)


def read_pairs(english: Path, malay: Path) -> tuple[list[str], list[str]]:
    """Read two line-aligned files.

    Raises:
        TransferError: if one cannot be read, they differ in length, or a line is empty.
    """
    sides = []
    for path in (english, malay):
        try:
            sides.append(path.read_text(encoding="utf-8").splitlines())
        except (OSError, UnicodeDecodeError) as error:
            raise TransferError(f"cannot read {path}: {error}") from error
    if len(sides[0]) != len(sides[1]) or not sides[0]:
        raise TransferError(
            f"{english} has {len(sides[0])} lines and {malay} has {len(sides[1])}: they must be aligned."
        )
    for path, lines in zip((english, malay), sides, strict=True):
        empty = next((number for number, line in enumerate(lines, 1) if not line.strip()), None)
        if empty is not None:
            raise TransferError(f"{path}, line {empty}: is empty.")
    return sides[0], sides[1]


def evaluate_bitext(english: list[str], malay: list[str], embedder: Embedder) -> BitextReport:
    """Find each sentence's nearest of the other language by cosine."""
    cosines = embedder.embed(malay) @ embedder.embed(english).T
    own = range(len(english))
    return BitextReport(
        n=len(english),
        top1_ms_to_en=float((cosines.argmax(axis=1) == own).mean()),
        top1_en_to_ms=float((cosines.argmax(axis=0) == own).mean()),
    )
