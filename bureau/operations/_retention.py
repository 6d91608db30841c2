"""Which closed files one may see are due for destruction, and what would go with them."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Table, select

from bureau.model import (
    Appeal,
    Base,
    Case,
    Decision,
    Destruction,
    LegalHold,
    Move,
    Objection,
)
from bureau.operations import _joint_retention, _keeping_lines, _rows
from bureau.operations._keeping_lines import RetentionLine, destroyed, holding
from bureau.operations._rows import Rows
from bureau.policy import Permission
from bureau.rules import retention
from bureau.rules.retention import Ended
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

CLOSED = "ST199"
NOTES = frozenset(("note", "hit", "innocent", "run"))


def lines(work: Work, permission: Permission) -> tuple[RetentionLine, ...]:
    """The closed screenings and the partnership cases for which one has `permission`, by day."""
    query = work.visible(permission, Case).where(
        Case.state == CLOSED, Case.kind == CaseKind.SCREENING
    )
    closed = _rows.rows_of_all(work.session, query)
    ids = [rows.case.id for rows in closed]
    holds, gone = holding(work, ids), destroyed(work, ids)
    found = [
        line
        for rows in closed
        for line in _of_case(rows, work.today, holds.get(rows.case.id), gone.get(rows.case.id, {}))
    ]
    found += _joint_retention.lines(work, permission)
    return tuple(sorted(found, key=lambda each: (each.kept.destroy_on, each.reference)))


def _of_case(
    rows: Rows, today: date, hold: LegalHold | None, gone: Mapping[str, Destruction]
) -> Iterator[RetentionLine]:
    case = rows.case
    if any(row.part == retention.FILE and row.code in gone for row in _classes()):
        return
    for each in retention.kept(ended(rows), today):
        yield RetentionLine(
            case.id, case.reference, case.title, each, hold, gone.get(each.row.code)
        )


def _classes() -> tuple[retention.RetentionClass, ...]:
    return tuple(retention.retention_classes())


def ended(rows: Rows) -> Ended:
    """When a closed file was closed and decided on, and when its last dispute ended."""
    moves: list[Move] = rows.all(Move)
    closed = [row.taken_on for row in moves if row.target == CLOSED]
    decision: Decision | None = rows.last(Decision)
    disputes: list[Objection] = rows.all(Objection)
    over = [row.withdrawn_on or row.made_known_on or row.decided_on for row in disputes]
    judged = [row.judged_on for row in rows.all(Appeal)]
    return Ended(
        outcome=decision.holds if decision else "",
        closed=closed[-1] if closed else rows.case.opened_on,
        decided=decision.decided_on if decision else None,
        dispute=max((day for day in (*over, *judged) if day), default=None),
    )


def tables(part: str, kind: CaseKind) -> tuple[Table, ...]:
    """The tables of a case that go with this part, those that refer first."""
    stays = _keeping_lines.STAYS[kind]
    every = reversed(Base.metadata.sorted_tables)
    found = [table for table in every if "case_id" in table.c and table.name not in stays]
    return tuple(table for table in found if part == retention.FILE or table.name in NOTES)


def fingerprint(work: Work, case: Case, part: str) -> str:
    """What would go, as one digest: it changes with every change in the file."""
    told: list[Any] = [str(case.id), case.version, part]
    for table in tables(part, case.kind):
        columns = [table.c.id, *([table.c.version] if "version" in table.c else [])]
        rows = work.session.execute(
            select(*columns).where(table.c.case_id == case.id).order_by(table.c.id)
        )
        told.append([table.name, [[str(row[0]), *row[1:]] for row in rows]])
    return sha256(json.dumps(told, separators=(",", ":")).encode()).hexdigest()
