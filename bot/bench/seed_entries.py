"""The seed's published entries, for measuring without a store."""

from pathlib import Path
from typing import Final

from knowledge import seeding
from knowledge.entry import FactCheck, Guideline, Status
from knowledge.seeding import SEED_FILES
from knowledge.transfer import read_entries

_SEED: Final = Path(seeding.__file__).parent / "seed"


def seed_entries() -> list[FactCheck | Guideline]:
    """All that are findable."""
    read = [item for name in SEED_FILES for item in read_entries(_SEED / name).items]
    return [entry for entry, status in read if status is Status.PUBLISHED and isinstance(entry, FactCheck | Guideline)]
