"""Every sealed value of the house under the newest generation of its key, piece by piece.

A piece is one transaction: what it did not finish is found again by its head, so that a kill
loses nothing and the next run goes on where the last one stopped. Values are written past the
records, because their meaning does not change; the triggers that keep some tables as they are
stand aside within the transaction, and the trail says how many values of which table it was.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    TableClause,
    column,
    func,
    not_,
    select,
    table,
    text,
    type_coerce,
)

from bureau import keys, turning
from bureau.model import Base
from bureau.model.base import Sealed, SealedBytes
from bureau.model.locked import RowSealed
from bureau.turning import FIRST, HEAD_BYTES

LOCK = ("support_file", "lock")


@dataclass(frozen=True, slots=True)
class Place:
    """A column of sealed values: with which key, and what they are bound to."""

    table: Table
    column: str
    key: str
    name: str
    by_row: bool = False

    @property
    def raw(self) -> ColumnElement[bytes]:
        """The column as the bytes that the database keeps."""
        return type_coerce(self.table.c[self.column], LargeBinary())

    def bound_to(self, row: Any) -> str:
        """The associated data of one row."""
        return RowSealed.place(self.name, row.id) if self.by_row else self.name


def places(key: str) -> tuple[Place, ...]:
    """Every column that is sealed with this key."""
    found = (_place(one, each.name) for one in Base.metadata.sorted_tables for each in one.columns)
    return tuple(place for place in found if place is not None and place.key == key)


def _place(owner: Table, name: str) -> Place | None:
    kind = owner.c[name].type
    if isinstance(kind, Sealed | SealedBytes):
        return Place(owner, name, "seal", kind.place)
    if isinstance(kind, RowSealed):
        return Place(owner, name, "seal", f"{owner.name}.{name}", by_row=True)
    if (owner.name, name) == LOCK:
        return Place(owner, name, "support", ".".join(LOCK), by_row=True)
    return None


def counted(connection: Connection, key: str, generations: list[str]) -> dict[str, int]:
    """How many values each generation sealed; the first one those without the head of another."""
    told = dict.fromkeys(generations, 0)
    for place in places(key):
        total = select(func.count()).select_from(place.table).where(place.raw.is_not(None))
        left = connection.scalar(total) or 0
        for generation in generations:
            if generation != FIRST:
                here = connection.scalar(total.where(_begins(place, generation))) or 0
                told[generation] += here
                left -= here
        told[FIRST] = told.get(FIRST, 0) + left
    return told


def piece(connection: Connection, place: Place, generation: str, most: int) -> int:
    """Seal at most so many values of a column with this later generation; how many it were."""
    keyed = list(place.table.primary_key)
    query = select(*keyed, place.raw.label("kept"))
    query = query.where(place.raw.is_not(None), not_(_begins(place, generation)))
    rows = connection.execute(query.limit(most)).all()
    if not rows:
        return 0
    plain = _plain(place)
    with _set_aside(connection, place.table.name):
        for row in rows:
            kept = bytes(row.kept)
            fresh = keys.resealed(place.key, kept, place.bound_to(row))
            same = [plain.c[one.name] == getattr(row, one.name) for one in keyed]
            # Where somebody wrote it meanwhile, it is sealed anew already.
            change = plain.update().where(*same, plain.c[place.column] == kept)
            connection.execute(change.values({place.column: fresh}))
    return len(rows)


def _plain(place: Place) -> TableClause:
    """The table as the database has it: ids as they are, values as bytes."""
    keyed = (column(one.name, one.type) for one in place.table.primary_key)
    return table(place.table.name, *keyed, column(place.column, LargeBinary()))


def _begins(place: Place, generation: str) -> ColumnElement[bool]:
    return func.substr(place.raw, 1, HEAD_BYTES) == turning.head(generation)


@contextmanager
def _set_aside(connection: Connection, name: str) -> Iterator[None]:
    """Let the triggers of a table stand aside until the end of this piece, which is all or none."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f'ALTER TABLE "{name}" DISABLE TRIGGER USER'))
        yield
        connection.execute(text(f'ALTER TABLE "{name}" ENABLE TRIGGER USER'))
        return
    query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
    found = connection.execute(query, {"table": name}).all()
    for row in found:
        connection.execute(text(f'DROP TRIGGER "{row.name}"'))
    yield
    for row in found:
        connection.exec_driver_sql(row.sql)
