"""areas of a partnership with their boundaries, and dated statements about them."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("house_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("polygons", sa.JSON(), nullable=False),
        sa.Column("drawn_from", sa.String(length=200), nullable=False),
        sa.Column("drawn_on", sa.Date(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("ring", sa.JSON(), nullable=False),
        sa.Column("comparison", sa.String(length=40), nullable=False),
        sa.Column("keeper_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["house_id"], ["organisation.id"], name=op.f("fk_area_house_id")),
        sa.ForeignKeyConstraint(["keeper_id"], ["user.id"], name=op.f("fk_area_keeper_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("house_id", "code", name=op.f("uq_area_house_id_code")),
    )
    op.create_table(
        "area_entry",
        sa.Column("area_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("block", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.String(length=30), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("more", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_area_entry_area_id")),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_area_entry_by_id")),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["user.id"], name=op.f("fk_area_entry_ended_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_entry")),
        sa.UniqueConstraint("area_id", "number", name=op.f("uq_area_entry_area_id_number")),
    )
    op.create_index(op.f("ix_area_entry_area_id"), "area_entry", ["area_id"])


def downgrade() -> None:
    op.drop_table("area_entry")
    op.drop_table("area")
