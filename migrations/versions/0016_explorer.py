"""notes pinned to a part of the network, and pictures of it kept under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column(
        "note", sa.Column("about", sa.String(length=120), nullable=False, server_default="")
    )
    op.create_table(
        "kept_picture",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_kept_picture_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_kept_picture_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_picture")),
        sa.UniqueConstraint(
            "case_id", "name", "number", name=op.f("uq_kept_picture_case_id_name_number")
        ),
    )
    op.create_index(op.f("ix_kept_picture_case_id"), "kept_picture", ["case_id"])


def downgrade() -> None:
    op.drop_table("kept_picture")
    op.drop_column("note", "about")
