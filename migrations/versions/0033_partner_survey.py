"""the anonymous survey of partners: rounds, who is asked, and a sealed box of counts."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Neither the places nor the box hold a moment; there is no table of answers."""
    op.create_table(
        "survey",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("opened_by_id", sa.Uuid(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("invited", sa.BigInteger(), nullable=False),
        sa.Column("answered", sa.BigInteger(), nullable=False),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("survey", "organisation_id", "organisation"),
        _to("survey", "opened_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
    )
    op.create_index(op.f("ix_survey_organisation_id"), "survey", ["organisation_id"])
    op.create_table(
        "survey_place",
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("survey_place", "survey_id", "survey"),
        _to("survey_place", "user_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_place")),
        sa.UniqueConstraint("survey_id", "user_id", name=op.f("uq_survey_place_survey_id_user_id")),
    )
    op.create_index(op.f("ix_survey_place_user_id"), "survey_place", ["user_id"])
    op.create_table(
        "survey_box",
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("counts", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("survey_box", "survey_id", "survey"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_box")),
        sa.UniqueConstraint("survey_id", name=op.f("uq_survey_box_survey_id")),
    )


def downgrade() -> None:
    op.drop_table("survey_box")
    op.drop_table("survey_place")
    op.drop_table("survey")


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
