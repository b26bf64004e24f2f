"""What an educator chooses for a class."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

TITLE_CHARS: Final = 60
NUMBERS: Final = (5, 10, 15, 20)
QUESTION_SECONDS: Final = (20, 30, 45, 60, 90)
SESSION_MINUTES: Final = (10, 20, 40, 1440, 10080)
KEPT_DAYS: Final = (7, 30, 90)


class Timing(StrEnum):
    """Who decides when a question ends."""

    NONE = "none"
    """Each student at their own pace, without a limit."""
    SESSION = "session"
    """Each student at their own pace, until the time of the whole session is up."""
    QUESTION = "question"
    """All together; each question closes when its time is up or everyone has answered."""
    LED = "led"
    """All together; the educator closes each question."""

    @property
    def is_together(self) -> bool:
        """Whether everyone has the same question at the same time."""
        return self in (Timing.QUESTION, Timing.LED)


class Mode(StrEnum):
    """Whether students see at once if they were right."""

    PRACTICE = "practice"
    TEST = "test"


class Shown(StrEnum):
    """In which language questions are shown."""

    MS = "ms"
    EN = "en"
    BOTH = "both"


class Source(StrEnum):
    """Where the questions come from; `ClassPlan.source_value` says which one."""

    MIXED = "mixed"
    NEWEST = "newest"
    TOPIC = "topic"
    TECHNIQUE = "technique"
    OWN_SET = "set"


@dataclass(frozen=True)
class ClassPlan:
    """One class as planned.

    `seconds` is the time of each question (`Timing.QUESTION`) or of the whole session (`Timing.SESSION`) and means
    nothing else. `late_allowed` lets answers after the time count, marked as late.
    """

    title: str
    shown: Shown
    source: Source = Source.MIXED
    source_value: str = ""
    number: int = 10
    timing: Timing = Timing.NONE
    seconds: int = 0
    late_allowed: bool = True
    shuffled: bool = True
    mode: Mode = Mode.PRACTICE
    is_paired: bool = False
    leaderboard: bool = False
    kept_days: int = 30

    @property
    def shows_leaderboard(self) -> bool:
        """Whether students see a ranking at the end: never after a test."""
        return self.leaderboard and self.mode is Mode.PRACTICE
