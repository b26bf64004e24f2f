"""Educators' own question sets."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _key(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "question_sets",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", _key(8), nullable=False, unique=True),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("title", sa.String(60), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_question_sets_person", "question_sets", ["person"])
    op.create_table(
        "set_questions",
        sa.Column("set_id", sa.Integer, sa.ForeignKey("question_sets.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("payload", sa.JSON, nullable=False),
    )
