"""links to a sign-in elsewhere that wait have a mark of their own; those that ended say nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
LIVE = ("waiting", "confirmed")


def upgrade() -> None:
    op.add_column("identity", sa.Column("asked_mark", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_identity_asked_mark"), "identity", ["asked_mark"])
    rows = _rows()
    waiting = rows.update().where(rows.c.state == "waiting")
    op.execute(waiting.values(asked_mark=rows.c.mark, mark=None))
    op.execute(rows.update().where(rows.c.state.not_in(LIVE)).values(tail="", shown=""))


def downgrade() -> None:
    rows = _rows()
    # Of several that wait with one mark none can be kept under the rule of before.
    op.execute(rows.update().where(rows.c.state == "waiting").values(state="ended"))
    op.drop_index(op.f("ix_identity_asked_mark"), table_name="identity")
    op.drop_column("identity", "asked_mark")


def _rows() -> sa.TableClause:
    names = ("mark", "asked_mark", "state", "tail", "shown")
    return sa.table("identity", *(sa.column(name, sa.String()) for name in names))
