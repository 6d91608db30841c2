"""links to a sign-in elsewhere, and when something was shown there."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "identity",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=True),
        sa.Column("tail", sa.String(length=4), nullable=False),
        sa.Column("shown", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("settled_at", moment, nullable=True),
        sa.Column("used_at", moment, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by_id"], ["user.id"], name=op.f("fk_identity_asked_by_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_identity_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        sa.UniqueConstraint("mark", name=op.f("uq_identity_mark")),
    )
    op.create_index(op.f("ix_identity_user_id"), "identity", ["user_id"])
    op.add_column("session", sa.Column("shown_at", moment, nullable=True))


def downgrade() -> None:
    op.drop_column("session", "shown_at")
    op.drop_index(op.f("ix_identity_user_id"), table_name="identity")
    op.drop_table("identity")
