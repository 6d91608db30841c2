"""a dossier that went astray: what became of the duty to notify it."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
NAME = "fk_dossier_notice_breach_by_id_user"


def upgrade() -> None:
    with op.batch_alter_table("dossier_notice") as table:
        table.add_column(sa.Column("breach", sa.String(20), nullable=False, server_default=""))
        table.add_column(sa.Column("breach_words", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("breach_by_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("breach_at", sa.DateTime(timezone=True), nullable=True))
        table.create_foreign_key(NAME, "user", ["breach_by_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("dossier_notice") as table:
        table.drop_constraint(NAME, type_="foreignkey")
        for column in ("breach", "breach_words", "breach_by_id", "breach_at"):
            table.drop_column(column)
