"""Classes and one person's quizzes."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _key(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _class_id() -> sa.Column[int]:
    return sa.Column("class_id", sa.Integer, sa.ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True)


def upgrade() -> None:
    op.create_table(
        "classes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", _key(6), unique=True),
        sa.Column("educator", _key(64), nullable=False),
        sa.Column("address", _key(64), nullable=False),
        sa.Column("language", _key(2), nullable=False),
        sa.Column("phase", _key(10), nullable=False),
        sa.Column("state", sa.JSON, nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("pre_id", sa.Integer),
        _moment("created_at"),
        _moment("purge_at"),
        _moment("reported_at", nullable=True),
        sqlite_autoincrement=True,
    )
    for column in ("educator", "phase", "purge_at"):
        op.create_index(f"ix_classes_{column}", "classes", [column])
    op.create_table(
        "class_questions",
        _class_id(),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    _create_students()
    _create_quizzes()
    op.create_table(
        "class_asks",
        _class_id(),
        sa.Column("student", sa.Integer, primary_key=True),
        sa.Column("question", sa.Integer, primary_key=True),
        sa.Column("options", _key(4), nullable=False),
        _moment("asked_at"),
        sa.Column("option", sa.Integer),
        sa.Column("is_right", sa.Boolean),
        sa.Column("is_late", sa.Boolean),
        _moment("answered_at", nullable=True),
        sa.Column("seconds", sa.Float),
    )


def _create_students() -> None:
    op.create_table(
        "class_students",
        _class_id(),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("address", _key(64), nullable=False),
        sa.Column("language", _key(2), nullable=False),
        sa.Column("nickname", _key(40), nullable=False),
        sa.Column("name_key", _key(80), nullable=False),
        _moment("joined_at"),
        _moment("finished_at", nullable=True),
        _moment("removed_at", nullable=True),
        _moment("left_at", nullable=True),
        sa.UniqueConstraint("class_id", "person", name="uq_class_students_person"),
        sa.UniqueConstraint("class_id", "name_key", name="uq_class_students_name"),
    )
    op.create_index("ix_class_students_person", "class_students", ["person"])


def _create_quizzes() -> None:
    op.create_table(
        "quiz_runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person", _key(64), nullable=False),
        sa.Column("address", _key(64), nullable=False),
        sa.Column("language", _key(2), nullable=False),
        sa.Column("choice", _key(80), nullable=False),
        sa.Column("items", sa.JSON, nullable=False),
        _moment("started_at"),
        _moment("finished_at", nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_quiz_runs_person", "quiz_runs", ["person"])
    op.create_index("ix_quiz_runs_started_at", "quiz_runs", ["started_at"])
    op.create_table(
        "quiz_answers",
        sa.Column("run_id", sa.Integer, sa.ForeignKey("quiz_runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("option", sa.Integer, nullable=False),
        sa.Column("is_right", sa.Boolean, nullable=False),
        _moment("at"),
    )
    op.create_table(
        "quiz_memories",
        sa.Column("person", _key(64), primary_key=True),
        sa.Column("item_id", _key(56), primary_key=True),
        sa.Column("state", sa.Integer, nullable=False),
        sa.Column("step", sa.Integer),
        sa.Column("stability", sa.Float),
        sa.Column("difficulty", sa.Float),
        _moment("due"),
        _moment("last_review"),
    )
