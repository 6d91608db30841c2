"""what a decision rested on, kept before it is written anew."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "earlier_version",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_earlier_version_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_earlier_version_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_version")),
    )
    with op.batch_alter_table("earlier_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_earlier_version_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_earlier_version_subject_id"), ["subject_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("earlier_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_earlier_version_subject_id"))
        batch_op.drop_index(batch_op.f("ix_earlier_version_case_id"))

    op.drop_table("earlier_version")
