"""second factors: apps that make codes, passkeys, codes on paper; what a sign-in was proved with."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    """Sign-ins from before were made with a password, and wait for nothing."""
    strength = sa.Column(
        "strength", sa.String(length=10), server_default="password", nullable=False
    )
    op.add_column("session", strength)
    waiting = sa.Column("waiting", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("session", waiting)
    op.create_table(
        "factor",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("credential", sa.LargeBinary(length=1024), nullable=True),
        sa.Column("public_key", sa.LargeBinary(length=1024), nullable=True),
        sa.Column("count", sa.BigInteger(), nullable=False),
        _moment("made_at", required=True),
        *(_moment(name) for name in ("confirmed_at", "used_at", "removed_at")),
        *_audited("factor"),
        sa.UniqueConstraint("credential", name=op.f("uq_factor_credential")),
    )
    op.create_index(op.f("ix_factor_user_id"), "factor", ["user_id"])
    op.create_table(
        "recovery_code",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        _moment("made_at", required=True),
        *(_moment(name) for name in ("used_at", "ended_at")),
        *_audited("recovery_code"),
    )
    op.create_index(op.f("ix_recovery_code_user_id"), "recovery_code", ["user_id"])
    op.create_table(
        "challenge",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("aim", sa.String(length=10), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        _moment("expires_at", required=True),
        _moment("used_at"),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
        sa.UniqueConstraint("digest", name=op.f("uq_challenge_digest")),
    )


def downgrade() -> None:
    for table in ("challenge", "recovery_code", "factor"):
        op.drop_table(table)
    op.drop_column("session", "waiting")
    op.drop_column("session", "strength")


def _moment(name: str, *, required: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not required)


def _audited(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f(f"fk_{table}_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
