"""corrections by field."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0010"


def upgrade() -> None:
    """Say of a correction which field of a party it put right."""
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("field", sa.String(length=40), nullable=False, server_default="")
        )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.alter_column("field", server_default=None)


def downgrade() -> None:
    """Back to corrections of a party as a whole."""
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_column("field")
