"""answers to ordinary grounds, the library of conditions, and decisions revised on objection."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

ADDED = {
    "condition": ("code", "evidence", "again", "ended_on"),
    "decision": ("revised_to", "revised_on"),
}
REVISED = (
    "UPDATE decision SET revised_to = found.replaced_by, revised_on = found.decided_on "
    "FROM objection AS found WHERE found.decision_id = decision.id AND found.outcome = 'revised'"
)


def upgrade() -> None:
    _ordinary()
    _own()
    # Plain additions: a table that others refer to is never built anew while it holds rows.
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    op.execute(REVISED)


def downgrade() -> None:
    for table, names in ADDED.items():
        for name in names:
            op.drop_column(table, name)
    op.drop_table("own_condition")
    op.drop_table("ordinary_answer")


def _added() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "condition": (
            sa.Column("code", sa.String(length=20), nullable=False, server_default=""),
            sa.Column("evidence", sa.Text(), nullable=False, server_default=""),
            sa.Column("again", sa.BigInteger(), nullable=False, server_default="0"),
            sa.Column("ended_on", sa.Date(), nullable=True),
        ),
        "decision": (
            sa.Column("revised_to", sa.String(length=40), nullable=False, server_default=""),
            sa.Column("revised_on", sa.Date(), nullable=True),
        ),
    }


def _ordinary() -> None:
    _table(
        "ordinary_answer",
        {"case_id": "case", "source_id": "source"},
        sa.Column("case_id", sa.Uuid(), nullable=False),
        _text("code", 20),
        _text("standing", 20),
        _text("remark"),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.UniqueConstraint("case_id", "code", name=op.f("uq_ordinary_answer_case_id_code")),
    )


def _own() -> None:
    _table(
        "own_condition",
        {"organisation_id": "organisation"},
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        _text("code", 20),
        sa.Column("number", sa.BigInteger(), nullable=False),
        _text("name_nl", 200),
        _text("name_en", 200),
        _text("text_nl"),
        _text("text_en"),
        _text("evidence_nl"),
        _text("evidence_en"),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("grounds", sa.JSON(), nullable=False),
        sa.Column("days", sa.BigInteger(), nullable=False),
        sa.Column("again", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        _text("reason", 500),
        sa.UniqueConstraint(
            "organisation_id",
            "code",
            "number",
            name=op.f("uq_own_condition_organisation_id_code_number"),
        ),
    )


def _text(name: str, length: int | None = None) -> sa.Column[object]:
    kind = sa.String(length=length) if length else sa.Text()
    return sa.Column(name, kind, nullable=False)


def _table(name: str, keys: dict[str, str], *parts: sa.schema.SchemaItem) -> None:
    """A table with who wrote it and when, an id and a version."""
    op.create_table(
        name,
        *parts,
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{name}_{column}"))
            for column, to in (*keys.items(), ("by_id", "user"))
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
