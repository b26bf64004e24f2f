"""A reader of pairs for tests."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray


class FakeReader:
    """Says what a function says of each pair, and remembers what it read."""

    def __init__(self, says: Callable[[str, str], float]) -> None:
        self._says = says
        self.read: list[tuple[str, str]] = []

    def log_odds(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """What the function says, in order."""
        self.read += pairs
        return np.array([self._says(message, claim) for message, claim in pairs], dtype=np.float32)
