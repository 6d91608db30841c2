"""what a recipient says was done about a notice of correction or recall."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"


def upgrade() -> None:
    op.add_column("copy_notice", sa.Column("done", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("copy_notice", "done")
