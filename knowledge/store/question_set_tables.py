"""The tables of educators' own question sets."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.store.tables import Base, UtcDateTime, key_column


class QuestionSetRow(Base):
    """A set; `person` is its owner's key. Its number is never given to another (`sqlite_autoincrement`)."""

    __tablename__ = "question_sets"
    __table_args__ = (Index("ix_question_sets_person", "person"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    code: Mapped[str] = mapped_column(key_column(8), unique=True)
    person: Mapped[str] = mapped_column(key_column(64))
    title: Mapped[str] = mapped_column(String(60))
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SetQuestionRow(Base):
    """A question of a set, in its place from 1."""

    __tablename__ = "set_questions"

    set_id: Mapped[int] = mapped_column(Integer, ForeignKey("question_sets.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    payload: Mapped[dict[str, object]] = mapped_column(JSON)
