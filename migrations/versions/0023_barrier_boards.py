"""barrier boards of a partnership, how their barriers stand, and the steps that cases touch."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def _kept(table: str) -> list[sa.Column | sa.ForeignKeyConstraint | sa.PrimaryKeyConstraint]:
    """What every row of a board carries: who said it, when, its version and id."""
    return [
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f(f"fk_{table}_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _house(table: str) -> list[sa.Column | sa.ForeignKeyConstraint]:
    return [
        sa.Column("house_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["house_id"], ["organisation.id"], name=op.f(f"fk_{table}_house_id")
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "board_version",
        *_house("board_version"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_kept("board_version"),
        sa.UniqueConstraint(
            "house_id", "model", "number", name=op.f("uq_board_version_house_id_model_number")
        ),
    )
    op.create_table(
        "barrier_status",
        *_house("barrier_status"),
        sa.Column("barrier", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("side_effect", sa.Text(), nullable=False),
        sa.Column("displacement", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_kept("barrier_status"),
    )
    op.create_index(op.f("ix_barrier_status_house_id"), "barrier_status", ["house_id"])
    op.create_table(
        "barrier_weight",
        *_house("barrier_weight"),
        sa.Column("barrier", sa.String(length=20), nullable=False),
        sa.Column("effort", sa.BigInteger(), nullable=False),
        sa.Column("effect", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *_kept("barrier_weight"),
    )
    op.create_index(op.f("ix_barrier_weight_house_id"), "barrier_weight", ["house_id"])
    _steps()


def _steps() -> None:
    op.create_table(
        "case_step",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.String(length=10), nullable=False),
        sa.Column("step", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        *_kept("case_step"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_step_case_id")),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["user.id"], name=op.f("fk_case_step_withdrawn_by_id")
        ),
    )
    op.create_index(op.f("ix_case_step_case_id"), "case_step", ["case_id"])
    op.create_table(
        "case_step_source",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("case_step_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_step_source_case_id")),
        sa.ForeignKeyConstraint(
            ["case_step_id"], ["case_step.id"], name=op.f("fk_case_step_source_case_step_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_case_step_source_source_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_step_source")),
    )
    op.create_index(op.f("ix_case_step_source_case_id"), "case_step_source", ["case_id"])
    op.create_index(op.f("ix_case_step_source_case_step_id"), "case_step_source", ["case_step_id"])


def downgrade() -> None:
    for table in (
        *("case_step_source", "case_step"),
        *("barrier_weight", "barrier_status", "board_version"),
    ):
        op.drop_table(table)
