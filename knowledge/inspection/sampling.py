"""Published entries drawn by chance, to be read from scratch against their sources."""

import random
from collections.abc import Sequence

from knowledge.inspection.listed import Listed


def sample(entries: Sequence[Listed], count: int, seed: int) -> list[Listed]:
    """`count` of the published entries, or all if there are fewer; the same seed and ids give the same draw."""
    published = sorted((listed for listed in entries if listed.is_published), key=lambda listed: listed.entry.id)
    return random.Random(seed).sample(published, min(count, len(published)))
