"""The outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _key(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", _key(160), nullable=False, unique=True),
        sa.Column("address", _key(64), nullable=False),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("language", _key(2), nullable=False),
        sa.Column("lane", _key(80), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("edit", sa.Text),
        sa.Column("edit_number", sa.Integer, nullable=False),
        sa.Column("state", _key(10), nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("floor", sa.BigInteger),
        sa.Column("run_id", _key(64)),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("poll_id", _key(40)),
        sa.Column("problem", sa.String(40)),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_state_lane", "outbox", ["state", "lane", "id"])
    for column in ("address", "person", "created_at", "poll_id"):
        op.create_index(f"ix_outbox_{column}", "outbox", [column])
    op.create_table(
        "outbox_files",
        sa.Column("digest", _key(64), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_outbox_files_created_at", "outbox_files", ["created_at"])
