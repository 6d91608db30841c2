"""What a road did before is put back and not done anew: hundreds of tests walk the same stretch.

A stretch is remembered by the people and the keys it was walked with and by all that was walked
before. It is put back only where nothing but that lies in the database.
"""

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Any

from sqlalchemy import Connection, Engine, select, text

from bureau import keys
from bureau.model import Base, User
from tests.conftest import ORGANISATIONS, PEOPLE

_KNOWN: dict[tuple[Any, ...], "_Stretch"] = {}
TABLES = [table.name for table in Base.metadata.sorted_tables]
# What `populate` puts there; test_memory.py tells when it puts more.
PEOPLE_ONLY = {
    "organisation": len(ORGANISATIONS),
    "user": len(PEOPLE),
    "user_role": len(PEOPLE),
    "clearance": 18,
    "mandate": 2,
    "agreement": 2,
    "agreement_party": 16,
}
COUNTS = " UNION ALL ".join(
    f'SELECT {place} AS place, count(*) FROM "{name}"'  # noqa: S608 - names of our own tables
    for place, name in enumerate(TABLES)
)


class _Stretch:
    """All rows after a stretch, and where the road stood then."""

    def __init__(self, connection: Connection, road: dict[str, Any]) -> None:
        self.road = road
        self.counts = counts(connection)
        connection.rollback()
        if connection.dialect.name == "sqlite":
            self.file = sqlite3.connect(":memory:")
            _driver(connection).backup(self.file)
        else:
            self.rows = {name: _copied_out(connection, name) for name in TABLES}

    def put_back(self, connection: Connection) -> None:
        """Make the database what it was after this stretch."""
        if connection.dialect.name == "sqlite":
            self.file.backup(_driver(connection))
            return
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for name, table in Base.metadata.tables.items():
            connection.execute(table.delete())
            if self.rows[name]:
                _copy_in(connection, name, self.rows[name])
        connection.commit()


def counts(connection: Connection) -> tuple[int, ...]:
    """How many rows each table holds."""
    found = connection.execute(text(f"{COUNTS} ORDER BY place"))  # a server counts side by side
    return tuple(count for _, count in found)


def remembered(walk: Callable[..., Any]) -> Callable[..., Any]:
    """Let a stretch of the road be walked once a worker; what it answers is the road itself."""

    @wraps(walk)
    def again(road: Any, *args: Any, **more: Any) -> Any:
        before, road.past = road.past, None  # what it walks itself is part of this stretch
        if not before or counted(road.engine) != before[1]:
            return walk(road, *args, **more)
        key = (*before[0], (walk.__name__, repr(args), repr(sorted(more.items()))))
        if key in _KNOWN:
            with road.engine.connect() as connection:
                _KNOWN[key].put_back(connection)
            vars(road).update(_KNOWN[key].road)
        else:
            walk(road, *args, **more)
            with road.engine.connect() as connection:
                _KNOWN[key] = _Stretch(connection, _kept(road))
        road.past = (key, _KNOWN[key].counts)
        return road

    return again


def counted(engine: Engine) -> tuple[int, ...]:
    """How many rows each table holds."""
    with engine.connect() as connection:
        return counts(connection.execution_options(reading=True))


def start(road: Any) -> tuple[tuple[Any, ...], tuple[int, ...]] | None:
    """The beginning of a road, where the database holds the people of the tests and no more."""
    found = counted(road.engine)
    if {name: count for name, count in zip(TABLES, found, strict=True) if count} != PEOPLE_ONLY:
        return None
    people = tuple(sorted(str(actor.id) for actor in vars(road.actors).values()))
    kind = type(road).__qualname__
    with road.engine.connect() as connection:
        proofs = connection.scalars(select(User.password_hash).order_by(User.id))
        doors = tuple(proofs)  # a house has people who can come in, other tests have not
    return (kind, road.engine.dialect.name, keys._HELD["seal"], people, doors), found


def _kept(road: Any) -> dict[str, Any]:
    return {k: v for k, v in vars(road).items() if k not in ("work_of", "actors", "past", "engine")}


def _driver(connection: Connection) -> sqlite3.Connection:
    found: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return found


def _copied_out(connection: Connection, name: str) -> bytes:
    driver: Any = connection.connection.driver_connection
    with driver.cursor().copy(f'COPY "{name}" TO STDOUT') as out:
        return b"".join(bytes(part) for part in out)


def _copy_in(connection: Connection, name: str, rows: bytes) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor().copy(f'COPY "{name}" FROM STDIN') as into:
        into.write(rows)
