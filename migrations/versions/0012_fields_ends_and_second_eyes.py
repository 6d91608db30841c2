"""corrections by field, an end to calendar addresses, thresholds under two pairs of eyes."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

# What was made before there was an end lasts as long as a new address, counted from its making.
ENDS_ON_SQLITE = "UPDATE calendar_feed SET ends_on = date(issued_at, '+180 days')"
ENDS_ON_POSTGRESQL = "UPDATE calendar_feed SET ends_on = CAST(issued_at AS date) + 180"


def upgrade() -> None:
    """Say which field was corrected, when an address ends, and who confirmed a threshold."""
    _filled("correction", sa.Column("field", sa.String(length=40), nullable=False), "")
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute(ENDS_ON_SQLITE if sqlite else ENDS_ON_POSTGRESQL)
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.alter_column("ends_on", existing_type=sa.Date(), nullable=False)
    # What was set by one person held until now and goes on to hold.
    state = sa.Column("state", sa.String(length=20), nullable=False)
    _filled("threshold_change", state, "confirmed")
    _filled("threshold_change", sa.Column("answer", sa.Text(), nullable=False), "")
    with op.batch_alter_table("threshold_change", schema=None) as batch_op:
        batch_op.add_column(sa.Column("settled_by_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_threshold_change_settled_by_id"), "user", ["settled_by_id"], ["id"]
        )


def downgrade() -> None:
    """Back to thresholds of one person, addresses without end, corrections of a whole party."""
    with op.batch_alter_table("threshold_change", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_threshold_change_settled_by_id"), type_="foreignkey")
        for column in ("settled_at", "settled_by_id", "answer", "state"):
            batch_op.drop_column(column)
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.drop_column("ends_on")
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_column("field")


def _filled(table: str, column: sa.Column[str], value: str) -> None:
    """A new column of which the rows that are there already get `value`."""
    column.server_default = sa.DefaultClause(value)
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.add_column(column)
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.alter_column(column.name, server_default=None)
