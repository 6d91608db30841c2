"""What stands in a database that was put down by a cut or a kill, as the product opens it."""

import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.orm import sessionmaker

from bureau.model import Base
from bureau.store import open_store
from bureau.trust import tree
from bureau.trust.integrity import look_over
from bureau.trust.note import Checkpoint
from tests.campaigns import write_paths

FILE = "bureau.db"
MADE = "SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY type, name"
_KNOWN: dict[str, bool] = {}


def found(folder: Path) -> str:
    """The digest of every row of every table, as the product finds them; raises DatabaseError."""
    engine = open_store(f"sqlite:///{folder / FILE}")
    try:
        with engine.connect() as connection:
            plain: Any = connection.connection.driver_connection
            if plain.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("integrity")
            return _content(plain)
    finally:
        engine.dispose()


def _content(plain: sqlite3.Connection) -> str:
    digest = sha256()
    for kind, name, words in plain.execute(MADE).fetchall():
        digest.update(f"{kind} {name} {words}\n".encode())
        if kind == "table":
            for row in plain.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
                digest.update(repr(row).encode())
    return digest.hexdigest()


def _is_model(context: MigrationContext, connection: Connection) -> bool:
    """Whether the tables are those of the model; tables that were looked at are known again."""
    made = "\n".join(map(str, connection.exec_driver_sql(MADE).all()))
    if made not in _KNOWN:
        _KNOWN[made] = not compare_metadata(context, Base.metadata)
    return _KNOWN[made]


def faults(folder: Path) -> list[str]:
    """What `bureau db check` would say of the database there, where it is of this release."""
    engine = open_store(f"sqlite:///{folder / FILE}")
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection)
            revision = context.get_current_revision() or ""
            if revision == write_paths.OLDER:
                return []
            if not _is_model(context, connection):
                return [f"revision {revision} is not the model"]
        factory = sessionmaker(engine)
        with factory() as session:
            last = tree.latest(session)
        point = [Checkpoint(tree.key().name, last.size, last.root)] if last else []
        judged = look_over(factory, point)
        return [] if judged.none else [str(judged)]
    finally:
        engine.dispose()
