"""Builds what one reader sees of a case from its rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bureau.model import (
    Appeal,
    Assessment,
    Case,
    Decision,
    DefaultNotice,
    DelayLetter,
    Finding,
    Hearing,
    IndicatorAnswer,
    Letter,
    Lookup,
    Objection,
    PartyRole,
    Person,
    Questionnaire,
    Requirement,
    Supplement,
    Suspension,
    TakenOver,
    Weighing,
)
from bureau.operations import _clocks, _fixed, _gaps, _ordinary, _procedure
from bureau.operations._case_values import (
    AdviceLine,
    CaseView,
    MemberLine,
    MoveLine,
    PartyLine,
)
from bureau.operations._rows import Rows
from bureau.rules import procedure, roles
from bureau.rules.scope import scopes
from bureau.rules.tables import Texts


def view(
    rows: Rows,
    today: date,
    *,
    inside: bool,
    advices: tuple[AdviceLine, ...],
    capacity: str,
    may_step: bool,
) -> CaseView:
    """The case as its rows tell it; only who may look `inside` sees more than where it stands."""
    case, screening = rows.case, rows.screening
    scope = scopes().find(screening.scope, screening.law_date) if screening else None
    return CaseView(
        **_head(case),
        capacity=capacity,
        state=case.state,
        state_name=_procedure.state_name(case, today),
        state_row=procedure.states().find(case.state, today),
        scope_name=scope.name if scope else None,
        screening=screening,
        steps=_procedure.steps(rows, today) if screening else (),
        may_step=may_step,
        clocks=_clocks.clocks(rows, today),
        advices=advices,
        members=tuple(_members(rows)),
        moves=tuple(_moves(rows, today)),
        waits=_fixed.decision_waits(case, rows.all(Decision)),
        fixed=_fixed.is_fixed(case, today, rows.all(Decision)),
        **_inside(rows if inside else _emptied(rows)),
    )


def _head(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "reference": case.reference,
        "kind": case.kind,
        "title": case.title,
        "version": case.version,
        "organisation": case.organisation.name,
        "opened_on": case.opened_on,
    }


def _emptied(rows: Rows) -> Rows:
    """The same case with nothing in it."""
    return Rows(rows.case, {table: [] for table in rows.fetched})


LISTS: Mapping[str, type[Any]] = {
    "questionnaires": Questionnaire,
    "requirements": Requirement,
    "supplements": Supplement,
    "suspensions": Suspension,
    "lookups": Lookup,
    "indicators": IndicatorAnswer,
    "findings": Finding,
    "assessments": Assessment,
    "hearings": Hearing,
    "decisions": Decision,
    "letters": Letter,
    "objections": Objection,
    "appeals": Appeal,
    "default_notices": DefaultNotice,
    "delay_letters": DelayLetter,
}


def _inside(rows: Rows) -> dict[str, Any]:
    """What has pages of its own, with the leave that those ask."""
    applicant = rows.screening.applicant if rows.screening else None
    number: TakenOver | None = rows.last(TakenOver)
    lists = {name: tuple(rows.all(table)) for name, table in LISTS.items()}
    return lists | {
        "ordinary": _ordinary.lines(rows),
        "ordinary_decides": _ordinary.decides(rows),
        "applicant": applicant.label if applicant else "",
        "own_number": number.own_number if number else "",
        "gaps": _gaps.gaps(rows),
        "parties": tuple(_parties(rows)),
        "weighing": rows.last(Weighing),
    }


def _parties(rows: Rows) -> Iterable[PartyLine]:
    for row in rows.all(PartyRole):
        yield PartyLine(
            entity_id=row.entity_id,
            label=row.entity.label,
            kind=row.entity.kind,
            protected=isinstance(row.entity, Person) and row.entity.protected,
            role=row.role,
            role_name=roles.name_of(row.role, rows.case.kind),
            direct=row.direct,
            from_date=str(row.valid_from or ""),
            to_date=str(row.valid_to or ""),
        )


def _members(rows: Rows) -> Iterable[MemberLine]:
    for row in sorted(rows.case.members, key=lambda each: (each.since, each.user.login)):
        user = row.user
        yield MemberLine(user.login, user.name, user.organisation.name, row.capacity, row.since)


def _moves(rows: Rows, today: date) -> Iterable[MoveLine]:
    for row in rows.case.moves:
        target = procedure.states().find(row.target, today)
        yield MoveLine(
            number=row.number,
            transition=row.transition,
            source=row.source,
            target=row.target,
            target_name=target.name if target else Texts(row.target, row.target),
            taken_on=row.taken_on,
            basis=row.basis,
            reason=row.reason,
            by=row.by.name,
            at=row.at,
        )
