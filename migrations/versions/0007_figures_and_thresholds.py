"""figures, lines of the financing, thresholds with dates, and answers on older facts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    _figures()
    _entries()
    _thresholds()
    with op.batch_alter_table("indicator_answer", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("before", sa.String(length=20), nullable=False, server_default="")
        )
    with op.batch_alter_table("indicator_answer", schema=None) as batch_op:
        batch_op.alter_column("before", server_default=None)


def _figures() -> None:
    op.create_table(
        "case_figure",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("learnt_from_id", sa.Uuid(), nullable=False),
        sa.Column("credibility", sa.String(length=40), nullable=False),
        sa.Column("place_in_source", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=True),
        sa.Column("valid_to", sa.String(length=10), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_case_figure_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_figure_case_id")),
        sa.ForeignKeyConstraint(
            ["learnt_from_id"], ["source.id"], name=op.f("fk_case_figure_learnt_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["entity.id"], name=op.f("fk_case_figure_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_figure")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_case_figure_case_id_number")),
    )
    _indexes("case_figure", "learnt_from_id", "subject_id")


def _entries() -> None:
    op.create_table(
        "financing_entry",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text(), nullable=False),
        sa.Column("learnt_from_id", sa.Uuid(), nullable=False),
        sa.Column("credibility", sa.String(length=40), nullable=False),
        sa.Column("place_in_source", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=True),
        sa.Column("valid_to", sa.String(length=10), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_financing_entry_case_id")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_financing_entry_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["learnt_from_id"], ["source.id"], name=op.f("fk_financing_entry_learnt_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["entity.id"], name=op.f("fk_financing_entry_party_id")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_financing_entry_payment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_financing_entry")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_financing_entry_case_id_number")),
    )
    _indexes("financing_entry", "learnt_from_id", "party_id")


def _thresholds() -> None:
    op.create_table(
        "threshold_change",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("indicator", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.String(length=30), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_threshold_change_by_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_threshold_change_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threshold_change")),
        sa.UniqueConstraint(
            "organisation_id",
            "indicator",
            "name",
            "number",
            name=op.f("uq_threshold_change_organisation_id_indicator_name_number"),
        ),
    )


def _indexes(name: str, *columns: str) -> None:
    with op.batch_alter_table(name, schema=None) as batch_op:
        for column in columns:
            batch_op.create_index(batch_op.f(f"ix_{name}_{column}"), [column], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("indicator_answer", schema=None) as batch_op:
        batch_op.drop_column("before")
    op.drop_table("threshold_change")
    op.drop_table("financing_entry")
    op.drop_table("case_figure")
