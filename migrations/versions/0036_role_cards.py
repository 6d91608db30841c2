"""role cards of partners in a case, with their versions; the annex to a party of an agreement."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    """Agreements from before have no role cards as an annex."""
    role = sa.Column("role", sa.JSON(), nullable=False, server_default=sa.text("'{}'"))
    op.add_column("agreement_party", role)
    op.create_table(
        "role_card",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("role_card", "case_id", "case"),
        _to("role_card", "organisation_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_card")),
        sa.UniqueConstraint(
            "case_id", "organisation_id", name=op.f("uq_role_card_case_id_organisation_id")
        ),
    )
    op.create_index(op.f("ix_role_card_case_id"), "role_card", ["case_id"])
    _versions()


def _versions() -> None:
    op.create_table(
        "role_card_version",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("powers", sa.JSON(), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("not_done", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by_id", sa.Uuid(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("role_card_version", "case_id", "case"),
        _to("role_card_version", "card_id", "role_card"),
        _to("role_card_version", "by_id", "user"),
        _to("role_card_version", "confirmed_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_card_version")),
        sa.UniqueConstraint("card_id", "number", name=op.f("uq_role_card_version_card_id_number")),
    )
    op.create_index(op.f("ix_role_card_version_case_id"), "role_card_version", ["case_id"])


def downgrade() -> None:
    op.drop_table("role_card_version")
    op.drop_table("role_card")
    op.drop_column("agreement_party", "role")


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
