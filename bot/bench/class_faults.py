"""What went wrong in a class, on purpose or not: the time each kill cost, and why Telegram refused a message."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.simulator.calls import ApiCall
from bot.simulator.rate_limits import COUNTED_METHODS

_SECOND_S: Final = 1.0


@dataclass(frozen=True)
class Interruption:
    """One kill in the middle of a question, in seconds.

    Attributes:
        question: Which, from 1.
        spread_s: From the question's first delivery to its last.
        starting_s: From the kill to the first call of the new process: nobody could have sent anything.
        taking_over_s: From that call to the first question it sent.
    """

    question: int
    spread_s: float
    starting_s: float
    taking_over_s: float

    @property
    def running_s(self) -> float:
        """The spread less the time in which there was no bot."""
        return self.spread_s - self.starting_s

    def line(self) -> str:
        """For people."""
        return (
            f"question {self.question}, with a kill in it: {self.spread_s:.1f} s = {self.starting_s:.1f} s until the "
            f"new process calls + {self.taking_over_s:.1f} s until it sends + "
            f"{self.running_s - self.taking_over_s:.1f} s sending; less the time without a bot {self.running_s:.1f} s"
        )


@dataclass(frozen=True)
class Refusal:
    """A message that was refused with 429.

    Attributes:
        method: Of the Bot API.
        to: "educator" or "student".
        after_chat_s: Seconds since the message before it in that chat; None when there was none.
        before_it: What that message was.
        in_last_second: How many messages had been accepted in all in the second before.
    """

    method: str
    to: str
    after_chat_s: float | None
    before_it: str
    in_last_second: int

    def line(self) -> str:
        """For people."""
        since = "the first" if self.after_chat_s is None else f"{self.after_chat_s:.2f} s after {self.before_it}"
        return f"429: {self.method} to a {self.to}, {since} in the chat, {self.in_last_second} in all in that second"


def refusals(calls: Iterable[ApiCall], educators: set[int]) -> tuple[Refusal, ...]:
    """Tell of each refused message what went before it.

    Args:
        calls: All calls, oldest first.
        educators: The ids of the educators' chats.
    """
    found: list[Refusal] = []
    accepted: list[tuple[float, str, str]] = []
    for call in calls:
        if call.method.lower() not in COUNTED_METHODS:
            continue
        at_s, chat = call.finished_s or call.started_s, str(call.params.get("chat_id"))
        if call.status == 429:
            found.append(_refusal(call, chat, at_s, accepted, educators))
        else:
            accepted.append((at_s, chat, call.method))
    return tuple(found)


def _refusal(
    call: ApiCall, chat: str, at_s: float, accepted: Sequence[tuple[float, str, str]], educators: set[int]
) -> Refusal:
    before = next(((then_s, method) for then_s, where, method in reversed(accepted) if where == chat), None)
    return Refusal(
        method=call.method,
        to="educator" if chat in {str(one) for one in educators} else "student",
        after_chat_s=at_s - before[0] if before else None,
        before_it=before[1] if before else "",
        in_last_second=sum(at_s - then_s < _SECOND_S for then_s, _, _ in accepted),
    )


def first_call_after(calls: Iterable[ApiCall], moment_s: float) -> float | None:
    """When the first call after a moment began, on `time.monotonic`."""
    return next((call.started_s for call in calls if call.started_s > moment_s), None)
