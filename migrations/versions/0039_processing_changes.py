"""the register of changes of processing, with what the lawfulness advisory committee advised."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    """A plain addition: a house founds its register at its first joint processing after this."""
    op.create_table(
        "processing_change",
        sa.Column("house_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("cover", sa.String(length=20), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=200), nullable=False),
        sa.Column("advised_on", sa.Date(), nullable=True),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("minority", sa.Text(), nullable=False),
        sa.Column("deviation", sa.Text(), nullable=False),
        sa.Column("told_committee_on", sa.Date(), nullable=True),
        sa.Column("told_officer_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_processing_change")),
        sa.UniqueConstraint(
            "house_id", "number", name=op.f("uq_processing_change_house_id_number")
        ),
        sa.ForeignKeyConstraint(
            ["house_id"], ["organisation.id"], name=op.f("fk_processing_change_house_id")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], ["user.id"], name=op.f(f"fk_processing_change_{column}")
            )
            for column in ("by_id", "withdrawn_by_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("processing_change")
