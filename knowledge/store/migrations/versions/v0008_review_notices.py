"""Notices of new work: whether a member wants them, and when their last one is from."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("wants_notices", sa.Boolean, nullable=False, server_default=sa.true()))
    op.add_column("members", sa.Column("noticed_at", sa.DateTime(timezone=True), nullable=True))
