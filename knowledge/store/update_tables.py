"""The tables of what people are told later: follow-ups, daily digests, corrections, and what is held back."""

from datetime import datetime

from sqlalchemy import Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.store.tables import Base, UtcDateTime, key_column


class FollowUpRow(Base):
    """Somebody asked to be told when their tip is checked. Gone once they were told."""

    __tablename__ = "follow_ups"
    __table_args__ = (Index("ix_follow_ups_person", "person"),)

    tip_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    person: Mapped[str] = mapped_column(key_column(64))
    address: Mapped[str] = mapped_column(key_column(64))
    language: Mapped[str] = mapped_column(key_column(2))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SubscriptionRow(Base):
    """Somebody gets a daily digest: at which hour in Malaysia, about which topics (empty: all), last on which day."""

    __tablename__ = "subscriptions"

    person: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    address: Mapped[str] = mapped_column(key_column(64))
    language: Mapped[str] = mapped_column(key_column(2))
    hour: Mapped[int] = mapped_column(Integer)
    topics: Mapped[str] = mapped_column(key_column(300))
    last_day: Mapped[str] = mapped_column(key_column(10))
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CorrectionOptOutRow(Base):
    """Somebody wants to hear of no corrections."""

    __tablename__ = "correction_opt_outs"

    person: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class HeldRow(Base):
    """The log of the polling-eve switch: turned on or off, or so many letters about an entry held or let go."""

    __tablename__ = "held_log"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    deed: Mapped[str] = mapped_column(key_column(10))
    subject: Mapped[str] = mapped_column(key_column(80))
    letters: Mapped[int] = mapped_column(Integer)
