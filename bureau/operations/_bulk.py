"""Many new rows of one table at once: the same transaction and trail, none of the bookkeeping.

A record of the session costs more than the row it stands for; a list of a million payments is
written by the driver itself, and the trail is told what was created as for any other record.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bureau.trust import trail

CACHE_KIBIBYTES = 256 * 1024
BLOCK = 5_000
_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, slots=True)
class Lot:
    """New rows of one table: values as the driver takes them, ids as 32 hexadecimal digits.

    The first column is the id; rows that come in the order of their ids are written fastest.
    """

    record: type[Any]
    columns: Sequence[str]
    rows: Sequence[tuple[Any, ...]]


def pour(session: Session, scope: str, lots: Sequence[Lot]) -> None:
    """Write `lots` in their order and tell the trail of the file `scope` what was created."""
    if not any(lot.rows for lot in lots):
        return
    connection = session.connection()
    with _room(connection):
        for lot in lots:
            _write(connection, lot)
    for lot in lots:
        if lot.rows:
            name = lot.record.__tablename__
            trail.poured(session, scope, name, map(itemgetter(0), lot.rows))


@contextmanager
def _room(connection: Connection) -> Iterator[None]:
    """A larger page cache on SQLite for as long as the writing takes."""
    if connection.dialect.name != "sqlite":
        yield
        return
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE_KIBIBYTES}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size={before}")


def _write(connection: Connection, lot: Lot) -> None:
    table, names = lot.record.__tablename__, ", ".join(lot.columns)
    if not lot.rows:
        return
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(lot.columns))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  # nosec B608
        connection.exec_driver_sql(statement, list(lot.rows))
        return
    _copy(connection, f"COPY {table} ({names}) FROM STDIN", lot.rows)


def _copy(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor().copy(statement) as copy:
            for at in range(0, len(rows), BLOCK):
                copy.write(copy_text(rows[at : at + BLOCK]))
    except connection.dialect.loaded_dbapi.IntegrityError as error:
        raise IntegrityError(statement, None, error) from error


def copy_text(rows: Sequence[tuple[Any, ...]]) -> str:
    """Rows of texts, whole numbers and nothing as the text form of COPY."""
    columns = [_cells(column) for column in zip(*rows, strict=True)]
    return "\n".join(map("\t".join, zip(*columns, strict=True))) + "\n"


def _cells(column: Sequence[Any]) -> Iterable[str]:
    kinds = set(map(type, column))
    if kinds == {int}:
        return map(str, column)
    if kinds != {str}:
        return map(_cell, column)
    if not _SPECIAL.search("".join(column)):
        return column
    return map(_cell, column)


def _cell(value: str | int | None) -> str:
    return "\\N" if value is None else str(value).translate(_ESCAPED)
