"""agreements between organisations with their parties; the regime of a partnership case."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Partnership cases from before were handled jointly."""
    # Plain additions: a table that others refer to is never built anew while it holds rows.
    for name, kind in (("regime", 20), ("regime_reason", 0), ("regime_basis", 200)):
        text = sa.String(length=kind) if kind else sa.Text()
        op.add_column("case", sa.Column(name, text, nullable=False, server_default=""))
    op.execute("UPDATE \"case\" SET regime = 'RIEC' WHERE kind = 'partnership'")
    op.create_table(
        "agreement",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("renews_id", sa.Uuid(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("drawn_up_by_id", sa.Uuid(), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("agreement", "organisation_id", "organisation"),
        _to("agreement", "renews_id", "agreement"),
        _to("agreement", "drawn_up_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("renews_id", name=op.f("uq_agreement_renews_id")),
    )
    op.create_index(op.f("ix_agreement_organisation_id"), "agreement", ["organisation_id"])
    _parties()


def _parties() -> None:
    op.create_table(
        "agreement_party",
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("commitments", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("signed_as", sa.String(length=200), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("agreement_party", "agreement_id", "agreement"),
        _to("agreement_party", "organisation_id", "organisation"),
        _to("agreement_party", "recorded_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_party")),
        sa.UniqueConstraint(
            "agreement_id",
            "organisation_id",
            name=op.f("uq_agreement_party_agreement_id_organisation_id"),
        ),
    )
    name = op.f("ix_agreement_party_organisation_id")
    op.create_index(name, "agreement_party", ["organisation_id"])


def downgrade() -> None:
    op.drop_table("agreement_party")
    op.drop_table("agreement")
    for name in ("regime_basis", "regime_reason", "regime"):
        op.drop_column("case", name)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
