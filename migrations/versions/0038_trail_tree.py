"""the Merkle tree over the trail: inner nodes, signed checkpoints, witnesses and what they signed."""

from itertools import islice

import sqlalchemy as sa
from alembic import op

from bureau.trust.merkle import Edge

revision = "0038"
down_revision = "0037"

KEPT_FOR_GOOD = ("event_node", "trail_checkpoint")
BATCH = 1000


def upgrade() -> None:
    """The nodes of the lines that are there are computed; the next transaction signs them all."""
    op.create_table(
        "event_node",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        _to("event_node", "seq", "event", "seq"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_event_node")),
    )
    op.create_table(
        "trail_checkpoint",
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("signature", sa.LargeBinary(length=68), nullable=False),
        sa.PrimaryKeyConstraint("size", name=op.f("pk_trail_checkpoint")),
    )
    op.create_table(
        "witness",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("trusted_by_id", sa.Uuid(), nullable=False),
        sa.Column("trusted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("witness", "trusted_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_witness")),
        sa.UniqueConstraint("key", name=op.f("uq_witness_key")),
    )
    op.create_table(
        "cosignature",
        sa.Column("witness_id", sa.Uuid(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("signature", sa.LargeBinary(length=76), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("cosignature", "witness_id", "witness"),
        _to("cosignature", "received_by_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cosignature")),
    )
    op.create_index(op.f("ix_cosignature_witness_id"), "cosignature", ["witness_id"])
    _grow()
    _forbid_changes()


def downgrade() -> None:
    for table in ("cosignature", "witness", "trail_checkpoint", "event_node"):
        op.drop_table(table)


def _grow() -> None:
    event = sa.table("event", sa.column("seq"), sa.column("leaf", sa.LargeBinary()))
    lines = sa.select(event.c.seq, event.c.leaf).order_by(event.c.seq)
    nodes = sa.table("event_node", sa.column("seq"), sa.column("hashes", sa.LargeBinary()))
    edge = Edge()
    rows = iter(op.get_bind().execute(lines).all())
    while batch := list(islice(rows, BATCH)):
        kept = [{"seq": row.seq, "hashes": b"".join(edge.add(bytes(row.leaf)))} for row in batch]
        op.bulk_insert(nodes, kept)


def _forbid_changes() -> None:
    for table in KEPT_FOR_GOOD:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(
                f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION kept_for_good()"
            )
            continue
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {change} on {table}'); END"
            )


def _to(table: str, column: str, target: str, key: str = "id") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.{key}"], name=name)
