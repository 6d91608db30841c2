"""The sharing register read: of a case, of one disclosure, and of the own organisation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from bureau.model import Case, Disclosure, Organisation, SharingRequest
from bureau.operations import _contact_view, _disclosed_facts, _sharing_outs
from bureau.operations import _sharing_sides as sides
from bureau.operations._contact_view import ContactLine
from bureau.operations._disclosed_facts import Shareable
from bureau.operations._disclosing import ESTABLISHED
from bureau.operations._sharing_outs import WayOut
from bureau.operations._sharing_view import (
    DisclosureLine,
    RequestLine,
    StanceLine,
    disclosure_line,
    request_line,
    stance_line,
)
from bureau.policy import Permission
from bureau.rules.agenda import Phase
from bureau.rules.categories import Category, data_categories
from bureau.rules.events import EventKind
from bureau.rules.requests import Answering, answering, request_refusals
from bureau.rules.sharing import Condition, Regime, Way, conditions, ways
from bureau.rules.tables import Texts
from bureau.work import Work

__all__ = ["DisclosureLine", "RequestLine", "Shareable", "StanceLine", "WayOut"]


@dataclass(frozen=True, slots=True)
class CaseRegister:
    """All that was shared in a case, as far as the reader stands at one end of it.

    `contacts` with owners of other cases are for the handler of the case, None for others.
    """

    phase: Phase
    regime: Regime
    own: str
    rows: tuple[DisclosureLine, ...]
    requests: tuple[RequestLine, ...]
    stances: tuple[StanceLine, ...]
    outs: tuple[WayOut, ...]
    contacts: tuple[ContactLine, ...] | None


@dataclass(frozen=True, slots=True)
class Balance:
    """What went between the own organisation and another, and how each answered the other."""

    name: str
    kind: str
    given: int
    got: int
    asked_them: Answering
    asked_us: Answering
    feedback_owed: int


@dataclass(frozen=True, slots=True)
class OwnRegister:
    """What the own organisation gave and got, over the cases that the reader may see."""

    own: str
    given: tuple[DisclosureLine, ...]
    got: tuple[DisclosureLine, ...]
    requests: tuple[RequestLine, ...]
    balances: tuple[Balance, ...]
    answered: Answering
    reasons: Mapping[str, Texts]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the forms offer: organisations by code and name, facts, ways and conditions."""

    own: str
    bodies: tuple[tuple[str, str], ...]
    facts: tuple[Shareable, ...]
    categories: tuple[Category, ...]
    ways: tuple[Way, ...]
    conditions: tuple[Condition, ...]
    phase: Phase
    regime: Regime


def read_register(work: Work, case_id: UUID, *, handed_out: bool = False) -> CaseRegister:
    """The register of a case: whole for who keeps the case, the own rows for others."""
    case = work.case(case_id, Permission.DISCLOSURE_READ)
    rows = _rows(work, select(Disclosure).where(Disclosure.case_id == case.id), case)
    query = select(SharingRequest).where(SharingRequest.case_id == case.id)
    asked = list(work.session.scalars(_ended(work, query, SharingRequest, case)))
    kind = EventKind.DISCLOSURE_EXPORTED if handed_out else EventKind.CASE_READ
    work.record(kind, case, part="sharing", shown=len(rows))
    return CaseRegister(
        phase=sides.phase_of(case),
        regime=sides.law_of(work, case),
        own=work.session.get_one(Organisation, work.actor.organisation_id).code,
        rows=tuple(disclosure_line(work, row) for row in rows),
        requests=tuple(request_line(work, row) for row in asked),
        stances=tuple(stance_line(work, row) for row in sides.stances(work.session, case)),
        outs=_sharing_outs.ways_out(work, case),
        contacts=_contact_view.lines(work, case),
    )


def read_disclosure(work: Work, case_id: UUID, disclosure_id: UUID) -> DisclosureLine:
    """One disclosure, for whoever stands at one end of it."""
    case = work.case(case_id, Permission.DISCLOSURE_READ)
    row = work.within(Disclosure, disclosure_id, case)
    sides.insist_end(work, case, row)
    work.record(EventKind.CASE_READ, case, part="sharing", shown=1)
    itself = bool(row.notices) and sides.can_answer(work, row)
    return replace(disclosure_line(work, row), answers_itself=itself)


def read_request(work: Work, case_id: UUID, request_id: UUID) -> RequestLine:
    """One request, for whoever stands at one end of it."""
    case = work.case(case_id, Permission.DISCLOSURE_READ)
    row = work.within(SharingRequest, request_id, case)
    sides.insist_end(work, case, row)
    work.record(EventKind.CASE_READ, case, part="sharing", shown=1)
    return request_line(work, row)


def read_choices(work: Work, case_id: UUID) -> Choices:
    """What can be given in this case, and to whom."""
    case = work.case(case_id, Permission.DISCLOSURE_MAKE)
    own = work.session.get_one(Organisation, work.actor.organisation_id)
    regime = sides.law_of(work, case)
    known = tuple(row for row in data_categories().on(work.today) if not row.never)
    there = tuple(way for way in ways().on(work.today) if way.regime is regime)
    needed = {code for row in known for code in row.needs}
    needed = (needed | {code for way in there for code in way.needs}) - ESTABLISHED
    work.record(EventKind.CASE_READ, case, part="sharing")
    return Choices(
        own=own.code,
        bodies=tuple((row.code, row.name) for row in sides.bodies(work.session, case)),
        facts=_facts(work, case),
        categories=known,
        ways=there,
        conditions=tuple(row for row in conditions().on(work.today) if row.code in needed),
        phase=sides.phase_of(case),
        regime=regime,
    )


def _facts(work: Work, case: Case) -> tuple[Shareable, ...]:
    """The facts that can go, for whoever may read the facts of this case at all."""
    may = work.may(Permission.NETWORK_READ, case)
    return _disclosed_facts.shareable(work, case) if may else ()


def read_own(work: Work, *, handed_out: bool = False) -> OwnRegister:
    """What the own organisation gave, got, asked and was asked, with the balance per partner."""
    work.require(Permission.WORK_READ)
    own = work.actor.organisation_id
    seen = work.visible(Permission.DISCLOSURE_READ, Case).with_only_columns(Case.id)
    rows = _rows(work, select(Disclosure).where(Disclosure.case_id.in_(seen)))
    query = select(SharingRequest).where(SharingRequest.case_id.in_(seen))
    asked = list(work.session.scalars(_ended(work, query, SharingRequest)))
    kind = EventKind.DISCLOSURE_EXPORTED if handed_out else EventKind.SHARING_READ
    work.record(kind, f"organisation:{own}", shown=len(rows))
    return OwnRegister(
        own=work.session.get_one(Organisation, own).name,
        given=tuple(disclosure_line(work, row) for row in rows if row.from_id == own),
        got=tuple(disclosure_line(work, row) for row in rows if row.to_id == own),
        requests=tuple(request_line(work, row) for row in asked),
        balances=_balances(own, rows, asked, work.today),
        answered=answering((row for row in asked if row.to_id == own), work.today),
        reasons={row.code: row.name for row in request_refusals()},
    )


def _rows(work: Work, query: Select[Any], case: Case | None = None) -> list[Disclosure]:
    found = _ended(work, query, Disclosure, case).options(
        joinedload(Disclosure.case), joinedload(Disclosure.item), selectinload(Disclosure.facts)
    )
    return list(
        work.session.scalars(
            found.order_by(None).order_by(Disclosure.given_on.desc(), Disclosure.number.desc())
        )
    )


def _ended(
    work: Work, query: Select[Any], table: type[Any], case: Case | None = None
) -> Select[Any]:
    own = work.actor.organisation_id
    if case is not None and case.organisation_id == own:
        return query.order_by(table.number.desc())
    return query.where(or_(table.from_id == own, table.to_id == own)).order_by(table.number.desc())


def _balances(
    own: UUID, rows: Iterable[Disclosure], asked: Iterable[SharingRequest], today: date
) -> tuple[Balance, ...]:
    gone, wanted = list(rows), list(asked)
    others = {
        body.id: body for row in gone for body in (row.giver, row.receiver) if body.id != own
    } | {body.id: body for row in wanted for body in (row.asker, row.asked) if body.id != own}
    found = [
        Balance(
            name=body.name,
            kind=body.kind,
            given=sum(row.to_id == key for row in gone),
            got=sum(row.from_id == key for row in gone),
            asked_them=answering((row for row in wanted if row.to_id == key), today),
            asked_us=answering((row for row in wanted if row.from_id == key), today),
            feedback_owed=sum(
                row.to_id == key and row.feedback_due_on is not None and row.feedback_due_on < today
                for row in gone
            ),
        )
        for key, body in others.items()
    ]
    return tuple(sorted(found, key=lambda each: each.name.casefold()))
