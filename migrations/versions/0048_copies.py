"""copies of issued dossiers, the body each goes to, and what its recipients say of it."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"


def upgrade() -> None:
    """Plain additions: what was issued before went out without a mark, and has no copy here."""
    inline = op.get_bind().dialect.name == "sqlite"
    key = sa.ForeignKey("organisation.id", name=op.f("fk_dossier_to_id"))
    to: sa.Column[object] = sa.Column("to_id", sa.Uuid(), key, nullable=True)
    op.add_column("dossier", to, inline_references=inline)
    digest = sa.Column("original_sha256", sa.String(length=64), nullable=False, server_default="")
    op.add_column("dossier", digest)
    op.add_column("dossier", sa.Column("original", sa.LargeBinary(), nullable=True))
    _copies()
    _messages()


def downgrade() -> None:
    op.drop_table("copy_message")
    op.drop_table("dossier_copy")
    # A table that a trigger names is never built anew: the columns go as they came.
    op.drop_column("dossier", "original")
    op.drop_column("dossier", "original_sha256")
    op.drop_column("dossier", "to_id")


def _copies() -> None:
    table = "dossier_copy"
    op.create_table(
        table,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("original_sha256", sa.String(length=64), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by_id", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("feedback_due_on", sa.Date(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to(table, "case_id", "case"),
        _to(table, "dossier_id", "dossier"),
        _to(table, "organisation_id", "organisation"),
        _to(table, "made_by_id", "user"),
        _to(table, "received_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_copy")),
        sa.UniqueConstraint("dossier_id", "number", name=op.f("uq_dossier_copy_dossier_id_number")),
    )
    for column in ("case_id", "organisation_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _messages() -> None:
    table = "copy_message"
    op.create_table(
        table,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("copy_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("says", sa.LargeBinary(), nullable=False),
        sa.Column("useful", sa.Boolean(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to(table, "case_id", "case"),
        _to(table, "copy_id", "dossier_copy"),
        _to(table, "by_id", "user"),
        _to(table, "answered_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copy_message")),
    )
    for column in ("case_id", "copy_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
