"""the power map of an agreement; the subject of an item, and why a veto did not stop a decision."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
PLACES = ("nothing", "informed", "advises", "vetoes", "forces", "decides")


def upgrade() -> None:
    """Items from before have no subject, and no dissent of theirs is a veto."""
    empty = {"nullable": False, "server_default": ""}
    op.add_column("agenda_item", sa.Column("subject", sa.String(length=40), **empty))
    op.add_column("agenda_item", sa.Column("veto_reason", sa.Text(), **empty))
    veto = sa.Column("veto", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("seat", veto)
    place = sa.Enum(*PLACES, name="powerplace", native_enum=False, length=40)
    op.create_table(
        "power_entry",
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("place", place, nullable=False),
        sa.Column("basis", sa.String(length=500), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("agreement_id", "agreement"),
        _to("organisation_id", "organisation"),
        _to("by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_entry")),
        sa.UniqueConstraint(
            "agreement_id",
            "organisation_id",
            "subject",
            "number",
            name=op.f("uq_power_entry_agreement_id_organisation_id_subject_number"),
        ),
    )
    op.create_index(op.f("ix_power_entry_agreement_id"), "power_entry", ["agreement_id"])


def downgrade() -> None:
    op.drop_table("power_entry")
    op.drop_column("seat", "veto")
    op.drop_column("agenda_item", "veto_reason")
    op.drop_column("agenda_item", "subject")


def _to(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_power_entry_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
