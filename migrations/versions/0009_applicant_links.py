"""private links of applicants, their visits, versions of answers and documents handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "applicant_link",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("applicant_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("code_mark", sa.String(length=64), nullable=True),
        sa.Column("wrong_codes", sa.BigInteger(), nullable=False),
        _moment("shut_until", nullable=True),
        sa.Column("issued_by_id", sa.Uuid(), nullable=False),
        _moment("issued_at"),
        _moment("used_at", nullable=True),
        _moment("revoked_at", nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("applicant_link", "case_id", "case"),
        _to("applicant_link", "applicant_id", "entity"),
        _to("applicant_link", "issued_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applicant_link")),
        sa.UniqueConstraint("digest", name=op.f("uq_applicant_link_digest")),
    )
    op.create_table(
        "applicant_visit",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=False),
        _moment("opened_at"),
        _moment("seen_at"),
        _moment("expires_at"),
        _moment("confirmed_at", nullable=True),
        _moment("ended_at", nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("applicant_visit", "link_id", "applicant_link"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applicant_visit")),
        sa.UniqueConstraint("digest", name=op.f("uq_applicant_visit_digest")),
    )
    op.create_table(
        "answer_version",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        _moment("at"),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("link_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("answer_version", "case_id", "case"),
        _to("answer_version", "answer_id", "answer"),
        _to("answer_version", "by_id", "user"),
        _to("answer_version", "link_id", "applicant_link"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_version")),
        sa.UniqueConstraint("answer_id", "number", name=op.f("uq_answer_version_answer_id_number")),
    )
    op.create_table(
        "handed_in",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("handed_in", "case_id", "case"),
        _to("handed_in", "document_id", "document"),
        _to("handed_in", "link_id", "applicant_link"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed_in")),
        sa.UniqueConstraint("document_id", name=op.f("uq_handed_in_document_id")),
    )
    for table, column in INDEXES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


INDEXES = (
    ("applicant_link", "case_id"),
    ("applicant_visit", "link_id"),
    ("answer_version", "case_id"),
    ("handed_in", "case_id"),
)


def downgrade() -> None:
    for table in ("handed_in", "answer_version", "applicant_visit", "applicant_link"):
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
