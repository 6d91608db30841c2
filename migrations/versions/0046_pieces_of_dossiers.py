"""the printed pieces of a long dossier, for when it is printed again."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    """Dossiers from before are printed anew the first time."""
    op.add_column("dossier", sa.Column("pieces", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("dossier", "pieces")
