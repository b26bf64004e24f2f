"""One class in one transaction: what is read, changed and posted here happens as a whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update
from sqlalchemy.orm import Session as Transaction

from knowledge.quiz.nicknames import name_key
from knowledge.quiz.own_question import ASKABLE_ADAPTER, Askable
from knowledge.quiz.plan import ClassPlan
from knowledge.quiz.roster import Ask, Progress, Seat, StoredClass
from knowledge.quiz.session import Session
from knowledge.store.classroom_tables import ClassAskRow, ClassQuestionRow, ClassRow, ClassStudentRow
from knowledge.store.outbox import Letter, change_letter, drop_letters, keep_file, put_letters
from knowledge.text.language import Language

_SESSION: TypeAdapter[Session] = TypeAdapter(Session)


class ClassRoom:
    """A class while its transaction is open; see `ClassroomStore.room`."""

    def __init__(self, transaction: Transaction, row: ClassRow) -> None:
        self._transaction = transaction
        self._row = row
        self.record = stored_class(row)

    @property
    def session(self) -> Session:
        """The class as it stands now."""
        return self.record.session

    def move(self, session: Session) -> None:
        """Keep what a step made of the class."""
        if session != self.record.session:
            self._row.state, self._row.phase = session_json(session), session.phase.value
            self.record = replace(self.record, session=session)

    def plan(self, plan: ClassPlan) -> None:
        """Change what a draft is to be; how long it is kept counts from its creation."""
        self.move(replace(self.session, plan=plan))
        self._row.purge_at = self._row.created_at + timedelta(days=plan.kept_days)
        self.record = replace(self.record, purge_at=self._row.purge_at)

    def settle(self, code: str, items: Iterable[Askable]) -> None:
        """Give the class its code and its questions, for good."""
        self._row.code = code
        self.record = replace(self.record, code=code)
        rows = [
            {"class_id": self.record.id, "number": number, "payload": item.model_dump(mode="json")}
            for number, item in enumerate(items)
        ]
        self._transaction.execute(insert(ClassQuestionRow), rows)

    def mark_reported(self, at: datetime) -> None:
        """The results have been posted."""
        self._row.reported_at = at
        self.record = replace(self.record, reported_at=at)

    def post(self, letters: Sequence[Letter], at: datetime) -> None:
        """Have letters sent; one whose key is known already is not sent again."""
        put_letters(self._transaction, letters, at)

    def repost(self, letter: Letter, at: datetime) -> None:
        """Have a letter sent or, if it was sent before, edited to say this now."""
        if not change_letter(self._transaction, letter.key, letter.payload):
            put_letters(self._transaction, [letter], at)

    def take_back(self, prefix: str) -> None:
        """Take back letters not sent yet, by what their keys begin with."""
        drop_letters(self._transaction, prefix)

    def keep_file(self, data: bytes, at: datetime) -> str:
        """Keep a file for a letter; returns what the letter names it by."""
        return keep_file(self._transaction, data, at)

    def item(self, number: int) -> Askable:
        """A question as it was when the class opened."""
        row = self._transaction.get_one(ClassQuestionRow, (self.record.id, number))
        return ASKABLE_ADAPTER.validate_python(row.payload)

    def items(self) -> list[Askable]:
        """All questions in the class's order."""
        query = select(ClassQuestionRow).where(ClassQuestionRow.class_id == self.record.id)
        rows = self._transaction.scalars(query.order_by(ClassQuestionRow.number))
        return [ASKABLE_ADAPTER.validate_python(row.payload) for row in rows]

    def seats(self) -> list[Seat]:
        """Everyone who ever joined, removed ones too, in order of joining."""
        query = self._seats().order_by(ClassStudentRow.number)
        return [_seat(row) for row in self._transaction.scalars(query)]

    def seat_of(self, person: str) -> Seat | None:
        """The student this person is here, if any."""
        row = self._transaction.scalars(self._seats().where(ClassStudentRow.person == person)).one_or_none()
        return None if row is None else _seat(row)

    def is_taken(self, nickname: str, person: str) -> bool:
        """Whether somebody else here has this nickname."""
        query = self._seats().where(ClassStudentRow.name_key == name_key(nickname))
        row = self._transaction.scalars(query).one_or_none()
        return row is not None and row.person != person

    def admit(self, person: str, address: str, language: Language, nickname: str, at: datetime) -> Seat:
        """Let somebody in; who is in already keeps number and answers and gets the new nickname and address."""
        row = self._transaction.scalars(self._seats().where(ClassStudentRow.person == person)).one_or_none()
        if row is None:
            last = select(func.coalesce(func.max(ClassStudentRow.number), 0)).where(self._is_here(ClassStudentRow))
            number = self._transaction.execute(last).scalar_one() + 1
            row = ClassStudentRow(class_id=self.record.id, number=number, person=person, joined_at=at)
            self._transaction.add(row)
        row.address, row.language, row.left_at = address, language.value, None
        row.nickname, row.name_key = nickname, name_key(nickname)
        self._transaction.flush()
        return _seat(row)

    def remove(self, number: int, at: datetime) -> None:
        """A student no longer takes part; their answers so far no longer count."""
        self._set_student(number, removed_at=at)

    def let_go(self, number: int, at: datetime) -> None:
        """A student leaves of their own will, and may come back."""
        self._set_student(number, left_at=at)

    def mark_finished(self, number: int, at: datetime) -> None:
        """A student has been told their result."""
        self._set_student(number, finished_at=at)

    def asks(self) -> list[Ask]:
        """Everything that was asked, by student and question."""
        query = select(ClassAskRow).where(self._is_here(ClassAskRow))
        return [
            _ask(row) for row in self._transaction.scalars(query.order_by(ClassAskRow.student, ClassAskRow.question))
        ]

    def asks_of(self, student: int) -> list[Ask]:
        """What one student was asked."""
        query = select(ClassAskRow).where(self._is_here(ClassAskRow), ClassAskRow.student == student)
        return [_ask(row) for row in self._transaction.scalars(query.order_by(ClassAskRow.question))]

    def ask(self, asks: Iterable[Ask]) -> None:
        """Note questions as put; one that was put already is an error of the caller."""
        rows = [
            {
                "class_id": self.record.id,
                "student": one.student,
                "question": one.question,
                "options": "".join(map(str, one.options)),
                "asked_at": one.asked_at,
            }
            for one in asks
        ]
        if rows:
            self._transaction.execute(insert(ClassAskRow), rows)

    def answer(self, ask: Ask) -> bool:
        """Keep a first answer; False when there is one already."""
        query = (
            update(ClassAskRow)
            .where(
                self._is_here(ClassAskRow),
                ClassAskRow.student == ask.student,
                ClassAskRow.question == ask.question,
                ClassAskRow.option.is_(None),
            )
            .values(
                option=ask.option,
                is_right=ask.is_right,
                is_late=ask.is_late,
                answered_at=ask.answered_at,
                seconds=ask.seconds,
            )
            .returning(ClassAskRow.student)
        )
        return self._transaction.execute(query).first() is not None

    def progress(self) -> Progress:
        """How far the class is, counted by the database."""
        here = self._is_here(ClassStudentRow)
        is_present = ClassStudentRow.removed_at.is_(None) & ClassStudentRow.left_at.is_(None)
        counted = select(func.count(), func.count(ClassStudentRow.finished_at)).where(here, is_present)
        present, finished = self._transaction.execute(counted).one()
        numbers = select(ClassStudentRow.number).where(here, is_present)
        asked = select(ClassAskRow.question, func.count(), func.count(ClassAskRow.option))
        asked = asked.where(self._is_here(ClassAskRow), ClassAskRow.student.in_(numbers))
        rows = self._transaction.execute(asked.group_by(ClassAskRow.question)).all()
        return Progress(
            present=present,
            asked={question: count for question, count, _ in rows},
            answered={question: count for question, _, count in rows},
            finished=finished,
        )

    def _seats(self) -> Select[ClassStudentRow]:
        return select(ClassStudentRow).where(self._is_here(ClassStudentRow))

    def _is_here(self, table: type[ClassStudentRow] | type[ClassAskRow]) -> ColumnElement[bool]:
        return table.class_id == self.record.id

    def _set_student(self, number: int, **values: datetime) -> None:
        query = update(ClassStudentRow).where(self._is_here(ClassStudentRow), ClassStudentRow.number == number)
        self._transaction.execute(query.values(**values))


def session_json(session: Session) -> dict[str, object]:
    """A session as it is stored."""
    written: dict[str, object] = _SESSION.dump_python(session, mode="json")
    return written


def stored_class(row: ClassRow) -> StoredClass:
    """A class as it is read."""
    return StoredClass(
        id=row.id,
        code=row.code,
        educator=row.educator,
        address=row.address,
        language=Language(row.language),
        session=_SESSION.validate_python(row.state),
        seed=row.seed,
        pre_id=row.pre_id,
        created_at=row.created_at,
        purge_at=row.purge_at,
        reported_at=row.reported_at,
    )


def delete_student(transaction: Transaction, class_id: int, number: int) -> None:
    """Delete a student with everything they were asked and answered."""
    asks = delete(ClassAskRow).where(ClassAskRow.class_id == class_id, ClassAskRow.student == number)
    transaction.execute(asks)
    student = delete(ClassStudentRow).where(ClassStudentRow.class_id == class_id, ClassStudentRow.number == number)
    transaction.execute(student)


def _seat(row: ClassStudentRow) -> Seat:
    return Seat(
        number=row.number,
        person=row.person,
        address=row.address,
        language=Language(row.language),
        nickname=row.nickname,
        joined_at=row.joined_at,
        finished_at=row.finished_at,
        removed_at=row.removed_at,
        left_at=row.left_at,
    )


def _ask(row: ClassAskRow) -> Ask:
    return Ask(
        student=row.student,
        question=row.question,
        options=tuple(map(int, row.options)),
        asked_at=row.asked_at,
        option=row.option,
        is_right=row.is_right,
        is_late=row.is_late,
        answered_at=row.answered_at,
        seconds=row.seconds,
    )
