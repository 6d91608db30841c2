"""Opening the database so that what was acknowledged is never lost.

SQLite runs in WAL mode with `synchronous=FULL`, foreign keys and recursive triggers on; each
connection is asserted to do so. Every transaction on SQLite takes the write lock when it begins,
because every piece of work writes at least one line of the trail; only a look that writes
nothing asks for less, with the execution option `reading`.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import ConnectionPoolEntry

from bureau.errors import OutOfOrder

BUSY_MILLISECONDS = 15_000
FULL = 2


def open_store(url: str) -> Engine:
    """An engine for `url`; raises OutOfOrder for a database Bureau does not support."""
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite":
            return _sqlite(address)
        case "postgresql":
            return create_engine(address, pool_pre_ping=True)
        case other:
            raise OutOfOrder(
                "The database {name} is not supported.",
                hint="Set BUREAU_DATABASE_URL to sqlite:/// or postgresql+psycopg://.",
                name=other,
            )


def _sqlite(address: URL) -> Engine:
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(address)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late to be a write lock
    cursor = connection.cursor()
    for setting in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    _assert(cursor, "synchronous", FULL)
    _assert(cursor, "foreign_keys", 1)
    cursor.close()


def _assert(cursor: Any, name: str, wanted: int) -> None:
    found = cursor.execute(f"PRAGMA {name}").fetchone()[0]
    if found != wanted:
        raise OutOfOrder("SQLite refuses {name}={wanted}.", name=name, wanted=wanted)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
