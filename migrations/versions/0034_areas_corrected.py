"""corrections of statements about an area, what an area was before a change, and its last day."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.add_column("area", sa.Column("valid_until", sa.Date(), nullable=True))
    op.add_column("area", sa.Column("end_reason", sa.Text(), nullable=False, server_default=""))
    op.add_column("area_entry", sa.Column("corrects", sa.BigInteger(), nullable=True))
    op.create_table(
        "area_past",
        sa.Column("area_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("polygons", sa.JSON(), nullable=False),
        sa.Column("drawn_from", sa.String(length=200), nullable=False),
        sa.Column("drawn_on", sa.Date(), nullable=False),
        sa.Column("ring", sa.JSON(), nullable=False),
        sa.Column("comparison", sa.String(length=40), nullable=False),
        sa.Column("keeper_id", sa.Uuid(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("area_id", "area"),
        _to("keeper_id", "user"),
        _to("by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_past")),
    )
    op.create_index(op.f("ix_area_past_area_id"), "area_past", ["area_id"])


def downgrade() -> None:
    op.drop_table("area_past")
    op.drop_column("area_entry", "corrects")
    op.drop_column("area", "end_reason")
    op.drop_column("area", "valid_until")


def _to(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_area_past_{column}"))
