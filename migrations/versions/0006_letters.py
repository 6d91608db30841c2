"""letters of a case, and the texts that a municipality writes for them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

LANGUAGE = sa.Enum("nl", "en", name="language", native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        "letter_template",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", LANGUAGE, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("standard", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_letter_template_by_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_letter_template_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sa.UniqueConstraint(
            "organisation_id",
            "kind",
            "language",
            "number",
            name=op.f("uq_letter_template_organisation_id_kind_language_number"),
        ),
    )
    op.create_table(
        "letter",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", LANGUAGE, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("template", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("held_back", sa.BigInteger(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_case_id")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_letter_document_id")
        ),
        sa.ForeignKeyConstraint(["sent_by_id"], ["user.id"], name=op.f("fk_letter_sent_by_id")),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["user.id"], name=op.f("fk_letter_written_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_letter_case_id_number")),
    )
    _refuse_changes()


def downgrade() -> None:
    op.drop_table("letter")
    op.drop_table("letter_template")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION sent_for_good()")


def _refuse_changes() -> None:
    """A version of a text is never changed, a letter not once it is sent."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER letter_template_kept BEFORE UPDATE OR DELETE ON letter_template "
            "FOR EACH STATEMENT EXECUTE FUNCTION kept_for_good()"
        )
        op.execute(
            "CREATE FUNCTION sent_for_good() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append-only: % on sent letter', TG_OP; END $$"
        )
        op.execute(
            "CREATE TRIGGER letter_sent BEFORE UPDATE OR DELETE ON letter "
            "FOR EACH ROW WHEN (OLD.state = 'sent') EXECUTE FUNCTION sent_for_good()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER letter_template_no_{change.lower()} BEFORE {change} ON letter_template "
            f"BEGIN SELECT RAISE(ABORT, 'append-only: {change} on letter_template'); END"
        )
        op.execute(
            f"CREATE TRIGGER letter_no_{change.lower()} BEFORE {change} ON letter "
            f"WHEN OLD.state = 'sent' "
            f"BEGIN SELECT RAISE(ABORT, 'append-only: {change} on sent letter'); END"
        )
