"""mappings of rows; imports that can be taken back; a tray of what waits to be graded."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "row_mapping",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("makes", sa.String(length=40), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("dates", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("row_mapping", "organisation_id", "organisation"),
        _to("row_mapping", "made_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_row_mapping")),
        sa.UniqueConstraint(
            "organisation_id",
            "name",
            "number",
            name=op.f("uq_row_mapping_organisation_id_name_number"),
        ),
    )

    _undone()
    _tray()


def _undone() -> None:
    reason = sa.Column("undone_reason", sa.Text(), nullable=False, server_default="")
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("undone_by_id", sa.Uuid(), nullable=True))
        batch_op.add_column(reason)
        batch_op.create_foreign_key(
            op.f("fk_import_batch_undone_by_id"), "user", ["undone_by_id"], ["id"]
        )
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.alter_column("undone_reason", server_default=None)


def _tray() -> None:
    op.create_table(
        "tray_item",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("makes", sa.String(length=40), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("put_by_id", sa.Uuid(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=80), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("tray_item", "case_id", "case"),
        _to("tray_item", "source_id", "source"),
        _to("tray_item", "put_by_id", "user"),
        _to("tray_item", "settled_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tray_item")),
    )
    op.create_index(op.f("ix_tray_item_case_id"), "tray_item", ["case_id"])


def downgrade() -> None:
    op.drop_table("tray_item")
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_import_batch_undone_by_id"), type_="foreignkey")
        for column in ("undone_reason", "undone_by_id", "undone_at"):
            batch_op.drop_column(column)
    op.drop_table("row_mapping")


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
