"""The simulator's clock, which a test can move forward to make buttons and messages old."""

import time


class Clock:
    """Wall-clock time plus whatever a test has added."""

    def __init__(self) -> None:
        """Starts at the machine's time."""
        self._ahead_s = 0.0

    def now(self) -> float:
        """Tells the time.

        Returns:
            Seconds since 1970-01-01 UTC.
        """
        return time.time() + self._ahead_s

    def unix(self) -> int:
        """Tells the time as the Bot API writes dates.

        Returns:
            Whole seconds since 1970-01-01 UTC.
        """
        return int(self.now())

    def advance(self, seconds: float) -> None:
        """Moves the clock forward; it never goes back.

        Args:
            seconds: How far, at least 0.
        """
        self._ahead_s += max(0.0, seconds)
