"""The tables of classes. All of a class is deleted with it; `person` is known in two of them only."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Boolean, Float, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.store.tables import Base, UtcDateTime, key_column


class ClassRow(Base):
    """A class. `state` is its `knowledge.quiz.session.Session`; `pre_id` the class it is the post-test of."""

    __tablename__ = "classes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    code: Mapped[str | None] = mapped_column(key_column(6), unique=True)
    educator: Mapped[str] = mapped_column(key_column(64), index=True)
    address: Mapped[str] = mapped_column(key_column(64))
    language: Mapped[str] = mapped_column(key_column(2))
    phase: Mapped[str] = mapped_column(key_column(10), index=True)
    state: Mapped[dict[str, object]] = mapped_column(JSON)
    seed: Mapped[int] = mapped_column(BigInteger)
    pre_id: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    purge_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    reported_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ClassQuestionRow(Base):
    """A class's question as it was when the class opened: a later correction must not change what was asked."""

    __tablename__ = "class_questions"

    class_id: Mapped[int] = mapped_column(Integer, ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    payload: Mapped[dict[str, object]] = mapped_column(JSON)


class ClassStudentRow(Base):
    """Somebody in a class, under a nickname; `name_key` is the nickname as it is compared."""

    __tablename__ = "class_students"
    __table_args__ = (
        UniqueConstraint("class_id", "person", name="uq_class_students_person"),
        UniqueConstraint("class_id", "name_key", name="uq_class_students_name"),
        Index("ix_class_students_person", "person"),
    )

    class_id: Mapped[int] = mapped_column(Integer, ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    person: Mapped[str] = mapped_column(key_column(64))
    address: Mapped[str] = mapped_column(key_column(64))
    language: Mapped[str] = mapped_column(key_column(2))
    nickname: Mapped[str] = mapped_column(key_column(40))
    name_key: Mapped[str] = mapped_column(key_column(80))
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ClassAskRow(Base):
    """A question put to a student, and the first answer. `options` is the order in which the four were shown."""

    __tablename__ = "class_asks"

    class_id: Mapped[int] = mapped_column(Integer, ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True)
    student: Mapped[int] = mapped_column(Integer, primary_key=True)
    question: Mapped[int] = mapped_column(Integer, primary_key=True)
    options: Mapped[str] = mapped_column(key_column(4))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    option: Mapped[int | None] = mapped_column(Integer)
    is_right: Mapped[bool | None] = mapped_column(Boolean)
    is_late: Mapped[bool | None] = mapped_column(Boolean)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seconds: Mapped[float | None] = mapped_column(Float)
