"""the sealed package in which a dossier is handed over, and the seal that the trail commits to."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
TABLES = ("dossier", "support_dossier")


def upgrade() -> None:
    """What was issued before stays as it went: without a package."""
    for table in TABLES:
        op.add_column(table, sa.Column("package", sa.LargeBinary(), nullable=True))
        seal = sa.Column("seal", sa.String(length=64), nullable=False, server_default="")
        op.add_column(table, seal)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_column(table, "seal")
        op.drop_column(table, "package")
