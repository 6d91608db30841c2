"""judgements of people about two parties being the same, row after row."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

NAME = "pair_judgement"


def upgrade() -> None:
    op.create_table(
        NAME,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("left_id", sa.Uuid(), nullable=False),
        sa.Column("right_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("judgement", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("facts", sa.String(length=64), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{NAME}_{column}"))
            for column, to in (
                ("case_id", "case"),
                ("left_id", "entity"),
                ("right_id", "entity"),
                ("by_id", "user"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{NAME}")),
        sa.UniqueConstraint(
            "left_id", "right_id", "number", name=op.f(f"uq_{NAME}_left_id_right_id_number")
        ),
    )
    for column in ("case_id", "right_id"):
        op.create_index(op.f(f"ix_{NAME}_{column}"), NAME, [column])


def downgrade() -> None:
    op.drop_table(NAME)
