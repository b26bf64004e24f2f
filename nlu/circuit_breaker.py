"""When a service keeps failing, stop asking it for a while."""

import time
from collections.abc import Callable

FAILURES_TO_OPEN = 5
COOL_DOWN_S = 5.0


class CircuitBreaker:
    """Opens after so many failures in a row; then lets one trial call through each cool-down until one succeeds.

    Args:
        failures_to_open: failures in a row that open it.
        cool_down_s: seconds between trial calls while it is open.
        clock: a monotonic clock, in seconds.
    """

    def __init__(
        self,
        failures_to_open: int = FAILURES_TO_OPEN,
        cool_down_s: float = COOL_DOWN_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._failures_to_open = failures_to_open
        self._cool_down_s = cool_down_s
        self._clock = clock
        self._failures = 0
        self._next_trial = 0.0

    @property
    def is_open(self) -> bool:
        """Whether calls are being refused."""
        return self._failures >= self._failures_to_open

    def allows_call(self) -> bool:
        """Whether to make a call now. While open, the one who is told yes is the trial.

        A trial that never reports (cancelled, say) only costs one more cool-down: the next one is allowed after it.
        """
        if not self.is_open:
            return True
        if self._clock() < self._next_trial:
            return False
        self._next_trial = self._clock() + self._cool_down_s
        return True

    def succeeded(self) -> None:
        """Report a call that was answered: closes it."""
        self._failures = 0

    def failed(self) -> None:
        """Report a call that was not."""
        self._failures += 1
        if self.is_open:
            self._next_trial = self._clock() + self._cool_down_s
