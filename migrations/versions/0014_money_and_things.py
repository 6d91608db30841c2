"""records of money and things, and who took part in them."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    _records()
    _parties()


def downgrade() -> None:
    op.drop_table("record_party")
    op.drop_table("record")


def _records() -> None:
    op.create_table(
        "record",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("second_of_day", sa.BigInteger(), nullable=True),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("handling", sa.String(length=10), nullable=False),
        sa.Column("withdrawn", sa.Text(), nullable=False),
        sa.Column("learnt_from_id", sa.Uuid(), nullable=False),
        sa.Column("credibility", sa.String(length=40), nullable=False),
        sa.Column("place_in_source", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=True),
        sa.Column("valid_to", sa.String(length=10), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_record_case_id")),
        sa.ForeignKeyConstraint(
            ["learnt_from_id"], ["source.id"], name=op.f("fk_record_learnt_from_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record")),
        sa.UniqueConstraint("case_id", "key", name=op.f("uq_record_case_id_key")),
    )
    op.create_index(op.f("ix_record_learnt_from_id"), "record", ["learnt_from_id"])


def _parties() -> None:
    op.create_table(
        "record_party",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_record_party_case_id")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name=op.f("fk_record_party_record_id")
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name=op.f("fk_record_party_entity_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_party")),
        sa.UniqueConstraint("record_id", "role", name=op.f("uq_record_party_record_id_role")),
    )
    op.create_index(op.f("ix_record_party_case_id"), "record_party", ["case_id"])
    op.create_index(op.f("ix_record_party_entity_id"), "record_party", ["entity_id"])
