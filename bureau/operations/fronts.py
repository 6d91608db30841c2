"""People who lead in more than one open case (MGT-06), over the cases that the reader may see.

Nothing of this is stored: who may not see another case does not learn that it exists.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, Loan, PartyRole, Person
from bureau.operations import _thresholds
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.indicator_facts import IndicatorFacts
from bureau.rules.indicator_people import Front
from bureau.rules.indicators import SignalStatus, indicators, measure
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

CODE, CLOSED = "MGT-06", "ST199"
LEADING, FINANCING = ("R01", "R03", "R09"), "R05"


@dataclass(frozen=True, slots=True)
class CaseRef:
    """Another case that this reader may see, with who finances there."""

    id: UUID
    reference: str
    title: str
    financiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """A person who leads here and in other open cases with other financiers."""

    id: UUID
    person: str
    cases: tuple[CaseRef, ...]


def list_fronts(work: Work, case_id: UUID) -> tuple[FrontView, ...]:
    """Who leads here and elsewhere, where MGT-06 raises a question; a protected person never."""
    case = work.case(case_id, Permission.NETWORK_READ)
    others = {each.id: each for each in _open_cases(work) if each.id != case.id}
    elsewhere = [each for each in _leaders(work, others) if each.born is not None]
    found = []
    for person in _leaders(work, (case.id,)):
        same = {each.case_id for each in elsewhere if _alike(each, person)}
        there = tuple(_ref(work, other) for key, other in others.items() if key in same)
        if there and _raises(work, case, person, (_ref(work, case), *there)):
            found.append(FrontView(person.id, person.label, there))
    work.record(EventKind.CASE_READ, case, part="fronts")
    return tuple(found)


def _raises(work: Work, case: Case, person: Person, refs: tuple[CaseRef, ...]) -> bool:
    row = indicators().row(CODE, work.today)
    made = _thresholds.changes(work.session, case.organisation_id)
    circles = {each.financiers for each in refs if each.financiers}
    facts = IndicatorFacts(today=work.today, fronts=(Front(person.label, len(refs), len(circles)),))
    limits = _thresholds.held(row, made, work.today).values
    return measure(CODE, facts, limits).status is SignalStatus.FIRED


def _open_cases(work: Work) -> list[Case]:
    query = work.visible(Permission.NETWORK_READ, Case).where(
        Case.kind == CaseKind.SCREENING, Case.state != CLOSED
    )
    return list(work.session.scalars(query.order_by(Case.opened_at, Case.reference)))


def _leaders(work: Work, cases: Iterable[UUID]) -> list[Person]:
    query = (
        select(Person)
        .join(PartyRole, PartyRole.entity_id == Person.id)
        .where(
            Person.case_id.in_(list(cases)),
            PartyRole.role.in_(LEADING),
            Person.protected.is_(False),
        )
    )
    return list(work.session.scalars(query.order_by(Person.label)).unique())


def _alike(one: Person, other: Person) -> bool:
    """Whether two entries carry the same name and the same day of birth."""
    return (one.label_folded, one.born) == (other.label_folded, other.born)


def _ref(work: Work, case: Case) -> CaseRef:
    lent = work.session.scalars(select(Loan).where(Loan.case_id == case.id))
    query = select(PartyRole).where(PartyRole.case_id == case.id, PartyRole.role == FINANCING)
    named = {loan.lender.label for loan in lent}
    named |= {role.entity.label for role in work.session.scalars(query)}
    return CaseRef(case.id, case.reference, case.title, tuple(sorted(named)))
