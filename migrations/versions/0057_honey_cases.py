"""honey that looks like a case: with a reference and an address of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"


def upgrade() -> None:
    with op.batch_alter_table("watch_entry") as table:
        table.add_column(sa.Column("reference", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("address", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("watch_entry") as table:
        table.drop_column("address")
        table.drop_column("reference")
