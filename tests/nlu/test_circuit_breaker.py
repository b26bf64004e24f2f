"""When a service that keeps failing is left alone, and when it is tried again."""

from nlu.circuit_breaker import CircuitBreaker


class FakeClock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def make_open_breaker() -> tuple[CircuitBreaker, FakeClock]:
    """A breaker that has just opened."""
    clock = FakeClock()
    breaker = CircuitBreaker(clock=clock)
    for _ in range(5):
        breaker.failed()
    return breaker, clock


def test_opens_after_five_failures_in_a_row() -> None:
    """Four failures do not open it; a success in between starts the count again."""
    breaker = CircuitBreaker(clock=FakeClock())
    for _ in range(4):
        breaker.failed()
    breaker.succeeded()
    for _ in range(4):
        breaker.failed()
    assert breaker.allows_call()
    breaker.failed()
    assert breaker.is_open
    assert not breaker.allows_call()


def test_one_trial_after_the_cool_down() -> None:
    """After five seconds one call goes through, and only one."""
    breaker, clock = make_open_breaker()
    clock.now += 4.9
    assert not breaker.allows_call()
    clock.now += 0.2
    assert breaker.allows_call()
    assert not breaker.allows_call()


def test_success_closes_it() -> None:
    """A trial that succeeds lets everyone through."""
    breaker, clock = make_open_breaker()
    clock.now += 6
    assert breaker.allows_call()
    breaker.succeeded()
    assert breaker.allows_call()
    assert breaker.allows_call()


def test_failed_trial_waits_again() -> None:
    """A trial that fails costs another full cool-down."""
    breaker, clock = make_open_breaker()
    clock.now += 6
    assert breaker.allows_call()
    breaker.failed()
    clock.now += 4.9
    assert not breaker.allows_call()
    clock.now += 0.2
    assert breaker.allows_call()


def test_trial_that_never_reports_does_not_block_for_ever() -> None:
    """A cancelled trial costs one cool-down, no more."""
    breaker, clock = make_open_breaker()
    clock.now += 6
    assert breaker.allows_call()
    clock.now += 5.1
    assert breaker.allows_call()
