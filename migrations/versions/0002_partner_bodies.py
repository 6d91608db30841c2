"""houses of partner bodies, items without persons, declarations of interest."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":  # in place: a table that others name is not rebuilt
        op.execute(
            "ALTER TABLE organisation ADD COLUMN house_id CHAR(32) "
            "CONSTRAINT fk_organisation_house_id REFERENCES organisation (id)"
        )
    else:
        op.add_column("organisation", sa.Column("house_id", sa.Uuid(), nullable=True))
        op.create_foreign_key(
            op.f("fk_organisation_house_id"),
            "organisation",
            "organisation",
            ["house_id"],
            ["id"],
        )
    op.add_column(
        "agenda_item",
        sa.Column("without_persons", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column(
        "seat",
        sa.Column("declaration", sa.String(length=20), server_default="not_asked", nullable=False),
    )


def downgrade() -> None:
    op.drop_column("seat", "declaration")
    op.drop_column("agenda_item", "without_persons")
    op.drop_column("organisation", "house_id")
