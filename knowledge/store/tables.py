"""The tables as the code sees them; `migrations/` builds them.

Texts that are compared or sorted by the database carry the "C" collation on PostgreSQL, so that both databases
sort them alike: by code point, as Python does.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC: SQLite itself has no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; a naive moment is a mistake of the caller."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def key_column(length: int) -> String:
    """A text that the database compares or sorts, by code point."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


class Base(DeclarativeBase):
    """What `migrations/` is compared with."""


class EntryRow(Base):
    """An entry as it stands now; `url_key` is its source's address as `knowledge.store.url_key` writes it."""

    __tablename__ = "entries"
    __table_args__ = (Index("ix_entries_kind_status", "kind", "status"),)

    id: Mapped[str] = mapped_column(key_column(56), primary_key=True)
    kind: Mapped[str] = mapped_column(key_column(20))
    status: Mapped[str] = mapped_column(key_column(20))
    revision: Mapped[int] = mapped_column(Integer)
    payload: Mapped[dict[str, object]] = mapped_column(JSON)
    url_key: Mapped[str] = mapped_column(key_column(500), index=True)
    review_date: Mapped[str | None] = mapped_column(key_column(10), index=True)
    change_number: Mapped[int] = mapped_column(BigInteger, index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class EntryRevisionRow(Base):
    """Every revision an entry ever had, the current one too."""

    __tablename__ = "entry_revisions"

    entry_id: Mapped[str] = mapped_column(key_column(56), ForeignKey("entries.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True)
    payload: Mapped[dict[str, object]] = mapped_column(JSON)
    status: Mapped[str] = mapped_column(key_column(20))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CounterRow(Base):
    """A number that only grows: `change_number` of the entries, `highest_message_id` of the outbox."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(key_column(30), primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger)


class PersonRow(Base):
    """The language a person chose."""

    __tablename__ = "people"

    person: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    language: Mapped[str] = mapped_column(key_column(2))
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class TipRow(Base):
    """A message a person asked to have checked. Its number is never given to another (`sqlite_autoincrement`)."""

    __tablename__ = "tips"
    __table_args__ = (Index("ix_tips_person", "person"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    person: Mapped[str] = mapped_column(key_column(64))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(key_column(2))
    state: Mapped[str | None] = mapped_column(key_column(20))
    entry_id: Mapped[str | None] = mapped_column(key_column(56))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class FeedbackRow(Base):
    """What a person thought of an answer."""

    __tablename__ = "feedback"
    __table_args__ = (Index("ix_feedback_person", "person"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    person: Mapped[str] = mapped_column(key_column(64))
    entry_id: Mapped[str | None] = mapped_column(key_column(56), index=True)
    rating: Mapped[str] = mapped_column(key_column(20))
    text: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class QuestionRow(Base):
    """That a person asked, what came of it and, in a private chat, where the answer went; never the words they used."""

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_person", "person"), Index("ix_questions_entry_id", "entry_id"))

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    person: Mapped[str] = mapped_column(key_column(64))
    entry_id: Mapped[str | None] = mapped_column(key_column(56))
    outcome: Mapped[str] = mapped_column(key_column(30))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    address: Mapped[str | None] = mapped_column(key_column(64))
    language: Mapped[str | None] = mapped_column(key_column(2))


class UpdateRow(Base):
    """A Telegram update that was received, by which run of the bot, and whether it is done."""

    __tablename__ = "updates"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(key_column(10))
    run_id: Mapped[str] = mapped_column(key_column(64))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
