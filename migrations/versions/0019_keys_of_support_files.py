"""give each support file a data key of its own, and seal its values anew with that.

Needs the keys of the house where there are support files: start it with `bureau db upgrade`.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from bureau import keys

revision = "0019"
down_revision = "0018"

# The sealed columns of each table of a support file, and the column that names the file.
PLACES = {
    "support_file": ("id", ("real_name", "safe_contact", "needs")),
    "support_entry": ("file_id", ("text", "who")),
    "consent": ("file_id", ("purpose", "recipient", "explained_how", "language")),
    "support_dossier": ("file_id", ("recipient", "basis", "pdf", "picture")),
}
Change = Callable[[keys.FileKey, bytes, str, str], bytes]


def upgrade() -> None:
    op.add_column("support_file", sa.Column("lock", sa.LargeBinary(), nullable=True))
    files = sa.table(
        "support_file", sa.column("id", sa.Uuid()), sa.column("lock", sa.LargeBinary())
    )
    link = op.get_bind()
    for key in link.execute(sa.select(files.c.id)).scalars().all():
        lock = keys.new_file_key(f"support_file.lock|{key.hex}")
        link.execute(sa.update(files).where(files.c.id == key).values(lock=lock))
    _rewrite(_inward)


def downgrade() -> None:
    _rewrite(_outward)
    op.drop_column("support_file", "lock")


def _inward(file: keys.FileKey, value: bytes, column: str, row: str) -> bytes:
    return file.seal(keys.unseal(value, column), f"{column}|{row}")


def _outward(file: keys.FileKey, value: bytes, column: str, row: str) -> bytes:
    return keys.seal(file.unseal(value, f"{column}|{row}"), column)


def _rewrite(change: Change) -> None:
    """Every sealed value of every support file in the other form, row by row."""
    link = op.get_bind()
    files = sa.table(
        "support_file", sa.column("id", sa.Uuid()), sa.column("lock", sa.LargeBinary())
    )
    for key, lock in link.execute(sa.select(files.c.id, files.c.lock)).all():
        if lock is None:
            continue  # destroyed: nothing of it can be read any more
        opened = keys.open_file_key(lock, f"support_file.lock|{key.hex}")
        for table, (owner, names) in PLACES.items():
            _rewrite_table(opened, table, (owner, key), names, change)


def _rewrite_table(
    opened: keys.FileKey, table: str, whose: tuple[str, Any], names: tuple[str, ...], change: Change
) -> None:
    owner, key = whose
    columns = [sa.column(name, sa.LargeBinary()) for name in names]
    ids = {name: sa.column(name, sa.Uuid()) for name in dict.fromkeys(("id", owner))}
    rows = sa.table(table, *ids.values(), *columns)
    query = sa.select(rows).where(rows.c[owner] == key)
    for row in op.get_bind().execute(query).mappings().all():
        values = {
            name: change(opened, bytes(row[name]), f"{table}.{name}", row["id"].hex)
            for name in names
            if row[name] is not None
        }
        if values:
            op.get_bind().execute(sa.update(rows).where(rows.c.id == row["id"]).values(**values))
