"""how many wrong passwords were tried before a sign-in, which its owner is told."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    """Of sign-ins from before nothing is told."""
    column = sa.Column("tried", sa.BigInteger(), server_default="0", nullable=False)
    op.add_column("session", column)


def downgrade() -> None:
    op.drop_column("session", "tried")
