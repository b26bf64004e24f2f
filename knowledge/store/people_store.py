"""What is kept about a person, and how all of it is forgotten."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from knowledge.store.classroom_store import count_classes, forget_classes
from knowledge.store.conversation_tables import ConversationRow
from knowledge.store.database import Database
from knowledge.store.desk_tables import MemberRow
from knowledge.store.outbox_tables import LetterRow
from knowledge.store.practice_store import count_quizzes, forget_quizzes
from knowledge.store.question_set_tables import QuestionSetRow
from knowledge.store.tables import FeedbackRow, PersonRow, QuestionRow, TipRow
from knowledge.store.update_tables import CorrectionOptOutRow, FollowUpRow, SubscriptionRow
from knowledge.text.language import Language

_Row = (
    PersonRow | TipRow | FeedbackRow | QuestionRow | LetterRow | MemberRow | ConversationRow | QuestionSetRow
    | FollowUpRow | SubscriptionRow | CorrectionOptOutRow
)  # fmt: skip
# Deleted with the rest, and not counted in what a person is told: one row each.
_FORGOTTEN_TOO: tuple[type[_Row], ...] = (
    LetterRow, MemberRow, ConversationRow, FollowUpRow, SubscriptionRow, CorrectionOptOutRow,
)  # fmt: skip


@dataclass(frozen=True)
class ForgetReport:
    """How many rows were deleted from each table."""

    people: int
    tips: int
    feedback: int
    questions: int
    question_sets: int = 0
    classes: int = 0
    quizzes: int = 0


@dataclass(frozen=True)
class PersonSummary:
    """What is kept about a person."""

    language: Language | None
    tips: int
    feedback: int
    questions: int
    question_sets: int = 0
    classes: int = 0
    quizzes: int = 0


class PeopleStore:
    """The people of one database. `person` is whatever key the caller knows a person by, 64 characters at most."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def language(self, person: str) -> Language | None:
        """The language the person chose, if any."""
        with self._database.session(read_only=True) as session:
            return _language(session, person)

    def set_language(self, person: str, language: Language) -> None:
        """Keeps the person's choice."""
        with self._database.session() as session:
            self._database.lock(session, f"person:{person}")
            row = PersonRow(person=person, language=language.value, updated_at=datetime.now(UTC))
            session.merge(row)

    def forget(self, person: str) -> ForgetReport:
        """Deletes everything of the person, in one transaction; what waits in the outbox for them is not sent.

        A member of the team leaves it. What they did at the desk stays in the audit log under their hash and the name
        they bore there.
        """
        with self._database.session() as session:
            self._database.lock(session, f"person:{person}")
            for table in _FORGOTTEN_TOO:
                _delete(session, table, person)
            return ForgetReport(
                people=_delete(session, PersonRow, person),
                tips=_delete(session, TipRow, person),
                feedback=_delete(session, FeedbackRow, person),
                questions=_delete(session, QuestionRow, person),
                question_sets=_delete(session, QuestionSetRow, person),
                classes=forget_classes(session, person),
                quizzes=forget_quizzes(session, person),
            )

    def summary(self, person: str) -> PersonSummary:
        """What is kept about the person."""
        with self._database.session(read_only=True) as session:
            return PersonSummary(
                language=_language(session, person),
                tips=_count(session, TipRow, person),
                feedback=_count(session, FeedbackRow, person),
                questions=_count(session, QuestionRow, person),
                question_sets=_count(session, QuestionSetRow, person),
                classes=count_classes(session, person),
                quizzes=count_quizzes(session, person),
            )


def _language(session: Session, person: str) -> Language | None:
    row = session.get(PersonRow, person)
    return None if row is None else Language(row.language)


def _count(session: Session, table: type[_Row], person: str) -> int:
    return session.execute(select(func.count()).select_from(table).where(table.person == person)).scalar_one()


def _delete(session: Session, table: type[_Row], person: str) -> int:
    return len(session.execute(delete(table).where(table.person == person).returning(table.person)).all())
