"""answers to ordinary grounds."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "ordinary_answer",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(_to("ordinary_answer", f"{name}_id", name) for name in ("case", "source")),
        _to("ordinary_answer", "by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ordinary_answer")),
        sa.UniqueConstraint("case_id", "code", name=op.f("uq_ordinary_answer_case_id_code")),
    )


def downgrade() -> None:
    op.drop_table("ordinary_answer")


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
