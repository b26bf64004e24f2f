"""The tables of the fact-checkers' desk: the team, its log, clusters of tips, and entries under review."""

from datetime import datetime

from sqlalchemy import JSON, Boolean, ForeignKey, Index, Integer, Text, true
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.store.tables import Base, UtcDateTime, key_column


class MemberRow(Base):
    """Somebody who works at the desk: the name they chose, their role, and where to write to them.

    `noticed_at` is when their last notice of new work went out, or will.
    """

    __tablename__ = "members"

    person: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    name: Mapped[str] = mapped_column(key_column(60))
    role: Mapped[str] = mapped_column(key_column(20))
    address: Mapped[str] = mapped_column(key_column(64))
    language: Mapped[str] = mapped_column(key_column(2))
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    wants_notices: Mapped[bool] = mapped_column(Boolean, server_default=true())
    noticed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class InvitationRow(Base):
    """A one-time invitation. Only its token's hash is kept: whoever reads the database cannot join with it."""

    __tablename__ = "invitations"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    token_hash: Mapped[str] = mapped_column(key_column(64), unique=True)
    role: Mapped[str] = mapped_column(key_column(20))
    made_by: Mapped[str] = mapped_column(key_column(64))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_by: Mapped[str | None] = mapped_column(key_column(64))
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AuditRow(Base):
    """One change at the desk: who (hash, and the name they bore then), when, what. Triggers refuse to change it."""

    __tablename__ = "audit"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    person: Mapped[str] = mapped_column(key_column(64))
    name: Mapped[str] = mapped_column(key_column(60))
    deed: Mapped[str] = mapped_column(key_column(30))
    subject: Mapped[str] = mapped_column(key_column(100), index=True)
    detail: Mapped[str] = mapped_column(Text)


class ClusterRow(Base):
    """Tips about one claim, and how far the desk is with them."""

    __tablename__ = "clusters"
    __table_args__ = (Index("ix_clusters_state", "state"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    state: Mapped[str] = mapped_column(key_column(20))
    reason: Mapped[str | None] = mapped_column(key_column(20))
    entry_id: Mapped[str | None] = mapped_column(key_column(56))
    merged_into: Mapped[int | None] = mapped_column(Integer)
    claimed_by: Mapped[str | None] = mapped_column(key_column(64))
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ClusterTipRow(Base):
    """Which cluster a tip is in, and the state its sender says they live in. Gone with its tip."""

    __tablename__ = "cluster_tips"

    tip_id: Mapped[int] = mapped_column(ForeignKey("tips.id", ondelete="CASCADE"), primary_key=True)
    cluster_id: Mapped[int] = mapped_column(ForeignKey("clusters.id"), index=True)
    home_state: Mapped[str | None] = mapped_column(key_column(20))


class KeptApartRow(Base):
    """That people took a tip out of a cluster, so that it never comes back there. Gone with its tip."""

    __tablename__ = "kept_apart"

    tip_id: Mapped[int] = mapped_column(ForeignKey("tips.id", ondelete="CASCADE"), primary_key=True)
    cluster_id: Mapped[int] = mapped_column(ForeignKey("clusters.id"), primary_key=True)


class SubmissionRow(Base):
    """A proposed entry, or a proposed correction of one, and what became of it.

    `writers` are all who put words into it: none of them may approve it. `base_revision` is the revision of the
    published entry that a correction corrects.
    """

    __tablename__ = "submissions"
    __table_args__ = (Index("ix_submissions_state", "state"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    entry_id: Mapped[str] = mapped_column(key_column(56), index=True)
    kind: Mapped[str] = mapped_column(key_column(20))
    payload: Mapped[dict[str, object]] = mapped_column(JSON)
    author: Mapped[str] = mapped_column(key_column(64))
    writers: Mapped[list[str]] = mapped_column(JSON)
    cluster_id: Mapped[int | None] = mapped_column(Integer)
    base_revision: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(key_column(20))
    note: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[str | None] = mapped_column(key_column(64))
