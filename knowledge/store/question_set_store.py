"""Educators' own question sets in the database."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.set_codes import new_set_code
from knowledge.store.database import Database
from knowledge.store.question_set_tables import QuestionSetRow, SetQuestionRow
from knowledge.text.language import Language

MOST_SETS: Final = 50
_CHANCE: Final = random.SystemRandom()


@dataclass(frozen=True)
class QuestionSet:
    """A set with its questions in their order; `code` is what it is shared under."""

    code: str
    owner: str
    title: str
    questions: tuple[OwnQuestion, ...]
    updated_at: datetime

    def askable(self) -> tuple[OwnQuestion, ...]:
        """The questions that a class may be asked: all but those whose fact-check was changed since."""
        return tuple(question for question in self.questions if not question.is_outdated)

    def languages(self) -> tuple[Language, ...]:
        """The languages in which every question can be asked."""
        return tuple(one for one in Language if all(question.is_asked_in(one) for question in self.questions))


@dataclass(frozen=True)
class SetSummary:
    """A set in a list."""

    code: str
    title: str
    questions: int
    updated_at: datetime


class QuestionSetStore:
    """The question sets of one database. Whoever knows a set's code may read it; only its owner changes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, owner: str, title: str, questions: Sequence[OwnQuestion], at: datetime) -> QuestionSet | None:
        """Keeps a new set under a new code; None when the owner has `MOST_SETS` already."""
        with self._database.session() as session:
            self._database.lock(session, f"person:{owner}")
            if _count(session, owner) >= MOST_SETS:
                return None
            row = QuestionSetRow(code=_free_code(session), person=owner, title=title, updated_at=at)
            session.add(row)
            session.flush()
            _write(session, row.id, questions)
            return _question_set(session, row)

    def get(self, code: str) -> QuestionSet | None:
        """The set of this code, whoever asks."""
        with self._database.session(read_only=True) as session:
            row = _row(session, code)
            return None if row is None else _question_set(session, row)

    def of_owner(self, owner: str) -> list[SetSummary]:
        """The owner's sets, the one changed last first."""
        counted = select(SetQuestionRow.set_id, func.count().label("number")).group_by(SetQuestionRow.set_id).subquery()
        query = (
            select(QuestionSetRow, func.coalesce(counted.c.number, 0))
            .outerjoin(counted, counted.c.set_id == QuestionSetRow.id)
            .where(QuestionSetRow.person == owner)
            .order_by(QuestionSetRow.updated_at.desc(), QuestionSetRow.id.desc())
        )
        with self._database.session(read_only=True) as session:
            return [SetSummary(row.code, row.title, number, row.updated_at) for row, number in session.execute(query)]

    def replace(self, code: str, owner: str, questions: Sequence[OwnQuestion], at: datetime) -> QuestionSet | None:
        """Gives the owner's set these questions; None when the owner has no such set."""
        with self._database.session() as session:
            self._database.lock(session, f"person:{owner}")
            row = _row(session, code)
            if row is None or row.person != owner:
                return None
            session.execute(delete(SetQuestionRow).where(SetQuestionRow.set_id == row.id))
            _write(session, row.id, questions)
            row.updated_at = at
            return _question_set(session, row)

    def delete(self, code: str, owner: str) -> bool:
        """Deletes the owner's set with its questions; False when the owner has no such set."""
        query = delete(QuestionSetRow).where(QuestionSetRow.code == code, QuestionSetRow.person == owner)
        with self._database.session() as session:
            return session.execute(query.returning(QuestionSetRow.id)).first() is not None


def _row(session: Session, code: str) -> QuestionSetRow | None:
    return session.scalars(select(QuestionSetRow).where(QuestionSetRow.code == code)).first()


def _count(session: Session, owner: str) -> int:
    query = select(func.count()).select_from(QuestionSetRow).where(QuestionSetRow.person == owner)
    return session.execute(query).scalar_one()


def _free_code(session: Session) -> str:
    while True:
        code = new_set_code(_CHANCE)
        if _row(session, code) is None:
            return code


def _write(session: Session, set_id: int, questions: Sequence[OwnQuestion]) -> None:
    """In their order, each under the id of its set and place."""
    for number, question in enumerate(questions, start=1):
        payload = question.model_dump(mode="json") | {"id": f"set-{set_id}-q{number}"}
        session.add(SetQuestionRow(set_id=set_id, number=number, payload=payload))
    session.flush()


def _question_set(session: Session, row: QuestionSetRow) -> QuestionSet:
    query = select(SetQuestionRow).where(SetQuestionRow.set_id == row.id).order_by(SetQuestionRow.number)
    questions = tuple(OwnQuestion.model_validate(one.payload) for one in session.scalars(query))
    return QuestionSet(row.code, row.person, row.title, questions, row.updated_at)
