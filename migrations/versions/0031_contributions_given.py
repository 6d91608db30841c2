"""the contribution to an agenda item that an entry of the sharing register came from."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """A plain addition: what was brought before stands in no register, and none is made up."""
    key = sa.ForeignKey("contribution.id", name=op.f("fk_disclosure_contribution_id"))
    new: sa.Column[object] = sa.Column("contribution_id", sa.Uuid(), key, nullable=True)
    op.add_column("disclosure", new, inline_references=op.get_bind().dialect.name == "sqlite")
    op.create_index(op.f("ix_disclosure_contribution_id"), "disclosure", ["contribution_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_disclosure_contribution_id"), table_name="disclosure")
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.drop_column("contribution_id")
