"""Faults on demand: what networks and Telegram really do to a bot, switched on by a test."""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

EVERY_METHOD: Final = "*"


class FaultKind(StrEnum):
    """How an API call can go wrong."""

    RATE_LIMITED = "rate_limited"
    BAD_GATEWAY = "bad_gateway"
    TIMEOUT = "timeout"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class CallFault:
    """One failure to come.

    With `after_effect` the call takes effect and only its answer is lost, as when a connection
    breaks late: the case in which a careless retry sends a message twice.
    """

    kind: FaultKind
    retry_after_s: int = 1
    hang_s: float = 60.0
    after_effect: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryFault:
    """What happens to one update on its way to the bot."""

    copies: int = 1
    delay_s: float = 0.0


class Faults:
    """The failures still to come, used up one by one."""

    def __init__(self) -> None:
        """Starts with none."""
        self._calls: dict[str, deque[CallFault]] = {}
        self._deliveries: deque[DeliveryFault] = deque()

    def fail_next(
        self,
        method: str,
        kind: FaultKind | str,
        times: int = 1,
        *,
        retry_after_s: int = 1,
        hang_s: float = 60.0,
        after_effect: bool = False,
    ) -> None:
        """Makes the next calls of a method fail.

        Args:
            method: Bot API method such as "sendMessage", or "*" for any.
            kind: How they fail.
            times: How many calls.
            retry_after_s: Seconds the bot is told to wait (rate_limited).
            hang_s: Seconds without an answer before the connection closes (timeout).
            after_effect: Whether the call still does its work (timeout, dropped, bad_gateway).
        """
        fault = CallFault(FaultKind(kind), retry_after_s, hang_s, after_effect)
        self._calls.setdefault(method.lower(), deque()).extend([fault] * times)

    def duplicate_next_updates(self, times: int = 1) -> None:
        """Delivers each of the next updates twice, with the same `update_id`.

        Args:
            times: How many updates.
        """
        self._deliveries.extend([DeliveryFault(copies=2)] * times)

    def delay_next_updates(self, times: int = 1, *, delay_s: float = 1.0) -> None:
        """Holds each of the next updates back while later ones overtake it.

        Args:
            times: How many updates.
            delay_s: Seconds each is held.
        """
        self._deliveries.extend([DeliveryFault(delay_s=delay_s)] * times)

    def clear(self) -> None:
        """Forgets all failures still to come."""
        self._calls.clear()
        self._deliveries.clear()

    def take_call_fault(self, method: str) -> CallFault | None:
        """Uses up the next failure for a call.

        Args:
            method: The Bot API method called.

        Returns:
            The failure, or None if the call should work.
        """
        for name in (method.lower(), EVERY_METHOD):
            if self._calls.get(name):
                return self._calls[name].popleft()
        return None

    def take_delivery_fault(self) -> DeliveryFault:
        """Uses up the next delivery fault.

        Returns:
            The fault; a plain delivery if there is none.
        """
        return self._deliveries.popleft() if self._deliveries else DeliveryFault()
