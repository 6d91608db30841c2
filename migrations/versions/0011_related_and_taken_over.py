"""notices of same people in other cases; cases taken over from a spreadsheet, by saved mappings."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "case_notice",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("other_case_id", sa.Uuid(), nullable=False),
        sa.Column("scheme", sa.String(length=20), nullable=False),
        _moment("made_at"),
        _moment("acknowledged_at", nullable=True),
        sa.Column("acknowledged_by_id", sa.Uuid(), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        *_kept("case_notice"),
        _to("case_notice", "case_id", "case"),
        _to("case_notice", "entity_id", "entity"),
        _to("case_notice", "other_case_id", "case"),
        _to("case_notice", "acknowledged_by_id", "user"),
        _once("case_notice", "entity_id", "other_case_id"),
    )
    _index("case_notice", "case_id")
    _index("case_notice", "other_case_id")
    _index("identifier", "scheme", "value")
    _portfolio()


def _portfolio() -> None:
    op.create_table(
        "case_mapping",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("dates", sa.String(length=10), nullable=False),
        _moment("made_at"),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        *_kept("case_mapping"),
        _to("case_mapping", "organisation_id", "organisation"),
        _to("case_mapping", "made_by_id", "user"),
        _once("case_mapping", "organisation_id", "name", "number"),
    )
    op.create_table(
        "case_import",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("mapping_id", sa.Uuid(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("read", sa.BigInteger(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("known", sa.BigInteger(), nullable=False),
        _moment("at"),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        *_kept("case_import"),
        _to("case_import", "organisation_id", "organisation"),
        _to("case_import", "mapping_id", "case_mapping"),
        _to("case_import", "by_id", "user"),
    )
    _index("case_import", "organisation_id")
    op.create_table(
        "taken_over",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("own_number", sa.String(length=60), nullable=False),
        sa.Column("line", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        *_kept("taken_over"),
        _to("taken_over", "case_id", "case"),
        _to("taken_over", "organisation_id", "organisation"),
        _to("taken_over", "import_id", "case_import"),
        _once("taken_over", "case_id"),
        _once("taken_over", "organisation_id", "own_number"),
    )


def downgrade() -> None:
    for table in ("taken_over", "case_import", "case_mapping"):
        op.drop_table(table)
    op.drop_index(op.f("ix_identifier_scheme_value"), "identifier")
    op.drop_table("case_notice")


def _kept(table: str) -> tuple[sa.Column | sa.PrimaryKeyConstraint, ...]:
    return (
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def _once(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))
