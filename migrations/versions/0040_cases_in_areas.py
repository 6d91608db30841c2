"""partnership cases that lie in an area, each with who said so and why."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    op.create_table(
        "case_area",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("area_id", sa.Uuid(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("case_id", "case"),
        _to("area_id", "area"),
        _to("by_id", "user"),
        _to("withdrawn_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_area")),
    )
    op.create_index(op.f("ix_case_area_case_id"), "case_area", ["case_id"])
    op.create_index(op.f("ix_case_area_area_id"), "case_area", ["area_id"])


def downgrade() -> None:
    op.drop_table("case_area")


def _to(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_case_area_{column}"))
