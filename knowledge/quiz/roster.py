"""Who is in a class, what they were asked, and what they answered: values that rules and stores share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from knowledge.quiz.session import Session
from knowledge.text.language import Language


@dataclass(frozen=True)
class StoredClass:
    """A class as it is stored. `pre_id` is the class it is the post-test of; `address` is the educator's."""

    id: int
    code: str | None
    educator: str
    address: str
    language: Language
    session: Session
    seed: int
    pre_id: int | None
    created_at: datetime
    purge_at: datetime
    reported_at: datetime | None


@dataclass(frozen=True)
class Seat:
    """A student in a class; `number` counts from 1 within it."""

    number: int
    person: str
    address: str
    language: Language
    nickname: str
    joined_at: datetime
    finished_at: datetime | None = None
    removed_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def is_present(self) -> bool:
        """Whether they take part: neither removed nor gone of their own will."""
        return self.removed_at is None and self.left_at is None


@dataclass(frozen=True)
class Ask:
    """A question put to a student. `options` is the order in which the four were shown, by their own numbers.

    The answer's fields are empty until the first answer counts; `option` is the option's own number, whatever place
    it was shown at.
    """

    student: int
    question: int
    options: tuple[int, ...]
    asked_at: datetime
    option: int | None = None
    is_right: bool | None = None
    is_late: bool | None = None
    answered_at: datetime | None = None
    seconds: float | None = None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return self.option is not None


@dataclass(frozen=True)
class Progress:
    """How far a class is. `answered` counts, for each question that was asked, the present students' answers."""

    present: int
    asked: Mapping[int, int]
    answered: Mapping[int, int]
    finished: int

    def waiting(self, question: int | None) -> int:
        """How many present students have not answered a question."""
        return 0 if question is None else self.present - self.answered.get(question, 0)

    def unanswered(self, session: Session) -> int:
        """How many answers are missing that may still be given."""
        return sum(
            self.present - self.answered.get(number, 0)
            for number in range(len(session.windows))
            if session.may_answer(number)
        )
