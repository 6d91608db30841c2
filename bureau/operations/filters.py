"""Filters of the list of cases that somebody keeps under a name of their own."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import SavedFilter
from bureau.operations._checks import fitting, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

MOST = 20
LONGEST = 60
PARTS = ("q", "kind", "clock", "handler", "state", "scope")


def list_filters(work: Work) -> tuple[SavedFilter, ...]:
    """One's own filters, by name."""
    work.require(Permission.WORK_READ)
    rows = select(SavedFilter).where(SavedFilter.user_id == work.actor.id)
    found = tuple(work.session.scalars(rows.order_by(SavedFilter.name)))
    work.record(EventKind.FILTER_LISTED, "filter:*", shown=len(found))
    return found


def save_filter(work: Work, name: str, content: Mapping[str, str]) -> SavedFilter:
    """Keep a filter under a name; the same name again replaces it."""
    work.require(Permission.WORK_READ)
    called = said(name, "name", LONGEST)
    own = {row.name: row for row in list_filters(work)}
    row = own.get(called)
    if row is None and len(own) >= MOST:
        raise NotAllowed(
            "More than {most} filters cannot be kept.",
            where={"guard": "at_most"},
            hint="Remove one that you do not use.",
            most=MOST,
        )
    if row is None:
        row = SavedFilter(user_id=work.actor.id, name=called)
        work.session.add(row)
    row.content = {part: fitting(content.get(part, ""), "text", 200) for part in PARTS}
    work.record(EventKind.FILTER_SAVED, row)
    return row


def remove_filter(work: Work, filter_id: UUID) -> None:
    """Remove one of one's own filters."""
    work.require(Permission.WORK_READ)
    row = work.session.get(SavedFilter, filter_id)
    if row is None or row.user_id != work.actor.id:
        raise NotFound("There is nothing here that you may see.")
    work.session.delete(row)
    work.record(EventKind.FILTER_REMOVED, row)
