"""until when people of partners are screened, trained and bound to secrecy."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """A plain addition: what nobody recorded does not hold, so no dates are made up."""
    op.create_table(
        "clearance",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clearance")),
        *(
            sa.ForeignKeyConstraint([column], ["user.id"], name=op.f(f"fk_clearance_{column}"))
            for column in ("user_id", "recorded_by_id", "withdrawn_by_id")
        ),
    )
    op.create_index(op.f("ix_clearance_user_id"), "clearance", ["user_id"])


def downgrade() -> None:
    op.drop_table("clearance")
