"""questions about how somebody looked, and the answers of two reviewers."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"


def upgrade() -> None:
    moment, number = sa.DateTime(timezone=True), sa.BigInteger()
    op.create_table(
        "look_alert",
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("part", number, nullable=False),
        sa.Column("rule", sa.String(length=10), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("concerned", sa.JSON(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("raised_at", moment, nullable=False),
        sa.Column("closed_at", moment, nullable=True),
        *_own("look_alert"),
        _to("look_alert", "about_id", "user"),
        sa.UniqueConstraint("mark", "part", name=op.f("uq_look_alert_mark_part")),
    )
    op.create_index(op.f("ix_look_alert_about_id"), "look_alert", ["about_id"])
    op.create_table(
        "alert_answer",
        sa.Column("alert_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        *_own("alert_answer"),
        _to("alert_answer", "alert_id", "look_alert"),
        _to("alert_answer", "by_id", "user"),
        sa.UniqueConstraint("alert_id", "by_id", name=op.f("uq_alert_answer_alert_id_by_id")),
    )


def downgrade() -> None:
    op.drop_table("alert_answer")
    op.drop_table("look_alert")


def _own(table: str) -> tuple[sa.Column[int] | sa.Column[object] | sa.PrimaryKeyConstraint, ...]:
    return (
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
