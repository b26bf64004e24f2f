"""When a person should see a question again: missed ones soon, mastered ones rest.

The memory model is FSRS-6 (Free Spaced Repetition Scheduler, J. Ye, J. Su and Y. Cao, "A Stochastic Shortest Path
Algorithm for Optimizing Spaced Repetition Scheduling", KDD 2022) in its authors' library `fsrs`, with their default
parameters. A quiz has no "hard" or "easy": a right answer is *good*, a wrong one is *again*.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from fsrs import Card, Rating, Scheduler, State

_SCHEDULER: Final = Scheduler(
    desired_retention=0.9,
    learning_steps=(timedelta(minutes=10), timedelta(days=1)),
    relearning_steps=(timedelta(minutes=10),),
    maximum_interval=180,  # days: rumours and rules change
    enable_fuzzing=False,  # the same answers give the same day
)
_MASTERED: Final = timedelta(days=21)  # the stability from which Anki calls a card mature


@dataclass(frozen=True)
class Memory:
    """How well a person knows one question.

    Attributes:
        state: 1 learning, 2 review, 3 relearning.
        step: which learning step; None in review.
        stability: days until the chance to know it falls to 90 %.
        difficulty: 1 (easy) to 10.
        due: when to ask it again.
        last_review: when it was answered last.
    """

    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due: datetime
    last_review: datetime

    @property
    def is_mastered(self) -> bool:
        """Whether it is known so well that it need not come back for weeks."""
        return self.state == State.Review and (self.stability or 0.0) >= _MASTERED.days


def after_answer(memory: Memory | None, at: datetime, *, was_right: bool) -> Memory:
    """The memory after an answer at this aware moment; `memory` is None for a question never seen."""
    at = at.astimezone(UTC)  # the library takes no other zone
    card, _ = _SCHEDULER.review_card(_card(memory, at), Rating.Good if was_right else Rating.Again, at)
    return Memory(card.state.value, card.step, card.stability, card.difficulty, card.due, card.last_review or at)


def chance_to_know(memory: Memory, at: datetime) -> float:
    """The chance, 0 to 1, that the person would answer it now."""
    return _SCHEDULER.get_card_retrievability(_card(memory, at), at.astimezone(UTC))


def choose(questions: Sequence[str], memories: Mapping[str, Memory], at: datetime, count: int) -> list[str]:
    """The ids to ask now: those due, longest due first; then new ones in their order; then the least certain.

    Args:
        questions: the ids to choose from, in the order in which new ones should come.
        memories: what the person knows, by id; a question without memory is new.
        at: now.
        count: how many at most.
    """
    due = sorted(_known(questions, memories, at, are_due=True), key=lambda one: memories[one].due)
    new = [one for one in questions if one not in memories]
    resting = sorted(_known(questions, memories, at, are_due=False), key=lambda one: chance_to_know(memories[one], at))
    return [*due, *new, *resting][:count]


def _known(questions: Iterable[str], memories: Mapping[str, Memory], at: datetime, *, are_due: bool) -> Iterable[str]:
    return (one for one in questions if one in memories and (memories[one].due <= at) is are_due)


def _card(memory: Memory | None, at: datetime) -> Card:
    if memory is None:
        return Card(card_id=0, due=at)
    return Card(
        card_id=0,
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.last_review,
    )
