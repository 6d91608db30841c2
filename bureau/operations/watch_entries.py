"""Guarded people and honey: what reviewers mark, so that a look at it is asked about."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau import keys
from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case, WatchEntry
from bureau.model.base import new_id
from bureau.model.entity import folded
from bureau.operations import _case_references, _marks, _watch_marks
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

GUARDED, HONEY, HONEY_CASE = "guarded", "honey", "honey_case"
KINDS = (GUARDED, HONEY, HONEY_CASE)
LONGEST, SHORTEST = 200, 4
ALL = "watch_entry:*"


def list_entries(work: Work) -> tuple[WatchEntry, ...]:
    """What is marked, what still stands first."""
    work.require(Permission.WATCH_REVIEW)
    rows = work.session.scalars(select(WatchEntry).order_by(WatchEntry.until_on, WatchEntry.id))
    found = tuple(rows)
    work.record(EventKind.WATCH_LISTED, ALL, shown=len(found))
    return tuple(sorted(found, key=lambda row: not row.stands(work.today)))


def mark(work: Work, kind: str, text: str, reason: str, until: date | None) -> WatchEntry:
    """Mark a person as guarded, or a made-up name or reference as honey, with a reason and an end.

    What is made up must not exist: the reference of a case cannot be honey. A honey case gets a
    reference and an address as a case has, and is a case nowhere.
    """
    work.require(Permission.WATCH_REVIEW)
    one_of(kind, "watched_kind", KINDS)
    named = _named(work, kind, text)
    marks = _watch_marks.own(named) if kind == GUARDED else _watch_marks.whole(named)
    row = WatchEntry(
        kind=GUARDED if kind == GUARDED else HONEY,
        text=named,
        marks=sorted(marks),
        reason=said(reason, "reason", 2000),
        by_id=work.actor.id,
        at=work.now,
        until_on=_ahead(work, until),
    )
    if kind == HONEY_CASE:
        _as_case(work, row)
    work.session.add(row)
    work.record(EventKind.WATCH_MARKED, row, what=kind, reason=row.reason)
    return row


def end(work: Work, entry_id: UUID) -> WatchEntry:
    """Watch it no longer; what was asked about it stays."""
    work.require(Permission.WATCH_REVIEW)
    row = work.session.get(WatchEntry, entry_id)
    if row is None:
        raise NotFound("There is nothing here that you may see.")
    if not row.stands(work.today):
        raise NotAllowed("This is watched no longer.", hint="Mark it anew where that is needed.")
    row.ended_at = work.now
    work.record(EventKind.WATCH_ENDED, row, what=row.kind)
    return row


def _as_case(work: Work, row: WatchEntry) -> None:
    row.reference = _case_references.free(work, CaseKind.SCREENING)
    row.address = str(new_id())
    row.marks = sorted({*row.marks, _marks.mark(folded(row.reference)), keys.sought(row.address)})


def _named(work: Work, kind: str, text: str) -> str:
    named = said(text, "watched_text", LONGEST)
    if len(named) < SHORTEST:
        raise Invalid(
            "This is too short to be told from other searches.",
            where={"field": "watched_text"},
            hint="Give the whole name or reference.",
        )
    real = select(Case.id).where(Case.reference.in_({named, named.upper()}))
    if kind != GUARDED and work.session.scalar(real):
        raise Invalid(
            "This is the reference of a real case.",
            where={"field": "watched_text"},
            hint="Make one up that no case has.",
        )
    return named


def _ahead(work: Work, until: date | None) -> date:
    if until is None or until < work.today:
        raise Invalid(
            "Say until which day it is watched, from today on.",
            where={"field": "until"},
            hint="It ends by itself on that day; it can be marked anew.",
        )
    return until
