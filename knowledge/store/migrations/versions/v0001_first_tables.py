"""The first tables."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _key(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _moment(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def upgrade() -> None:
    _create_entries()
    _create_people()
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", _key(10), nullable=False),
        sa.Column("run_id", _key(64), nullable=False),
        _moment("received_at"),
    )
    op.create_index("ix_updates_received_at", "updates", ["received_at"])


def _create_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", _key(56), primary_key=True),
        sa.Column("kind", _key(20), nullable=False),
        sa.Column("status", _key(20), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("url_key", _key(500), nullable=False),
        sa.Column("review_date", _key(10)),
        sa.Column("change_number", sa.BigInteger, nullable=False),
        _moment("created_at"),
        _moment("updated_at"),
    )
    op.create_index("ix_entries_kind_status", "entries", ["kind", "status"])
    for column in ("url_key", "review_date", "change_number"):
        op.create_index(f"ix_entries_{column}", "entries", [column])
    op.create_table(
        "entry_revisions",
        sa.Column("entry_id", _key(56), sa.ForeignKey("entries.id"), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("status", _key(20), nullable=False),
        _moment("at"),
    )
    counters = op.create_table(
        "counters",
        sa.Column("name", _key(30), primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(counters, [{"name": "change_number", "value": 0}])


def _create_people() -> None:
    op.create_table(
        "people",
        sa.Column("person", _key(64), primary_key=True),
        sa.Column("language", _key(2), nullable=False),
        _moment("updated_at"),
    )
    op.create_table(
        "tips",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", _key(2), nullable=False),
        sa.Column("state", _key(20)),
        sa.Column("entry_id", _key(56)),
        _moment("created_at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("entry_id", _key(56)),
        sa.Column("rating", _key(20), nullable=False),
        sa.Column("text", sa.Text),
        _moment("created_at"),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("entry_id", _key(56)),
        sa.Column("outcome", _key(30), nullable=False),
        _moment("asked_at"),
    )
    for table, column in (
        ("tips", "person"),
        ("tips", "created_at"),
        ("feedback", "person"),
        ("feedback", "entry_id"),
        ("questions", "person"),
        ("questions", "asked_at"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
