"""Holds that the victim track sets on a case: dates only, with no way from either to the other.

A helper types the reference of the case, or of one item as `PAR-2026-ABC23/2`. The line in the
support file says the days, never the reference; the token in the case the days, never the file.
They are written in two pieces of work under labels of their own, so that no line of the trail
carries both.
"""

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau import keys
from bureau.errors import Invalid, NotFound
from bureau.model import AgendaItem, Case, Organisation, SafetyHold
from bureau.model.base import new_id
from bureau.operations._checks import fitting, not_before
from bureau.operations._support_lines import write_line
from bureau.operations._tokens import holds_of
from bureau.policy import Permission
from bureau.rules.calendar import DAY
from bureau.rules.events import EventKind
from bureau.rules.helping import EntryKind
from bureau.work import Work

LONGEST = 366
HOLD_SENT = "-"
_REFERENCE = re.compile(r"([A-Z]{3}-\d{4}-[A-Z0-9]{4,8})(?:/(\d{1,3}))?")


def key_of(work: Work, file_id: UUID, until: date | None) -> str:
    """The key with which this file sets and releases holds; `until` is checked with it.

    Without `until` it is asked to release, which a closed file can do too.
    """
    leave = Permission.SUPPORT_READ if until is None else Permission.SUPPORT_EDIT
    file = work.support_file(file_id, leave)
    if until is not None:
        not_before(until, "until", work.today)
        _insist_short(work, until)
    work.record(EventKind.SUPPORT_READ, file)
    return file.id.hex


def note_hold(work: Work, file_id: UUID, until: date | None) -> None:
    """Write into the support file that a hold went out until a day; never on which case."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    entry = write_line(work, file, EntryKind.HOLD, HOLD_SENT, work.today)
    entry.due_on = until
    work.record(EventKind.SUPPORT_CHANGED, file, line=EntryKind.HOLD)


def set_hold(work: Work, reference: str, until: date | None, file: str) -> None:
    """Tell the case that the victim check was done, and hold it until a day where one is given.

    `file` is what `key_of` gave; a new hold of the same file on the same case replaces the old.
    """
    work.require(Permission.HOLD_GIVE)
    work = _apart(work)
    case, item = _held(work, reference)
    mark = _mark(case, file)
    for row in holds_of(work, case):
        if row.mark == mark and row.item == item and row.released_on is None:
            row.released_on = work.today
    row = SafetyHold(
        case_id=case.id, item=item, checked=True, set_on=work.today, until=until, mark=mark
    )
    work.session.add(row)
    work.record(EventKind.SAFETY_HOLD_SET, row, until=until.isoformat() if until else "")


def release_hold(work: Work, reference: str, file: str) -> None:
    """Release the holds of this file on the case; raises NotFound where it has none."""
    work.require(Permission.HOLD_GIVE)
    work = _apart(work)
    case, _ = _held(work, reference)
    mark = _mark(case, file)
    rows = [row for row in holds_of(work, case) if row.mark == mark and row.stands(work.today)]
    if not rows:
        raise NotFound(
            "This file holds no case with that reference.",
            where={"field": "reference"},
            hint="Type the reference with which the hold was set.",
        )
    for row in rows:
        row.released_on = work.today
        work.record(EventKind.SAFETY_HOLD_RELEASED, row)


def _apart(work: Work) -> Work:
    """The same work under a label and without a sign-in that a line of a file could share."""
    return replace(work, request_id=new_id().hex, actor=replace(work.actor, session_id=None))


def _mark(case: Case, file: str) -> str:
    return keys.support_mark(f"{case.reference}|{file}", "safety_hold")


def _held(work: Work, reference: str) -> tuple[Case, int | None]:
    """The case of this house with this reference, and the number of the item where one is named."""
    typed = _REFERENCE.fullmatch(fitting(reference, "reference", 40).upper())
    body = work.session.get_one(Organisation, work.actor.organisation_id)
    case = typed and work.session.scalar(
        select(Case).where(
            Case.reference == typed[1], Case.organisation_id == (body.house_id or body.id)
        )
    )
    item = int(typed[2]) if typed and typed[2] else None
    if not case or (item is not None and not _has(work, case, item)):
        raise NotFound(
            "There is no case or item with this reference.",
            where={"field": "reference"},
            hint="Ask the partner for the reference and type it as it stands on the letter.",
        )
    return case, item


def _has(work: Work, case: Case, item: int) -> bool:
    query = select(AgendaItem.id).where(AgendaItem.case_id == case.id, AgendaItem.number == item)
    return work.session.scalar(query.limit(1)) is not None


def _insist_short(work: Work, until: date) -> None:
    if until > work.today + DAY * LONGEST:
        raise Invalid(
            "A hold lasts at most a year.",
            where={"field": "until"},
            hint="Give an earlier day; the hold can be renewed.",
        )
