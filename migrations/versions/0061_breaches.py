"""a dossier that went astray: what became of the duty to notify it."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
TABLE, NAME = "dossier_notice", "fk_dossier_notice_breach_by_id_user"


def upgrade() -> None:
    """Plain additions: a table that others refer to is never made anew."""
    inline = op.get_bind().dialect.name == "sqlite"
    op.add_column(TABLE, sa.Column("breach_due_on", sa.Date(), nullable=True))
    said = sa.Column("breach", sa.String(20), nullable=False, server_default="")
    op.add_column(TABLE, said)
    op.add_column(TABLE, sa.Column("breach_words", sa.LargeBinary(), nullable=True))
    key = sa.ForeignKey("user.id", name=NAME)
    by: sa.Column[object] = sa.Column("breach_by_id", sa.Uuid(), key, nullable=True)
    op.add_column(TABLE, by, inline_references=inline)
    op.add_column(TABLE, sa.Column("breach_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for column in ("breach_due_on", "breach", "breach_words", "breach_by_id", "breach_at"):
        op.drop_column(TABLE, column)
