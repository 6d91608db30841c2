"""contact between owners of cases on the same person: questions, their marks, and answers."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "contact_enquiry",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("ground", sa.String(length=20), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("necessity", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_reason", sa.Text(), nullable=False),
        *_kept("contact_enquiry"),
        _to("contact_enquiry", "case_id", "case"),
        _to("contact_enquiry", "entity_id", "entity"),
        _to("contact_enquiry", "asked_by_id", "user"),
    )
    op.create_table(
        "contact_mark",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("enquiry_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        *_kept("contact_mark"),
        _to("contact_mark", "case_id", "case"),
        _to("contact_mark", "enquiry_id", "contact_enquiry"),
        sa.UniqueConstraint("enquiry_id", "digest", name=op.f("uq_contact_mark_enquiry_id_digest")),
    )
    op.create_table(
        "contact_answer",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("enquiry", sa.Uuid(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        *_kept("contact_answer"),
        _to("contact_answer", "case_id", "case"),
        _to("contact_answer", "entity_id", "entity"),
        _to("contact_answer", "by_id", "user"),
        sa.UniqueConstraint("enquiry", "case_id", name=op.f("uq_contact_answer_enquiry_case_id")),
    )
    for table, column in (
        ("contact_enquiry", "case_id"),
        ("contact_mark", "case_id"),
        ("contact_mark", "digest"),
        ("contact_answer", "case_id"),
        ("contact_answer", "enquiry"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    for table in ("contact_answer", "contact_mark", "contact_enquiry"):
        op.drop_table(table)


def _kept(table: str) -> tuple[sa.Column[int], sa.Column[object], sa.PrimaryKeyConstraint]:
    return (
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
