"""acts that wait for a second person, bound to the digest of exactly what was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
STATES = ("waiting", "approved", "refused", "withdrawn", "void", "used")


def upgrade() -> None:
    """What waited before is asked when somebody opens it; what was approved is asked again."""
    state = sa.Enum(*STATES, name="approvalstate", native_enum=False, length=40)
    moment, number = sa.DateTime(timezone=True), sa.BigInteger()
    op.create_table(
        "approval_request",
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("subject_version", number, nullable=False),
        sa.Column("attempt", number, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("scope", sa.String(length=80), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("state", state, nullable=False),
        sa.Column("settled_by_id", sa.Uuid(), nullable=True),
        sa.Column("settled_at", moment, nullable=True),
        sa.Column("settled_version", number, nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", moment, nullable=True),
        sa.Column("reviewed_by_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_at", moment, nullable=True),
        sa.Column("review", sa.LargeBinary(), nullable=False),
        sa.Column("version", number, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("organisation_id", "organisation"),
        *(_to(column, "user") for column in ("asked_by_id", "settled_by_id", "reviewed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_request")),
        sa.UniqueConstraint(
            *("subject_kind", "subject_id", "subject_version", "act", "attempt"),
            name="uq_approval_request_once",
        ),
    )
    for column in ("subject_id", "scope", "organisation_id", "asked_by_id"):
        op.create_index(op.f(f"ix_approval_request_{column}"), "approval_request", [column])


def downgrade() -> None:
    op.drop_table("approval_request")


def _to(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_approval_request_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
