"""One person's quizzes, and what they remember."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session as Transaction

from knowledge.quiz.scheduling import Memory, after_answer
from knowledge.store.database import Database
from knowledge.store.outbox import Letter, put_letters
from knowledge.store.practice_tables import QuizAnswerRow, QuizMemoryRow, QuizRunRow
from knowledge.text.language import Language


@dataclass(frozen=True)
class QuizRun:
    """A quiz of one person; `right` has an entry for each question answered, by its number from 0."""

    id: int
    person: str
    address: str
    language: Language
    choice: str
    items: tuple[str, ...]
    right: dict[int, bool]
    is_finished: bool

    @property
    def next_number(self) -> int | None:
        """The question that is not answered yet; None when all are."""
        return next((number for number in range(len(self.items)) if number not in self.right), None)


class PracticeStore:
    """The quizzes of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(
        self, person: str, address: str, language: Language, choice: str, items: Sequence[str], at: datetime
    ) -> QuizRun:
        """Begin a quiz; one that was under way is left as it is."""
        with self._database.session() as transaction:
            row = QuizRunRow(
                person=person,
                address=address,
                language=language.value,
                choice=choice,
                items=list(items),
                started_at=at,
            )
            transaction.add(row)
            transaction.flush()
            return _run(transaction, row)

    def get(self, run_id: int) -> QuizRun | None:
        """A quiz by its number."""
        with self._database.session(read_only=True) as transaction:
            row = transaction.get(QuizRunRow, run_id)
            return None if row is None else _run(transaction, row)

    def memories(self, person: str) -> dict[str, Memory]:
        """What the person remembers, by item."""
        query = select(QuizMemoryRow).where(QuizMemoryRow.person == person)
        with self._database.session(read_only=True) as transaction:
            return {row.item_id: _memory(row) for row in transaction.scalars(query)}

    def answer(self, run: QuizRun, number: int, option: int, *, is_right: bool, at: datetime) -> bool:
        """Keep a first answer and what it says about the person's memory; False when there is one already."""
        with self._database.session() as transaction:
            self._database.lock(transaction, f"quiz:{run.id}")
            if transaction.get(QuizAnswerRow, (run.id, number)) is not None:
                return False
            transaction.add(QuizAnswerRow(run_id=run.id, number=number, option=option, is_right=is_right, at=at))
            _remember(transaction, run.person, run.items[number], at, is_right=is_right)
            return True

    def post(self, letters: Sequence[Letter], at: datetime, *, finishes: QuizRun | None = None) -> None:
        """Have letters sent, and with them end a quiz."""
        with self._database.session() as transaction:
            put_letters(transaction, letters, at)
            if finishes is not None:
                row = transaction.get(QuizRunRow, finishes.id)
                if row is not None:
                    row.finished_at = at

    def purge(self, before: datetime) -> int:
        """Delete the quizzes begun before then; memories stay."""
        query = delete(QuizRunRow).where(QuizRunRow.started_at < before).returning(QuizRunRow.id)
        with self._database.session() as transaction:
            return len(transaction.execute(query).all())


def count_quizzes(transaction: Transaction, person: str) -> int:
    """How many quizzes and remembered questions are kept of somebody."""
    runs = select(func.count()).select_from(QuizRunRow).where(QuizRunRow.person == person)
    memories = select(func.count()).select_from(QuizMemoryRow).where(QuizMemoryRow.person == person)
    return transaction.execute(runs).scalar_one() + transaction.execute(memories).scalar_one()


def forget_quizzes(transaction: Transaction, person: str) -> int:
    """Delete somebody's quizzes and what they remember; returns how many rows that were."""
    count = count_quizzes(transaction, person)
    transaction.execute(delete(QuizRunRow).where(QuizRunRow.person == person))
    transaction.execute(delete(QuizMemoryRow).where(QuizMemoryRow.person == person))
    return count


def _run(transaction: Transaction, row: QuizRunRow) -> QuizRun:
    answers = transaction.scalars(select(QuizAnswerRow).where(QuizAnswerRow.run_id == row.id))
    return QuizRun(
        id=row.id,
        person=row.person,
        address=row.address,
        language=Language(row.language),
        choice=row.choice,
        items=tuple(row.items),
        right={answer.number: answer.is_right for answer in answers},
        is_finished=row.finished_at is not None,
    )


def _remember(transaction: Transaction, person: str, item_id: str, at: datetime, *, is_right: bool) -> None:
    row = transaction.get(QuizMemoryRow, (person, item_id))
    known = after_answer(None if row is None else _memory(row), at, was_right=is_right)
    transaction.merge(
        QuizMemoryRow(
            person=person,
            item_id=item_id,
            state=known.state,
            step=known.step,
            stability=known.stability,
            difficulty=known.difficulty,
            due=known.due,
            last_review=known.last_review,
        )
    )


def _memory(row: QuizMemoryRow) -> Memory:
    return Memory(row.state, row.step, row.stability, row.difficulty, row.due, row.last_review)
