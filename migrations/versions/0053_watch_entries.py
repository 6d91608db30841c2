"""what reviewers of looks mark, and what people declare of themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "watch_entry",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("ended_at", moment, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_watch_entry_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_entry")),
    )
    op.create_table(
        "own_circle",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_own_circle_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_circle")),
        sa.UniqueConstraint("user_id", name=op.f("uq_own_circle_user_id")),
    )


def downgrade() -> None:
    op.drop_table("own_circle")
    op.drop_table("watch_entry")
