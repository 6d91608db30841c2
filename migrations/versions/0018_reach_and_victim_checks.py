"""how far the evidence of a run reached, and whether a lead may point at a victim."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Runs from before looked at the whole file: their reach is 0."""
    # Plain additions: a table that others refer to is never built anew while it holds rows.
    op.add_column("run", sa.Column("hops", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("run", sa.Column("hops_reason", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "victim_answer",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("hit_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_victim_answer_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_victim_answer_case_id")),
        sa.ForeignKeyConstraint(["hit_id"], ["hit.id"], name=op.f("fk_victim_answer_hit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_victim_answer")),
        sa.UniqueConstraint("hit_id", name=op.f("uq_victim_answer_hit_id")),
    )
    op.create_index(op.f("ix_victim_answer_case_id"), "victim_answer", ["case_id"])


def downgrade() -> None:
    op.drop_table("victim_answer")
    op.drop_column("run", "hops_reason")
    op.drop_column("run", "hops")
