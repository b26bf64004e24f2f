"""Follow-ups, subscriptions, corrections and the polling-eve switch; where an answer was sent."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _key(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("tip_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("address", _key(64), nullable=False),
        sa.Column("language", _key(2), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_follow_ups_person", "follow_ups", ["person"])
    op.create_table(
        "subscriptions",
        sa.Column("person", _key(64), primary_key=True),
        sa.Column("address", _key(64), nullable=False),
        sa.Column("language", _key(2), nullable=False),
        sa.Column("hour", sa.Integer, nullable=False),
        sa.Column("topics", _key(300), nullable=False),
        sa.Column("last_day", _key(10), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "correction_opt_outs",
        sa.Column("person", _key(64), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "held_log",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deed", _key(10), nullable=False),
        sa.Column("subject", _key(80), nullable=False),
        sa.Column("letters", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.add_column("questions", sa.Column("address", _key(64)))
    op.add_column("questions", sa.Column("language", _key(2)))
    op.create_index("ix_questions_entry_id", "questions", ["entry_id"])
