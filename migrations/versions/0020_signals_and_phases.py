"""signals to the partnership; since when, by whom and in which phase a case is treated."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    _signal()
    _beside_signals()
    _judged()
    op.create_table(
        "partnership",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("first_processing_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("activity", sa.String(length=1), nullable=False),
        sa.Column("involved", sa.JSON(), nullable=False),
        *_kept(),
        _to("partnership", "case_id", "case"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership")),
        sa.UniqueConstraint("case_id", name=op.f("uq_partnership_case_id")),
    )
    op.create_table(
        "phase_move",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("phase", sa.String(length=4), nullable=False),
        sa.Column("necessity", sa.Text(), nullable=False),
        sa.Column("named", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_kept(),
        _to("phase_move", "case_id", "case"),
        _to("phase_move", "by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_move")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_phase_move_case_id_number")),
    )
    _carry_over()


def _signal() -> None:
    op.create_table(
        "signal",
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("bureau_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("form", sa.String(length=4), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.Column("observation", sa.LargeBinary(), nullable=False),
        sa.Column("observed_on", sa.Date(), nullable=True),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.Column("ground", sa.LargeBinary(), nullable=False),
        sa.Column("subjects", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by_id", sa.Uuid(), nullable=True),
        sa.Column("checked", sa.LargeBinary(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("outcome_reason", sa.String(length=20), nullable=False),
        sa.Column("outcome_words", sa.LargeBinary(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("involved", sa.JSON(), nullable=False),
        sa.Column("joined_id", sa.Uuid(), nullable=True),
        sa.Column("opened_id", sa.Uuid(), nullable=True),
        *_kept(),
        _to("signal", "organisation_id", "organisation"),
        _to("signal", "bureau_id", "organisation"),
        _to("signal", "written_by_id", "user"),
        _to("signal", "checked_by_id", "user"),
        _to("signal", "joined_id", "signal"),
        _to("signal", "opened_id", "case"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
        sa.UniqueConstraint("reference", name=op.f("uq_signal_reference")),
    )
    for column in ("organisation_id", "bureau_id", "opened_id"):
        op.create_index(op.f(f"ix_signal_{column}"), "signal", [column])


def _beside_signals() -> None:
    op.create_table(
        "signal_tester",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("declaration", sa.String(length=20), nullable=False),
        sa.Column("interest", sa.LargeBinary(), nullable=False),
        *_kept(),
        _to("signal_tester", "signal_id", "signal"),
        _to("signal_tester", "person_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_tester")),
        sa.UniqueConstraint(
            "signal_id", "person_id", name=op.f("uq_signal_tester_signal_id_person_id")
        ),
    )
    op.create_index(op.f("ix_signal_tester_person_id"), "signal_tester", ["person_id"])
    op.create_table(
        "signal_answer",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("test", sa.String(length=10), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_kept(),
        _to("signal_answer", "signal_id", "signal"),
        _to("signal_answer", "by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_answer")),
        sa.UniqueConstraint("signal_id", "test", name=op.f("uq_signal_answer_signal_id_test")),
    )
    op.create_table(
        "signal_step",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_kept(),
        _to("signal_step", "signal_id", "signal"),
        _to("signal_step", "by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_step")),
        sa.UniqueConstraint("signal_id", "number", name=op.f("uq_signal_step_signal_id_number")),
    )


def _judged() -> None:
    op.create_table(
        "signal_double",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_kept(),
        _to("signal_double", "signal_id", "signal"),
        _to("signal_double", "other_id", "signal"),
        _to("signal_double", "by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_double")),
        sa.UniqueConstraint(
            "signal_id", "other_id", name=op.f("uq_signal_double_signal_id_other_id")
        ),
    )
    op.create_table(
        "signal_certificate",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.String(length=60), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_kept(),
        _to("signal_certificate", "signal_id", "signal"),
        _to("signal_certificate", "by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_certificate")),
        sa.UniqueConstraint("signal_id", name=op.f("uq_signal_certificate_signal_id")),
    )


def _carry_over() -> None:
    """A case from before runs since it was opened; its phase is the highest of its agenda."""
    new = sa.table(
        "partnership",
        *(sa.column(name) for name in ("id", "version", "case_id", "activity")),
        sa.column("involved", sa.JSON()),
        sa.column("first_processing_at"),
    )
    case = sa.table("case", *(sa.column(name) for name in ("id", "kind", "state", "opened_at")))
    item = sa.table("agenda_item", *map(sa.column, ("case_id", "meeting_id", "phase")))
    meeting = sa.table("meeting", *map(sa.column, ("id", "state")))
    connection = op.get_bind()
    rows = connection.execute(
        sa.select(case.c.id, case.c.opened_at).where(case.c.kind == "partnership")
    )
    for key, opened_at in rows.all():
        told = {"id": key, "version": 1, "case_id": key, "activity": "b", "involved": []}
        connection.execute(new.insert().values(first_processing_at=opened_at, **told))
        highest = connection.scalar(
            sa.select(sa.func.max(item.c.phase))
            .join(meeting, meeting.c.id == item.c.meeting_id)
            .where(item.c.case_id == key, meeting.c.state != "planned")
        )
        connection.execute(sa.update(case).where(case.c.id == key).values(state=highest or "P1"))


def downgrade() -> None:
    for name in ("phase_move", "partnership", "signal_certificate", "signal_double"):
        op.drop_table(name)
    for name in ("signal_step", "signal_answer", "signal_tester", "signal"):
        op.drop_table(name)


def _kept() -> tuple[sa.Column[int], sa.Column[object]]:
    return (
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
    )


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
