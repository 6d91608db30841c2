"""what the author of a dossier chose: the reader, what is left out and why, the drawing."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    """Dossiers from before were made for the usual reader of their track, whole."""
    column = sa.Column("selection", sa.JSON(), nullable=False, server_default="{}")
    op.add_column("dossier", column)


def downgrade() -> None:
    op.drop_column("dossier", "selection")
