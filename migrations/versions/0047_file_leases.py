"""files of colleagues that stand open for a while, by a lease or in an emergency."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
PEOPLE = ("user_id", "second_id", "reviewed_by_id")


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "file_lease",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("task", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=True),
        sa.Column("from_at", moment, nullable=True),
        sa.Column("until_at", moment, nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reviewed_by_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_at", moment, nullable=True),
        sa.Column("justified", sa.Boolean(), nullable=True),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(_to(column, "user") for column in PEOPLE),
        _to("case_id", "case"),
        _to("organisation_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_lease")),
    )
    for column in ("case_id", "user_id"):
        op.create_index(op.f(f"ix_file_lease_{column}"), "file_lease", [column])


def downgrade() -> None:
    op.drop_table("file_lease")


def _to(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_file_lease_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
