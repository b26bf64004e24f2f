"""The table of guided conversations."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.store.tables import Base, UtcDateTime, key_column


class ConversationRow(Base):
    """What a person has filled in so far of a form; one a person and chat."""

    __tablename__ = "conversations"

    person: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    address: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    form: Mapped[str] = mapped_column(key_column(30))
    state: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
