"""The trail: what was done is written with it or not at all.

`watch` makes forgetting impossible: a transaction that changed a record under audit commits only
together with an event about the same file; lines of the trail are numbered without gaps and are
never changed. The tree over them grows in the same transaction, which signs where it left it.
"""

import secrets
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import event as listen_to
from sqlalchemy import func, inspect, select, text
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from bureau.errors import UnauditedChange
from bureau.model import (
    ApprovalRequest,
    Audited,
    Blob,
    Event,
    EventNode,
    EventValue,
    Job,
    TrailCheckpoint,
)
from bureau.model.base import Sealed, SealedBytes
from bureau.model.locked import LockedBytes
from bureau.trust import aside, tree
from bureau.trust.leaf import Line, row_of
from bureau.trust.made import summary

TRAIL_LOCK = 0x42555245  # "BURE": one writer of the trail at a time on PostgreSQL
SALT_BYTES = 32
_KEPT = (Event, EventValue, EventNode, TrailCheckpoint, Blob)
_FILES = (
    *(("case_id", "case"), ("file_id", "support_file"), ("agreement_id", "agreement")),
    *(("signal_id", "signal"), ("user_id", "user"), ("alert_id", "look_alert")),
)


@dataclass(slots=True)
class Notes:
    """What one transaction has changed and said so far."""

    lines: list[Line] = field(default_factory=list)
    changes: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    created: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    poured: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    written: bool = False


def name(record: object) -> str:
    """The stable name under which the trail knows `record`."""
    return f"{record.__tablename__}:{getattr(record, 'id', '-')}"  # type: ignore[attr-defined]


def scope(record: object) -> str:
    """The file that `record` belongs to; a change there needs an event there."""
    for attribute, kind in _FILES:
        if value := getattr(record, attribute, None):
            return f"{kind}:{value}"
    if document := getattr(record, "document", None):
        return scope(document)
    if isinstance(record, ApprovalRequest | Job):
        return record.scope
    return name(record)


def watch(session: Session) -> Session:
    """Make `session` refuse to commit a change under audit that no event tells of."""
    session.info["notes"] = Notes()
    listen_to.listen(session, "after_flush", _note)
    listen_to.listen(session, "before_commit", _insist)
    listen_to.listen(session, "do_orm_execute", _no_bulk)
    return session


def touched(session: Session) -> bool:
    """Whether this transaction holds a change already."""
    notes: Notes = session.info["notes"]
    waiting = session.new or session.deleted or any(map(session.is_modified, session.dirty))
    return bool(waiting or notes.created or notes.poured or notes.changes)


def forget(session: Session) -> None:
    """Let go of what was noted of a transaction that is rolled back as a whole."""
    session.info["notes"] = Notes()


def poured(session: Session, file: str, table: str, ids: Iterable[str]) -> None:
    """Note rows that were written past the records of the session, in the file they belong to.

    Each id stands as 32 hexadecimal digits.
    """
    notes: Notes = session.info["notes"]
    notes.poured.setdefault(file, {}).setdefault(table, []).extend(ids)


def waiting(session: Session, kinds: Container[str]) -> int:
    """How many lines of these kinds this transaction will write."""
    notes: Notes = session.info["notes"]
    return sum(line.kind in kinds for line in notes.lines)


def say(session: Session, line: Line) -> None:
    """Add `line` to what this transaction will write."""
    session.info["notes"].lines.append(line)


def _note(session: Session, _: UOWTransaction) -> None:
    notes: Notes = session.info["notes"]
    altered = [row for row in session.dirty if session.is_modified(row)]
    if any(isinstance(row, _KEPT) for row in (*altered, *session.deleted)):
        raise UnauditedChange("The trail and the files kept are append-only.")
    for row in _audited(session.new):
        notes.created.setdefault(scope(row), []).append((row.__tablename__, str(row.id)))
    for row in _audited(session.deleted):
        notes.changes.setdefault(scope(row), []).append({"op": "gone", "what": name(row)})
    for row in _audited(altered):
        notes.changes.setdefault(scope(row), []).extend(_differences(row))


def _audited(rows: Iterable[object]) -> Iterator[Any]:
    return (row for row in rows if isinstance(row, Audited))


def _differences(row: Audited) -> list[dict[str, Any]]:
    state = inspect(row, raiseerr=True)
    found = []
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        if column.key != "version" and history.has_changes():
            hidden = isinstance(column.columns[0].type, Sealed | SealedBytes | LockedBytes)
            before = history.deleted[0] if history.deleted else None
            after = history.added[0] if history.added else None
            found.append(
                {
                    "op": "set",
                    "what": name(row),
                    "field": column.key,
                    "hidden": hidden,
                    "before": _plain(before),
                    "after": _plain(after),
                }
            )
    return found


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


def _no_bulk(statement: ORMExecuteState) -> None:
    if not statement.is_select:
        raise UnauditedChange("Change records one by one, so that the trail sees them.")


def _insist(session: Session) -> None:
    notes: Notes = session.info["notes"]
    if notes.written:
        return
    session.flush()
    told = {line.scope for line in notes.lines} | {line.subject for line in notes.lines}
    if untold := ({*notes.changes, *notes.created, *notes.poured} - told):
        raise UnauditedChange(
            "A change was made without an event: {scopes}.", scopes=", ".join(sorted(untold))
        )
    notes.written = True
    if notes.lines:
        _write(session, notes)


def _write(session: Session, notes: Notes) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text(f"SELECT pg_advisory_xact_lock({TRAIL_LOCK})"))
    last = session.scalar(select(func.max(Event.seq))) or 0
    rows, beside = [], []
    for seq, line in enumerate(notes.lines, last + 1):
        made = notes.created.pop(line.scope, []), notes.poured.pop(line.scope, {})
        changes = summary(*made)
        changes += notes.changes.pop(line.scope, [])
        salt, values = secrets.token_bytes(SALT_BYTES), dict[str, Any]()
        committed = [aside.change(change, salt, values) for change in changes]
        told = replace(line, facts=aside.put_aside(line.facts, salt, values))
        rows.append(row_of(seq, told, committed))
        if values:
            beside.append(EventValue(seq=seq, salt=salt, values=values))
    session.add_all(rows)
    session.flush()  # the lines first: what stands beside them refers to them
    session.add_all(beside)
    tree.grow(session, last, [row.leaf for row in rows])
    session.flush()
