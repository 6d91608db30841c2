"""seal what is personal and restricted; count wrong passwords by account and address.

Rows that are there already are sealed on the way, which needs the keys of the house: start it
with `bureau db upgrade`. With rows and without keys it stops, and nothing is changed.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from bureau import keys

revision = "0003"
down_revision = "0002"

# Texts and values that become sealed bytes.
TEXTS: Mapping[str, Mapping[str, sa.types.TypeEngine[Any]]] = {
    "consent": {
        "purpose": sa.String(length=300),
        "recipient": sa.String(length=200),
        "explained_how": sa.String(length=300),
        "language": sa.String(length=60),
    },
    "support_entry": {"who": sa.String(length=200)},
    "support_dossier": {"recipient": sa.String(length=200), "basis": sa.Text()},
    "job": {"arguments": sa.JSON()},
}
# Bytes that become sealed bytes, with what names a row of theirs.
BYTES = {"dossier": ("id", ("pdf", "picture")), "blob": ("sha256", ("content",))}


def upgrade() -> None:
    op.create_table(
        "door_count",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("closed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_door_count_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_count")),
        sa.UniqueConstraint("user_id", "place", name=op.f("uq_door_count_user_id_place")),
    )
    for table, columns in TEXTS.items():
        _seal_texts(table, columns)
    for table, (key, names) in BYTES.items():
        _rewrite(table, key, names, keys.seal)


def downgrade() -> None:
    for table, (key, names) in BYTES.items():
        _rewrite(table, key, names, keys.unseal)
    for table, columns in TEXTS.items():
        _open_texts(table, columns)
    op.drop_table("door_count")


def _seal_texts(table: str, columns: Mapping[str, sa.types.TypeEngine[Any]]) -> None:
    kept = _read(table, columns)
    with op.batch_alter_table(table) as batch:
        for name, kind in columns.items():
            batch.alter_column(
                name,
                existing_type=kind,
                type_=sa.LargeBinary(),
                existing_nullable=False,
                postgresql_using="''::bytea",
            )
    sealed = dict.fromkeys(columns, sa.LargeBinary())
    for key, values in kept.items():
        told = {
            name: json.dumps(value) if isinstance(columns[name], sa.JSON) else value
            for name, value in values.items()
        }
        _write(
            table,
            sealed,
            "id",
            key,
            {name: keys.seal(text.encode(), f"{table}.{name}") for name, text in told.items()},
        )


def _open_texts(table: str, columns: Mapping[str, sa.types.TypeEngine[Any]]) -> None:
    kept = _read(table, dict.fromkeys(columns, sa.LargeBinary()))
    with op.batch_alter_table(table) as batch:
        for name, kind in columns.items():
            empty = "'{}'::json" if isinstance(kind, sa.JSON) else "''"
            batch.alter_column(
                name,
                existing_type=sa.LargeBinary(),
                type_=kind,
                existing_nullable=False,
                postgresql_using=empty,
            )
    for key, values in kept.items():
        texts = {n: keys.unseal(v, f"{table}.{n}").decode() for n, v in values.items()}
        _write(
            table,
            columns,
            "id",
            key,
            {
                name: json.loads(text) if isinstance(columns[name], sa.JSON) else text
                for name, text in texts.items()
            },
        )


def _rewrite(
    table: str, key: str, names: tuple[str, ...], change: Callable[[bytes, str], bytes]
) -> None:
    """Every value in the other form, row by row, past the fence around what is kept for good."""
    columns = dict.fromkeys(names, sa.LargeBinary())
    found = sa.select(sa.column(key)).select_from(sa.table(table))
    rows = op.get_bind().execute(found).scalars().all()
    if not rows:
        return
    if table == "blob":
        _fence(up=False)
    for row in rows:
        values = _read(table, columns, key, row)[row]
        new = {name: change(value, f"{table}.{name}") for name, value in values.items()}
        _write(table, columns, key, row, new)
    if table == "blob":
        _fence(up=True)


def _fence(*, up: bool) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE blob {'ENABLE' if up else 'DISABLE'} TRIGGER blob_kept")
    elif up:
        op.execute(
            "CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob "
            "BEGIN SELECT RAISE(ABORT, 'append-only: UPDATE on blob'); END"
        )
    else:
        op.execute("DROP TRIGGER blob_no_update")


def _read(
    table: str,
    columns: Mapping[str, sa.types.TypeEngine[Any]],
    key: str = "id",
    only: object = None,
) -> dict[Any, dict[str, Any]]:
    """The values of the rows of a table, or of one of them, by what names a row."""
    found = _table(table, columns, key)
    query = sa.select(found)
    if only is not None:
        query = query.where(found.c[key] == only)
    rows = op.get_bind().execute(query).mappings()
    return {row[key]: {name: row[name] for name in columns} for row in rows}


def _write(
    table: str,
    columns: Mapping[str, sa.types.TypeEngine[Any]],
    key: str,
    row: object,
    values: Mapping[str, Any],
) -> None:
    found = _table(table, columns, key)
    op.get_bind().execute(sa.update(found).where(found.c[key] == row).values(**values))


def _table(name: str, columns: Mapping[str, sa.types.TypeEngine[Any]], key: str) -> sa.TableClause:
    return sa.table(name, sa.column(key), *(sa.column(n, kind) for n, kind in columns.items()))
