"""Classes: finding them, opening one for change, and forgetting them."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session as Transaction

from knowledge.errors import ClassNotFoundError
from knowledge.quiz.codes import new_code
from knowledge.quiz.plan import ClassPlan
from knowledge.quiz.roster import StoredClass
from knowledge.quiz.session import Phase, Session
from knowledge.store.class_room import ClassRoom, delete_student, session_json, stored_class
from knowledge.store.classroom_tables import ClassRow, ClassStudentRow
from knowledge.store.database import Database
from knowledge.store.holding import Holding
from knowledge.store.tables import CounterRow
from knowledge.text.language import Language

_BEAT: Final = "class_beat_ms"
_CHANCE: Final = random.SystemRandom()


class ClassroomStore:
    """The classes of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def draft(self, educator: str, address: str, language: Language, plan: ClassPlan, at: datetime) -> StoredClass:
        """Begin a class. An educator has one draft at most: an older one is dropped."""
        with self._database.session() as transaction:
            self._database.lock(transaction, f"educator:{educator}")
            transaction.execute(
                delete(ClassRow).where(ClassRow.educator == educator, ClassRow.phase == Phase.DRAFT.value)
            )
            return stored_class(_new_row(transaction, educator, address, language, Session(plan), at))

    def follow_up(self, pre: StoredClass, plan: ClassPlan, at: datetime) -> StoredClass:
        """Begin the post-test of a class, or find the one begun before."""
        with self._database.session() as transaction:
            self._database.lock(transaction, f"class:{pre.id}")
            row = transaction.scalars(select(ClassRow).where(ClassRow.pre_id == pre.id)).first()
            if row is None:
                row = _new_row(transaction, pre.educator, pre.address, pre.language, Session(plan), at, pre.id)
            return stored_class(row)

    @contextmanager
    def room(self, class_id: int) -> Iterator[ClassRoom]:
        """Open a class for reading and change, alone, in one transaction.

        Raises:
            ClassNotFoundError: there is none, or it was deleted.
        """
        with self._database.session() as transaction:
            self._database.lock(transaction, f"class:{class_id}")
            row = transaction.get(ClassRow, class_id)
            if row is None:
                raise ClassNotFoundError(class_id)
            yield ClassRoom(transaction, row)

    def get(self, class_id: int) -> StoredClass | None:
        """A class by its number."""
        return self._one(select(ClassRow).where(ClassRow.id == class_id))

    def by_code(self, code: str) -> StoredClass | None:
        """A class by its code, ended or not."""
        return self._one(select(ClassRow).where(ClassRow.code == code))

    def post_of(self, pre_id: int) -> StoredClass | None:
        """The post-test of a class, if it was begun."""
        return self._one(select(ClassRow).where(ClassRow.pre_id == pre_id))

    def of_educator(self, educator: str, limit: int) -> list[StoredClass]:
        """An educator's classes, the newest first; no drafts."""
        query = select(ClassRow).where(ClassRow.educator == educator, ClassRow.phase != Phase.DRAFT.value)
        return self._list(query.order_by(ClassRow.id.desc()).limit(limit))

    def of_student(self, person: str) -> list[StoredClass]:
        """The classes that have not ended in which a person takes part, the newest first."""
        query = select(ClassRow).join(ClassStudentRow, ClassStudentRow.class_id == ClassRow.id)
        query = query.where(
            ClassStudentRow.person == person, ClassStudentRow.removed_at.is_(None), ClassStudentRow.left_at.is_(None)
        )
        return self._list(query.where(ClassRow.phase != Phase.ENDED.value).order_by(ClassRow.id.desc()))

    def at_work(self) -> list[StoredClass]:
        """The classes that time can change: open ones, and ended ones whose results were not posted yet."""
        is_open = ClassRow.phase.in_([Phase.LOBBY.value, Phase.RUNNING.value, Phase.PAUSED.value])
        is_unreported = (ClassRow.phase == Phase.ENDED.value) & ClassRow.reported_at.is_(None)
        return self._list(select(ClassRow).where(is_open | is_unreported).order_by(ClassRow.id))

    def free_code(self) -> str:
        """A code that no class has."""
        while True:
            code = new_code(_CHANCE)
            if self.by_code(code) is None:
                return code

    def holding(self) -> Holding:
        """What keeps two processes from moving the same classes on."""
        return Holding(self._database, "classes")

    def beat(self, at: datetime) -> timedelta:
        """Note that the server runs; returns how long ago it noted so before (0 the first time)."""
        now_ms = round(at.timestamp() * 1000)
        with self._database.session() as transaction:
            self._database.lock(transaction, _BEAT)
            counter = transaction.get(CounterRow, _BEAT)
            if counter is None:
                transaction.add(CounterRow(name=_BEAT, value=now_ms))
                return timedelta(0)
            before_ms, counter.value = counter.value, max(now_ms, counter.value)
        return timedelta(milliseconds=max(0, now_ms - before_ms))

    def delete(self, class_id: int, educator: str) -> bool:
        """Delete an educator's class with everything in it."""
        with self._database.session() as transaction:
            query = delete(ClassRow).where(ClassRow.id == class_id, ClassRow.educator == educator)
            return transaction.execute(query.returning(ClassRow.id)).first() is not None

    def purge(self, now: datetime) -> list[StoredClass]:
        """Delete the classes whose date has come; returns what they were."""
        with self._database.session() as transaction:
            rows = transaction.scalars(select(ClassRow).where(ClassRow.purge_at <= now)).all()
            gone = [stored_class(row) for row in rows]
            transaction.execute(delete(ClassRow).where(ClassRow.id.in_([one.id for one in gone])))
        return gone

    def _one(self, query: Select[ClassRow]) -> StoredClass | None:
        found = self._list(query.limit(1))
        return found[0] if found else None

    def _list(self, query: Select[ClassRow]) -> list[StoredClass]:
        with self._database.session(read_only=True) as transaction:
            return [stored_class(row) for row in transaction.scalars(query)]


def count_classes(transaction: Transaction, person: str) -> int:
    """How many classes somebody is in or holds."""
    joined = select(ClassStudentRow.class_id).where(ClassStudentRow.person == person)
    held = select(ClassRow.id).where(ClassRow.educator == person)
    return len(transaction.execute(joined).all()) + len(transaction.execute(held).all())


def forget_classes(transaction: Transaction, person: str) -> int:
    """Delete somebody from every class, and the classes they hold; returns how many classes that touched."""
    touched = count_classes(transaction, person)
    query = select(ClassStudentRow.class_id, ClassStudentRow.number).where(ClassStudentRow.person == person)
    for class_id, number in transaction.execute(query).all():
        delete_student(transaction, class_id, number)
    transaction.execute(delete(ClassRow).where(ClassRow.educator == person))
    return touched


def _new_row(
    transaction: Transaction,
    educator: str,
    address: str,
    language: Language,
    session: Session,
    at: datetime,
    pre_id: int | None = None,
) -> ClassRow:
    row = ClassRow(
        educator=educator,
        address=address,
        language=language.value,
        phase=session.phase.value,
        state=session_json(session),
        seed=_CHANCE.getrandbits(53),
        pre_id=pre_id,
        created_at=at,
        purge_at=at + timedelta(days=session.plan.kept_days),
    )
    transaction.add(row)
    transaction.flush()
    return row
