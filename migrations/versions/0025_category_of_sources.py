"""the category of data of a source in a partnership case."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Sources from before have no category yet."""
    # Plain additions: a table that others refer to is never built anew while it holds rows.
    op.add_column(
        "source", sa.Column("category", sa.String(length=20), nullable=False, server_default="")
    )


def downgrade() -> None:
    op.drop_column("source", "category")
