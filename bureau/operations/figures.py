"""Figures of a case: typed facts with a source, so that an indicator computes instead of asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, CaseFigure, Entity, Person
from bureau.operations._checks import one_of, said
from bureau.operations._facts import Learnt, Origin, next_number, origin, party, sourced
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.figures import FigureKind, figure_kinds, kept, shown
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

ABOUT = {
    "": (),
    "person": (EntityKind.PERSON,),
    "company": (EntityKind.COMPANY,),
    "property": (EntityKind.PROPERTY,),
    "party": (EntityKind.PERSON, EntityKind.COMPANY, EntityKind.ADDRESS, EntityKind.PROPERTY),
}


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure as a page shows it; a withdrawn one keeps the reason."""

    id: UUID
    version: int
    number: int
    kind: FigureKind
    value: Texts
    subject_id: UUID | None
    subject: str
    withdrawn: str
    by: str
    at: datetime
    origin: Origin


def list_figures(work: Work, case_id: UUID) -> tuple[FigureView, ...]:
    """The figures of a case, in the order of their kinds; the withdrawn ones too."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = _figures_of(work, case)
    work.record(EventKind.CASE_READ, case, part="figures", shown=len(rows))
    order = figure_kinds().codes()
    known = [row for row in rows if row.kind in order]
    return tuple(
        _view(work, row) for row in sorted(known, key=lambda r: (order.index(r.kind), r.number))
    )


def record_figure(
    work: Work,
    case_id: UUID,
    kind: str,
    value: str,
    learnt: Learnt,
    *,
    subject_id: UUID | None = None,
    none_found: bool = False,
) -> CaseFigure:
    """A figure with its source; `none_found` says that somebody looked and there is none.

    Raises Invalid for a value that does not fit, and for a subject that is wrong or missing.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    code = one_of(kind, "figure", figure_kinds().codes())
    row = figure_kinds().row(code, work.today)
    found = CaseFigure(
        number=next_number(work, case, CaseFigure),
        kind=code,
        value=None if none_found and _may_be_none(row) else kept(row, value),
        subject=None if none_found else _subject(work, case, row, subject_id),
        by_id=work.actor.id,
        at=work.now,
        **sourced(work, case, learnt),
    )
    work.session.add(found)
    work.record(EventKind.FIGURE_RECORDED, found, figure=code, none_found=none_found)
    return found


def withdraw_figure(
    work: Work, case_id: UUID, figure_id: UUID, version: int, reason: str
) -> CaseFigure:
    """A figure no longer counts, for a reason; it stays in the file."""
    case = work.case(case_id, Permission.FACT_RECORD)
    found = work.within(CaseFigure, figure_id, case)
    why = said(reason, "reason")
    work.expect(found, version, {"withdrawn": why})
    found.withdrawn = why
    work.record(EventKind.FIGURE_WITHDRAWN, found, figure=found.kind, reason=why)
    return found


def _figures_of(work: Work, case: Case) -> list[CaseFigure]:
    query = select(CaseFigure).where(CaseFigure.case_id == case.id)
    return list(work.session.scalars(query.order_by(CaseFigure.number)))


def _may_be_none(row: FigureKind) -> bool:
    if not (row.many or row.code.endswith("_since")):
        raise Invalid(
            "This figure is asked as a value: there is no looking and finding none.",
            where={"field": "none_found"},
            hint="Write the value, or leave the figure out.",
        )
    return True


def _subject(work: Work, case: Case, row: FigureKind, subject_id: UUID | None) -> Entity | None:
    if not row.subject:
        return None
    if subject_id is None:
        raise Invalid(
            "Say about whom or what this figure is.",
            where={"field": "subject"},
            hint="Choose a party of this case; record it first where it is not there.",
        )
    found = party(work, case, subject_id, "subject", *ABOUT[row.subject])
    if isinstance(found, Person) and found.protected:
        raise Invalid(
            "No indicator is ever about a protected person.",
            where={"field": "subject"},
            hint="Follow the victim track instead.",
        )
    return found


def _view(work: Work, row: CaseFigure) -> FigureView:
    kind = figure_kinds().row(row.kind, work.today)
    return FigureView(
        id=row.id,
        version=row.version,
        number=row.number,
        kind=kind,
        value=shown(kind, row.value),
        subject_id=row.subject_id,
        subject=row.subject.label if row.subject else "",
        withdrawn=row.withdrawn,
        by=row.by.name,
        at=row.at,
        origin=origin(work, row),
    )
