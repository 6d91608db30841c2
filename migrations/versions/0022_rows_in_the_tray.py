"""rows of a file that wait in the tray, and the imports that put them there."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    # Plain additions: a table that others refer to is never built anew while it holds rows.
    op.add_column(
        "tray_item", sa.Column("row_key", sa.String(length=80), nullable=False, server_default="")
    )
    op.add_column(
        "import_batch", sa.Column("tray", sa.Boolean(), nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    op.drop_column("import_batch", "tray")
    op.drop_column("tray_item", "row_key")
