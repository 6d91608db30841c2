"""Who stands at either end of a disclosure, and what the participants of a case said to it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bureau.actors import Actor
from bureau.errors import Invalid, NotFound
from bureau.model import Case, Disclosure, Organisation, SharingRequest, Stance, User
from bureau.policy import Permission, permits
from bureau.rules.agenda import Phase
from bureau.rules.categories import data_categories
from bureau.rules.partners import partners
from bureau.rules.regimes import regime_of
from bureau.rules.sharing import Regime
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

JOINED = "JOIN"


def bodies(session: Session, case: Case) -> list[Organisation]:
    """The organisations that belong to this case: its own, and the partner bodies of that house."""
    own = case.organisation.house_id or case.organisation_id
    query = select(Organisation).where(or_(Organisation.id == own, Organisation.house_id == own))
    there = {member.user.organisation_id for member in case.members}
    rows = {row.id: row for row in session.scalars(query)}
    for key in there - rows.keys():
        rows[key] = session.get_one(Organisation, key)
    return sorted(rows.values(), key=lambda row: (row.name.casefold(), row.code))


def body(work: Work, case: Case, code: str, field: str) -> Organisation:
    """The organisation with this code; raises Invalid for one that has nothing to do with it."""
    found = next((row for row in bodies(work.session, case) if row.code == code.strip()), None)
    if found is None:
        raise Invalid(
            "There is no organisation {code} around this case.",
            where={"field": field},
            hint="Choose one of the list; an administrator adds a partner body.",
            code=code[:40] or "-",
        )
    return found


def phase_of(case: Case) -> Phase:
    """The phase in which a case stands, or stood last."""
    reached = [case.state, *(move.target for move in reversed(case.moves))]
    return next((Phase(state) for state in reached if state in tuple(Phase)), Phase.ENRICHMENT)


def law_of(work: Work, case: Case) -> Regime:
    """The part of the table of sharing under which `case` is handled: a partnership case chose."""
    if case.kind is not CaseKind.PARTNERSHIP:
        return Regime.MUNICIPAL
    return regime_of(case.regime, work.today).law


def contributions(session: Session, case: Case) -> list[Disclosure]:
    """What participants brought into the case and did not recall."""
    query = select(Disclosure).where(
        Disclosure.case_id == case.id,
        Disclosure.way == JOINED,
        Disclosure.recalled_on.is_(None),
    )
    return list(session.scalars(query))


def stances(session: Session, case: Case) -> list[Stance]:
    """What participants say to giving results, as long as it holds."""
    query = select(Stance).where(Stance.case_id == case.id, Stance.lifted_on.is_(None))
    return list(session.scalars(query.order_by(Stance.said_on, Stance.id)))


def objectors(rows: Iterable[Stance], recipient_id: UUID) -> set[UUID]:
    """Who objects to a result for this recipient."""
    return {row.organisation_id for row in rows if row.objects and _meant(row, recipient_id)}


def consenters(rows: Iterable[Stance], recipient_id: UUID) -> set[UUID]:
    """Who consented, and does not object, to criminal data for this recipient (WGS 1.7(3))."""
    found = list(rows)
    agreed = {r.organisation_id for r in found if not r.objects and _meant(r, recipient_id)}
    return agreed - objectors(found, recipient_id)


def established(work: Work, case: Case, recipient: Organisation, way: str) -> set[str]:
    """The conditions that the register itself answers: no veto, and consent of the givers."""
    said = stances(work.session, case)
    given = contributions(work.session, case)
    sources = {row.from_id for row in given}
    against = objectors(said, recipient.id)
    met = set() if (against if way == "THIRD" else against & sources) else {"no_veto"}
    criminal = data_categories()
    owners = {r.from_id for r in given if criminal.row(r.category, r.given_on).criminal}
    needed = sources if way == "ALIGN_CARE" else owners
    if needed and needed <= consenters(said, recipient.id):
        met.add("givers_consent")
    return met


def participant(work: Work, organisation: Organisation) -> bool:
    """Whether this organisation is a participant of the partnership today (WGS 2.19)."""
    return partners().row(organisation.kind, work.today).participant


def participates(work: Work, case: Case) -> bool:
    """Whether the actor belongs to the house of the case or to a participant of it (WGS 2.19).

    Anybody else reads nothing that rests on data of persons, nor why a phase was opened.
    """
    own = work.actor.organisation_id
    return own == case.organisation_id or participant(work, work.session.get_one(Organisation, own))


def insist_end(work: Work, case: Case, row: Disclosure | SharingRequest) -> None:
    """Stop unless the own organisation stands at one end of it, or keeps the case."""
    if work.actor.organisation_id not in (row.from_id, row.to_id, case.organisation_id):
        raise NotFound("There is nothing here that you may see.")


def can_answer(work: Work, row: Disclosure) -> bool:
    """Whether somebody of the recipient has an account that opens, with leave to answer itself."""
    return any(
        member.user.opens(work.today)
        and permits(_actor(work, member.user), Permission.DISCLOSURE_MAKE, row.case)
        for member in row.case.members
        if member.user.organisation_id == row.to_id
    )


def _actor(work: Work, user: User) -> Actor:
    """`user` as an actor with the roles that hold today."""
    return Actor(user.id, user.organisation_id, user.held(work.today))


def _meant(row: Stance, recipient_id: UUID) -> bool:
    return row.recipient_id in (None, recipient_id)
