"""the digest of the letter that goes with an issued dossier; what went out before had none."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
TABLES = ("dossier", "support_dossier")


def upgrade() -> None:
    for table in TABLES:
        digest = sa.Column("letter_sha256", sa.String(length=64), nullable=False, server_default="")
        op.add_column(table, digest)


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "letter_sha256")
