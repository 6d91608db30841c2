"""In which areas a partnership case lies: said by a person, for a reason, and taken back alike."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Case, CaseArea
from bureau.operations import _area_heads, _area_view
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class CaseAreaLine:
    """That the case lies in an area, by whom and why, or until when it did."""

    id: UUID
    code: str
    name: str
    why: str
    by: str
    at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str
    reason: str


def list_case_areas(work: Work, case_id: UUID) -> tuple[CaseAreaLine, ...]:
    """The areas in which a case lies; those taken back after them."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = select(CaseArea).where(CaseArea.case_id == case.id).order_by(CaseArea.at, CaseArea.id)
    rows = [_line(row) for row in work.session.scalars(found)]
    work.record(EventKind.CASE_READ, case, part="areas", shown=len(rows))
    return tuple(sorted(rows, key=lambda row: bool(row.withdrawn_at)))


def list_area_choices(work: Work, case_id: UUID) -> tuple[tuple[str, str], ...]:
    """The areas that hold, to choose from: code and name; for a partnership case only."""
    case = work.case(case_id, Permission.NETWORK_READ)
    work.record(EventKind.CASE_READ, case, part="areas")
    if case.kind is not CaseKind.PARTNERSHIP:
        return ()
    return tuple(
        (row.code, row.name)
        for row in _area_view.every(work)
        if not _area_heads.over(row, work.today)
    )


def read_case_area(work: Work, case_id: UUID, row_id: UUID) -> CaseAreaLine:
    """One line, to take it back."""
    case = work.case(case_id, Permission.NETWORK_READ)
    row = work.within(CaseArea, row_id, case)
    work.record(EventKind.CASE_READ, case, part="areas", shown=1)
    return _line(row)


def place_case(work: Work, case_id: UUID, code: str, why: str) -> CaseArea:
    """Say that a partnership case lies in an area; the profile counts it by the month."""
    case = work.case(case_id, Permission.FACT_RECORD)
    _insist_partnership(case)
    area = _area_view.found(work, one_of(code, "area", _codes(work)))
    _area_heads.insist_lasting(work, area)
    row = CaseArea(
        case_id=case.id, area_id=area.id, why=said(why, "why"), by_id=work.actor.id, at=work.now
    )
    _insist_new(work, row)
    work.session.add(row)
    work.record(EventKind.CASE_PLACED, row, area=code)
    return row


def withdraw_case_area(work: Work, case_id: UUID, row_id: UUID, reason: str) -> CaseArea:
    """Take back that a case lies in an area; the line stays with its reason."""
    case = work.case(case_id, Permission.FACT_RECORD)
    row = work.within(CaseArea, row_id, case)
    if row.withdrawn_at:
        raise NotAllowed(
            "This was taken back already.",
            where={"guard": "area_withdrawn"},
            hint="Place the case in the area anew where it lies there after all.",
        )
    row.reason = said(reason, "reason")
    row.withdrawn_at, row.withdrawn_by_id = work.now, work.actor.id
    work.record(EventKind.CASE_PLACED, row, withdrawn=True, reason=row.reason)
    return row


def _codes(work: Work) -> tuple[str, ...]:
    return tuple(row.code for row in _area_view.every(work))


def _insist_partnership(case: Case) -> None:
    if case.kind is not CaseKind.PARTNERSHIP:
        raise NotAllowed(
            "Only a partnership case is placed in an area.",
            where={"guard": "partnership", "basis": "WGS 2.18(1)"},
            hint="A Bibob file stays by itself; report a signal to the partnership instead.",
        )


def _insist_new(work: Work, row: CaseArea) -> None:
    same = select(CaseArea.id).where(
        CaseArea.case_id == row.case_id,
        CaseArea.area_id == row.area_id,
        CaseArea.withdrawn_at.is_(None),
    )
    if work.session.scalar(same.limit(1)):
        raise NotAllowed(
            "The case lies in this area already.",
            where={"field": "area", "guard": "area_new"},
            hint="Take the earlier line back first where its reason is wrong.",
        )


def _line(row: CaseArea) -> CaseAreaLine:
    return CaseAreaLine(
        id=row.id,
        code=row.area.code,
        name=row.area.name,
        why=row.why,
        by=row.by.name,
        at=row.at,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by.name if row.withdrawn_by else "",
        reason=row.reason,
    )
