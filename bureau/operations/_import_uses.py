"""What uses the facts of an import: as long as something does, it cannot be taken back."""

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Connection, Table, Uuid, and_, not_, or_, select

from bureau.model import Base, Decision, Dossier, Event, ImportBatch
from bureau.model.event import Outcome
from bureau.operations._import_batch import CHUNK
from bureau.operations._import_made import MADE, TABLES, TRAY, mine, owned
from bureau.rules.events import EventKind
from bureau.work import Work

CHANGED, BY_HAND, FILLED, JUDGED = "changed", "by_hand", "filled", "judged"
_ASIDE = frozenset(("import_batch", "case_notice", "event", "event_value"))
_NAMED = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def uses(work: Work, batch: ImportBatch) -> tuple[str, ...]:
    """The tables that refer to what the import made, and what else was done with it since."""
    work.session.flush()
    connection = work.session.connection()
    tables = Base.metadata.sorted_tables
    found = {table.name for table in tables if _refers(connection, table, batch)}
    found |= {*_mentions(connection, batch), *_told(work, batch)}
    if _judged(connection, batch):
        found = found - {BY_HAND} | {JUDGED}
    # What was composed or decided since rests on the whole file, and names no fact by itself.
    for table, at in ((Dossier, Dossier.asked_at), (Decision, Decision.at)):
        since = select(table.id).where(table.case_id == batch.case_id, at >= batch.at)
        if work.session.scalar(since.limit(1)) is not None:
            found.add(table.__tablename__)
    return tuple(sorted(found))


def _refers(connection: Connection, table: Table, batch: ImportBatch) -> bool:
    """Whether a row that the import did not make points at one that it made, or at its source."""
    if table.name in _ASIDE:
        return False
    ways = [
        key.parent == batch.source_id
        if key.column.table.name == "source"
        else key.parent.in_(mine(key.column.table.name, batch.source_id))
        for key in table.foreign_keys
        if key.column.table.name in ("source", *MADE)
    ]
    if not ways:
        return False
    found = or_(*ways)
    if table.name in (*MADE, TRAY):
        found = and_(not_(owned(table, batch.source_id)), found)
    return connection.execute(select(table.c[0]).where(found).limit(1)).first() is not None


def _judged(connection: Connection, batch: ImportBatch) -> bool:
    """Whether a row of the file was accepted from the tray, and so is a fact of the case."""
    table = TABLES[TRAY]
    rows = select(table.c.id).where(owned(table, batch.source_id), table.c.made != "")
    return connection.execute(rows.limit(1)).first() is not None


def _mentions(connection: Connection, batch: ImportBatch) -> Iterator[str]:
    """The tables of the case that name a fact in a list or beside a key: leads, corrections."""
    for table in Base.metadata.sorted_tables:
        columns = [
            column
            for column in table.columns
            if isinstance(column.type, JSON)
            or (isinstance(column.type, Uuid) and not column.foreign_keys and column.name != "id")
        ]
        if columns and "case_id" in table.columns and table.name not in (*MADE, *_ASIDE):
            rows = connection.execute(select(*columns).where(table.c.case_id == batch.case_id))
            named = {each for row in rows for each in _named(tuple(row))}
            if _made(connection, batch, named):
                yield table.name


def _told(work: Work, batch: ImportBatch) -> Iterator[str]:
    """What the trail tells: facts changed since, or recorded by hand with this same source."""
    scope = (Event.scope == f"case:{batch.case_id}", Event.outcome == Outcome.DONE)
    asked = select(Event.request_id, Event.facts)
    imports = work.session.execute(asked.where(*scope, Event.kind == EventKind.FILE_IMPORTED))
    # The first line of a piece of work tells of all its changes, whatever that line is about.
    told = {request: facts.get("sha256") == batch.sha256 for request, facts in imports}
    rows = work.session.execute(select(Event.request_id, Event.changes).where(*scope))
    changed, new = set(), set()
    for request, changes in rows:
        for change in changes:
            name = change.get("what", "")
            if change["op"] == "set":
                changed |= _named(name)
                if told.get(request) and name.partition(":")[0] in MADE:
                    yield FILLED
            elif request not in told:
                new |= _named(name)
    connection = work.session.connection()
    if _made(connection, batch, changed):
        yield CHANGED
    if _made(connection, batch, new):
        yield BY_HAND


def _named(value: Any) -> set[str]:
    return set(_NAMED.findall(json.dumps(value, default=str)))


def _made(connection: Connection, batch: ImportBatch, named: set[str]) -> bool:
    """Whether the import made one of the rows that are named."""
    ids = [UUID(each) for each in named]
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        for name in MADE:
            table = TABLES[name]
            rows = mine(name, batch.source_id).where(table.c.id.in_(part)).limit(1)
            if connection.execute(rows).first() is not None:
                return True
    return False
