"""the annexes of a dossier, drawn anew, as they were looked at and go along."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    """Dossiers from before have no annexes."""
    op.add_column("dossier", sa.Column("annexes", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("dossier", "annexes")
