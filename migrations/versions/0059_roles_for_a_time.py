"""a role, and a role that waits, may end after a day."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
TABLES = ("user_role", "role_grant")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("until_on", sa.Date(), nullable=True))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "until_on")
