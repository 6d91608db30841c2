"""Agendas with options, papers and contributions by seat, times, dissent, corrections of minutes."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"

SEAT = ("identity", "dissent", "dissent_answer")
ITEM = ("why", "asked", "decision_power")


def upgrade() -> None:
    """Plain additions: a table that others refer to is never built anew while it holds rows."""
    _meeting()
    _item()
    _seat()
    _corrections()
    _papers()
    _contributions()
    _refer("action", "replaced_by_id", "action")


def _meeting() -> None:
    op.add_column("meeting", sa.Column("next_on", sa.Date(), nullable=True))
    op.add_column("meeting", sa.Column("notes", sa.LargeBinary(), nullable=True))
    destroyed = sa.Column("notes_destroyed_at", sa.DateTime(timezone=True), nullable=True)
    op.add_column("meeting", destroyed)


def _item() -> None:
    op.execute(
        "UPDATE agenda_item SET minutes = minutes || ' (' || dissent || ')' WHERE dissent <> ''"
    )
    op.add_column("agenda_item", _filled("point", sa.String(length=20), "case"))
    op.add_column("agenda_item", _filled("options", sa.JSON(), "{}"))
    op.add_column("agenda_item", _filled("decision_phase", sa.String(length=4), ""))
    for name in ITEM:
        op.add_column("agenda_item", _filled(name, sa.Text(), ""))
    _refer("agenda_item", "decision_to_id", "organisation")
    op.add_column("agenda_item", sa.Column("decision_until", sa.Date(), nullable=True))
    op.drop_column("agenda_item", "dissent")


def _seat() -> None:
    op.add_column("seat", sa.Column("came_at", sa.Time(), nullable=True))
    op.add_column("seat", sa.Column("left_at", sa.Time(), nullable=True))
    remote = sa.Column("remote", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("seat", remote)
    for name in SEAT:
        op.add_column("seat", _filled(name, sa.Text(), ""))


def _refer(table: str, column: str, to: str) -> None:
    """A column that refers to another table, as part of itself: SQLite adds no constraint later."""
    key = sa.ForeignKey(f"{to}.id", name=op.f(f"fk_{table}_{column}"))
    new: sa.Column[object] = sa.Column(column, sa.Uuid(), key, nullable=True)
    op.add_column(table, new, inline_references=op.get_bind().dialect.name == "sqlite")


def _corrections() -> None:
    op.create_table(
        "minutes_correction",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        *_own("minutes_correction"),
        _to("minutes_correction", "item_id", "agenda_item"),
        _to("minutes_correction", "user_id", "user"),
    )
    op.create_index(op.f("ix_minutes_correction_case_id"), "minutes_correction", ["case_id"])


def _papers() -> None:
    op.create_table(
        "paper",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("entity_id", sa.Uuid(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        *_own("paper"),
        _to("paper", "item_id", "agenda_item"),
        _to("paper", "document_id", "document"),
        _to("paper", "entity_id", "entity"),
    )
    _indexed("paper")
    _readers("paper")


def _contributions() -> None:
    op.create_table(
        "contribution",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("brought_by_id", sa.Uuid(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("handling", sa.String(length=10), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("phase", sa.String(length=4), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("recalled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recalled_by_id", sa.Uuid(), nullable=True),
        sa.Column("recall_reason", sa.Text(), nullable=False),
        *_own("contribution"),
        _to("contribution", "item_id", "agenda_item"),
        _to("contribution", "organisation_id", "organisation"),
        _to("contribution", "brought_by_id", "user"),
        _to("contribution", "recalled_by_id", "user"),
    )
    _indexed("contribution")
    _readers("contribution")


def _indexed(table: str) -> None:
    for column in ("case_id", "item_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _readers(of: str) -> None:
    table, column = f"{of}_reader", f"{of}_id"
    op.create_table(
        table,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(column, sa.Uuid(), nullable=False),
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        *_own(table),
        _to(table, column, of),
        _to(table, "seat_id", "seat"),
        sa.UniqueConstraint(column, "seat_id", name=op.f(f"uq_{table}_{column}_seat_id")),
    )
    op.create_index(op.f(f"ix_{table}_case_id"), table, ["case_id"])


def downgrade() -> None:
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.drop_column("replaced_by_id")
    for table in ("contribution_reader", "contribution", "paper_reader", "paper"):
        op.drop_table(table)
    op.drop_table("minutes_correction")
    _narrow("seat", *SEAT, "remote", "left_at", "came_at")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.add_column(_filled("dissent", sa.Text(), ""))
    _unfill("agenda_item", "dissent")
    gone = ("decision_until", "decision_to_id", "decision_phase", "options", "point")
    _narrow("agenda_item", *gone, *ITEM)
    _narrow("meeting", "notes_destroyed_at", "notes", "next_on")


def _narrow(table: str, *columns: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.drop_column(column)


def _filled(name: str, kind: sa.types.TypeEngine[object], value: str) -> sa.Column[object]:
    return sa.Column(name, kind, nullable=False, server_default=value)


def _unfill(table: str, *columns: str) -> None:
    """The model gives the value from now on."""
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.alter_column(column, server_default=None)


def _own(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to(table, "case_id", "case"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
