"""The facts that one import made: which they are, and taking them back for good."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, delete, select

from bureau.model import Base
from bureau.operations._destroying import HEIRS

TABLES = Base.metadata.tables
# In the order in which they can go: what refers before what is referred to.
MADE = (
    *("record_party", "record", "identifier", "tie", "payment", "statement"),
    *(table.name for table in HEIRS),
    "entity",
)
TRAY = "tray_item"  # rows that wait; what was accepted of them is a fact, what was left out stays
_BESIDE = "case_notice"  # made by the program of itself, and gone with the party


def mine(name: str, source_id: UUID) -> Select[Any]:
    """The ids of the rows of one table that an import made."""
    table = TABLES[name]
    return select(table.c.id).where(owned(table, source_id))


def owned(table: Table, source_id: UUID) -> ColumnElement[bool]:
    """Whether a row of a table in MADE, or of the tray, came from this import."""
    if table.name == "record_party":
        return table.c.record_id.in_(mine("record", source_id))
    if table in HEIRS:
        return table.c.id.in_(mine("entity", source_id))
    if table.name == TRAY:
        return and_(table.c.source_id == source_id, table.c.row_key != "")
    return table.c.learnt_from_id == source_id


def take_back(connection: Connection, source_id: UUID) -> tuple[dict[str, int], str]:
    """Delete all that an import made; how many of each, and the digest of their names.

    Core statements: a million payments are too many for records of the session.
    """
    digest = sha256()
    notices = TABLES[_BESIDE]
    gone = delete(notices).where(notices.c.entity_id.in_(mine("entity", source_id)))
    connection.execute(gone)
    counts: dict[str, int] = {}
    waiting = TABLES[TRAY]
    row = and_(owned(waiting, source_id), waiting.c.settled_at.is_(None))
    if number := connection.execute(delete(waiting).where(row)).rowcount:
        counts[TRAY] = number
    for name in MADE:
        for (key,) in connection.execute(mine(name, source_id).order_by(TABLES[name].c.id)):
            digest.update(f"{name}:{key}\n".encode())
    for name in MADE:
        table = TABLES[name]
        number = connection.execute(delete(table).where(owned(table, source_id))).rowcount
        if number and table not in HEIRS:
            counts[name] = number
    return counts, digest.hexdigest()
