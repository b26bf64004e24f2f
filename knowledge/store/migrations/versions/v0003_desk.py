"""The fact-checkers' desk: team, audit log, clusters of tips, submissions."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_REFUSALS = {
    "sqlite": (
        "CREATE TRIGGER audit_is_never_{verb}d BEFORE {VERB} ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
        "CREATE TRIGGER audit_is_never_{verb}d BEFORE {VERB} ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()",
    ),
}


def _key(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    _create_team()
    _create_clusters()
    _create_submissions()


def _create_team() -> None:
    op.create_table(
        "members",
        sa.Column("person", _key(64), primary_key=True),
        sa.Column("name", _key(60), nullable=False),
        sa.Column("role", _key(20), nullable=False),
        sa.Column("address", _key(64), nullable=False),
        sa.Column("language", _key(2), nullable=False),
        _moment("joined_at"),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token_hash", _key(64), nullable=False, unique=True),
        sa.Column("role", _key(20), nullable=False),
        sa.Column("made_by", _key(64), nullable=False),
        _moment("made_at"),
        _moment("expires_at"),
        sa.Column("used_by", _key(64)),
        _moment("used_at", nullable=True),
        _moment("revoked_at", nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        _moment("at"),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("name", _key(60), nullable=False),
        sa.Column("deed", _key(30), nullable=False),
        sa.Column("subject", _key(100), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_subject", "audit", ["subject"])
    for verb in ("update", "delete"):
        for statement in _REFUSALS[op.get_bind().dialect.name]:
            op.execute(statement.format(verb=verb, VERB=verb.upper()))


def _create_clusters() -> None:
    op.create_table(
        "clusters",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("state", _key(20), nullable=False),
        sa.Column("reason", _key(20)),
        sa.Column("entry_id", _key(56)),
        sa.Column("merged_into", sa.Integer),
        sa.Column("claimed_by", _key(64)),
        _moment("claimed_until", nullable=True),
        _moment("made_at"),
        _moment("changed_at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_clusters_state", "clusters", ["state"])
    op.create_table(
        "cluster_tips",
        sa.Column("tip_id", sa.Integer, sa.ForeignKey("tips.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("cluster_id", sa.Integer, sa.ForeignKey("clusters.id"), nullable=False),
        sa.Column("home_state", _key(20)),
    )
    op.create_index("ix_cluster_tips_cluster_id", "cluster_tips", ["cluster_id"])
    op.create_table(
        "kept_apart",
        sa.Column("tip_id", sa.Integer, sa.ForeignKey("tips.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("cluster_id", sa.Integer, sa.ForeignKey("clusters.id"), primary_key=True),
    )


def _create_submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("entry_id", _key(56), nullable=False),
        sa.Column("kind", _key(20), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("author", _key(64), nullable=False),
        sa.Column("writers", sa.JSON, nullable=False),
        sa.Column("cluster_id", sa.Integer),
        sa.Column("base_revision", sa.Integer),
        sa.Column("state", _key(20), nullable=False),
        sa.Column("note", sa.Text),
        _moment("made_at"),
        _moment("changed_at"),
        sa.Column("decided_by", _key(64)),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submissions_entry_id", "submissions", ["entry_id"])
    op.create_index("ix_submissions_state", "submissions", ["state"])
