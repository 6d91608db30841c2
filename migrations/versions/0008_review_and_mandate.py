"""objections, appeals, notices of default and delay, mandates, calendars and reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEYS = {
    "case_id": "case",
    "decision_id": "decision",
    "organisation_id": "organisation",
}


def upgrade() -> None:
    _table(
        "mandate",
        _key("organisation_id"),
        sa.Column("organ", sa.String(length=20), nullable=False),
        _key("user_id", nullable=True),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("decree", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        _key("asked_by_id"),
        _moment("asked_at"),
        _key("settled_by_id", nullable=True),
        _moment("settled_at", nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        _version(),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("organ", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("mandate_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_decision_mandate_id"), "mandate", ["mandate_id"], ["id"]
        )
    _table(
        "objection",
        _key("case_id"),
        _key("decision_id"),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("excuse", sa.Text(), nullable=False),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("committee", sa.Boolean(), nullable=False),
        sa.Column("postponed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("replaced_by", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("made_known_on", sa.Date(), nullable=True),
        _key("by_id", nullable=True),
        _moment("at"),
        _version(),
    )
    _table(
        "appeal",
        _key("case_id"),
        sa.Column("instance", sa.String(length=20), nullable=False),
        sa.Column("lodged_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("repair_ordered_on", sa.Date(), nullable=True),
        sa.Column("repair_until", sa.Date(), nullable=True),
        sa.Column("judged_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("judgment", sa.Text(), nullable=False),
        _version(),
    )
    _table(
        "default_notice",
        _key("case_id"),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("overdue_since", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        _version(),
    )
    _table(
        "delay_letter",
        _key("case_id"),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("statutory", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _version(),
    )
    _table(
        "calendar_feed",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        _key("user_id"),
        _key("organisation_id"),
        _moment("issued_at"),
        _moment("revoked_at", nullable=True),
        sa.UniqueConstraint("digest", name=op.f("uq_calendar_feed_digest")),
    )
    _table(
        "reminder",
        _key("user_id"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("clocks", sa.BigInteger(), nullable=False),
        sa.Column("tasks", sa.BigInteger(), nullable=False),
        _moment("at"),
        sa.UniqueConstraint("user_id", "day", name=op.f("uq_reminder_user_id_day")),
    )
    for table, column in INDEXES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


INDEXES = (
    ("mandate", "organisation_id"),
    ("objection", "case_id"),
    ("appeal", "case_id"),
    ("default_notice", "case_id"),
    ("delay_letter", "case_id"),
    ("calendar_feed", "user_id"),
)


def downgrade() -> None:
    for table in ("reminder", "calendar_feed", "delay_letter", "default_notice", "appeal"):
        op.drop_table(table)
    op.drop_table("objection")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_decision_mandate_id"), type_="foreignkey")
        batch_op.drop_column("mandate_id")
        batch_op.drop_column("organ")
    op.drop_table("mandate")


def _key(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _version() -> sa.Column[object]:
    return sa.Column("version", sa.BigInteger(), nullable=False)


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table with an id, whose columns that end in _id refer to what their name says."""
    names = [part.name for part in parts if isinstance(part, sa.Column)]
    op.create_table(
        name,
        *parts,
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{KEYS.get(column, 'user')}.id"], name=op.f(f"fk_{name}_{column}")
            )
            for column in names
            if column.endswith("_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
