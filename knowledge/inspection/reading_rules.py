"""Whether each entry was compared with its source, and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.entry import QuizItem, Status
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.listed import Listed


@dataclass(frozen=True)
class ReadingAge:
    """How long ago an entry was compared with its source; `days` is None when it never was."""

    listed: Listed
    days: int | None


def reading_ages(entries: Sequence[Listed], today: date) -> list[ReadingAge]:
    """The fact-checks and guidelines that are not withdrawn, those never read first, then the longest unread."""
    ages = [_age(listed, today) for listed in entries if listed.status is not Status.WITHDRAWN]
    return sorted(ages, key=lambda age: (age.days is not None, -(age.days or 0), age.listed.entry.id))


def _age(listed: Listed, today: date) -> ReadingAge:
    day = listed.entry.checked_at
    return ReadingAge(listed, None if day is None else (today - date.fromisoformat(day)).days)


def unread(listed: Listed) -> Iterator[Finding]:
    """What people see was read twice; what waits says why."""
    entry = listed.entry
    if listed.is_published and not entry.is_read_twice():
        problem = f"People see it ({listed.place}), and nobody compared it with its source again."
        mend = "Read the source and fill checked_at, checked_against and check_result."
        yield Finding(Rule.NOT_READ_TWICE, entry.id, problem, mend)
    if listed.status is Status.PENDING and entry.pending_reason is None:
        problem = f"It is pending ({listed.place}) without a reason."
        yield Finding(Rule.PENDING_WITHOUT_REASON, entry.id, problem, "Write pending_reason, or publish it.")


def resting(entries: Sequence[Listed]) -> Iterator[Finding]:
    """A published quiz item rests on a published entry."""
    status: Mapping[str, Status] = {listed.entry.id: listed.status for listed in entries}
    for listed in entries:
        entry = listed.entry
        if isinstance(entry, QuizItem) and listed.is_published:
            base = status.get(entry.based_on)
            if base is not Status.PUBLISHED:
                state = "not in these files" if base is None else base.value
                problem = f"It is published, but {entry.based_on!r}, on which it rests, is {state}."
                mend = "Set its status to pending, or publish what it rests on."
                yield Finding(Rule.RESTS_ON_UNPUBLISHED, entry.id, problem, mend)
