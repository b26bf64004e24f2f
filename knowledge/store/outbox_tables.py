"""The tables of the outbox: letters to send, and the files some of them carry."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.store.tables import Base, UtcDateTime, key_column


class LetterRow(Base):
    """One letter. `payload` is what was or will be sent, `edit` what is to take its place (see `outbox.py`)."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_state_lane", "state", "lane", "id"),
        Index("ix_outbox_address", "address"),
        Index("ix_outbox_person", "person"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[str] = mapped_column(key_column(160), unique=True)
    address: Mapped[str] = mapped_column(key_column(64))
    person: Mapped[str] = mapped_column(key_column(64))
    language: Mapped[str] = mapped_column(key_column(2))
    lane: Mapped[str] = mapped_column(key_column(80))
    payload: Mapped[str] = mapped_column(Text)
    edit: Mapped[str | None] = mapped_column(Text)
    edit_number: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(key_column(10))
    part: Mapped[int] = mapped_column(Integer)
    attempts: Mapped[int] = mapped_column(Integer)
    floor: Mapped[int | None] = mapped_column(BigInteger)
    run_id: Mapped[str | None] = mapped_column(key_column(64))
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    poll_id: Mapped[str | None] = mapped_column(key_column(40), index=True)
    problem: Mapped[str | None] = mapped_column(String(40))


class OutboxFileRow(Base):
    """The bytes of a document or picture, by their SHA-256 in hexadecimal digits."""

    __tablename__ = "outbox_files"

    digest: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
