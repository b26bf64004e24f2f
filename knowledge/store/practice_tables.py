"""The tables of one person's quizzes."""

from datetime import datetime

from sqlalchemy import JSON, Boolean, Float, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.store.tables import Base, UtcDateTime, key_column


class QuizRunRow(Base):
    """One quiz of one person. `items` are the ids of its questions, `choice` is what the person chose."""

    __tablename__ = "quiz_runs"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    person: Mapped[str] = mapped_column(key_column(64), index=True)
    address: Mapped[str] = mapped_column(key_column(64))
    language: Mapped[str] = mapped_column(key_column(2))
    choice: Mapped[str] = mapped_column(key_column(80))
    items: Mapped[list[str]] = mapped_column(JSON)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class QuizAnswerRow(Base):
    """The first answer to one of its questions; `option` is the option's own number."""

    __tablename__ = "quiz_answers"

    run_id: Mapped[int] = mapped_column(Integer, ForeignKey("quiz_runs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    option: Mapped[int] = mapped_column(Integer)
    is_right: Mapped[bool] = mapped_column(Boolean)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class QuizMemoryRow(Base):
    """How well a person knows a question: a `knowledge.quiz.scheduling.Memory`."""

    __tablename__ = "quiz_memories"

    person: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    item_id: Mapped[str] = mapped_column(key_column(56), primary_key=True)
    state: Mapped[int] = mapped_column(Integer)
    step: Mapped[int | None] = mapped_column(Integer)
    stability: Mapped[float | None] = mapped_column(Float)
    difficulty: Mapped[float | None] = mapped_column(Float)
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    last_review: Mapped[datetime] = mapped_column(UtcDateTime)
