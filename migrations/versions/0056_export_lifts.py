"""a quota of what one person may take out, lifted once by another."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "export_lift",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.String(length=10), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hours", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("refused_at", moment, nullable=True),
        sa.Column("from_at", moment, nullable=True),
        sa.Column("until_at", moment, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_export_lift_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_lift")),
    )
    op.create_index(op.f("ix_export_lift_user_id"), "export_lift", ["user_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_export_lift_user_id"), table_name="export_lift")
    op.drop_table("export_lift")
