"""notices about issued dossiers, and who of their recipients confirmed them."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    """Plain additions: nothing was told in this way before."""
    _notices()
    _told()


def downgrade() -> None:
    op.drop_table("copy_notice")
    op.drop_table("dossier_notice")


def _notices() -> None:
    table, moment = "dossier_notice", sa.DateTime(timezone=True)
    op.create_table(
        table,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("wanted", sa.LargeBinary(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("pdf_sha256", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.BigInteger(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("approved_by_id", sa.Uuid(), nullable=True),
        sa.Column("approved_at", moment, nullable=True),
        sa.Column("issued_at", moment, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to(table, "case_id", "case"),
        _to(table, "dossier_id", "dossier"),
        _to(table, "asked_by_id", "user"),
        _to(table, "approved_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_notice")),
        sa.UniqueConstraint(
            "dossier_id", "number", name=op.f("uq_dossier_notice_dossier_id_number")
        ),
    )
    op.create_index(op.f("ix_dossier_notice_case_id"), table, ["case_id"])


def _told() -> None:
    table = "copy_notice"
    op.create_table(
        table,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("copy_id", sa.Uuid(), nullable=False),
        sa.Column("received_by_id", sa.Uuid(), nullable=True),
        sa.Column("received_name", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to(table, "case_id", "case"),
        _to(table, "notice_id", "dossier_notice"),
        _to(table, "copy_id", "dossier_copy"),
        _to(table, "received_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copy_notice")),
        sa.UniqueConstraint("notice_id", "copy_id", name=op.f("uq_copy_notice_notice_id_copy_id")),
    )
    for column in ("case_id", "copy_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
