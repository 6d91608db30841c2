"""on which ground of the law joint data are held although their term is over."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    """A hold from before had no ground: it was on a screening, which needs none."""
    op.add_column(
        "legal_hold",
        sa.Column("ground", sa.String(length=10), server_default="", nullable=False),
    )


def downgrade() -> None:
    op.drop_column("legal_hold", "ground")
