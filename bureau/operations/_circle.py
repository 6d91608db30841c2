"""Who belongs to the closed circle of a screening, and how far its investigation has come."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bureau.model import Entity, Lease, Mortgage, PartyRole, Sale, Screening, Tie
from bureau.rules import roles
from bureau.rules.sources import Inquiry, Relation
from bureau.rules.vocabulary import EntityKind

CONCERNED = ("R01", "R02")
PEOPLE = (EntityKind.PERSON, EntityKind.COMPANY)
_DEEP = ("ST51", "ST60", "ST70", "ST71", "ST72", "ST73", "ST75", "ST80", "ST90", "ST91")
INQUIRIES: Mapping[str, Inquiry] = MappingProxyType(
    {
        **dict.fromkeys(("ST30", "ST40", "ST41", "ST50"), Inquiry.LIGHT),
        **dict.fromkeys(_DEEP, Inquiry.DEEP),
    }
)


def inquiry(state: str) -> Inquiry:
    """How far the investigation is in this state; outside it nobody may be looked up."""
    return INQUIRIES.get(state, Inquiry.NONE)


def relation(session: Session, screening: Screening, subject: Entity, on: date) -> Relation:
    """How `subject` stands to the decision, by the roles recorded in the case."""
    if subject.id == screening.applicant_id:
        return Relation.APPLICANT
    if subject.kind not in PEOPLE:
        return _of_object(session, subject, on)
    codes = {row.role for row in subject.roles}
    if codes & set(CONCERNED):
        return Relation.APPLICANT
    return Relation.RELATED if codes and roles.in_circle(codes, on) else Relation.OTHER


def _of_object(session: Session, subject: Entity, on: date) -> Relation:
    """Real estate, an address or an account counts with the people it is tied to."""
    people = _tied(session, subject.id)
    query = select(PartyRole.role).where(
        PartyRole.case_id == subject.case_id, PartyRole.entity_id.in_(people)
    )
    codes = set(session.scalars(query))
    return Relation.RELATED if codes and roles.in_circle(codes, on) else Relation.OTHER


def _tied(session: Session, subject: UUID) -> set[UUID]:
    found: set[UUID] = set()
    ties = select(Tie).where(or_(Tie.from_id == subject, Tie.to_id == subject))
    for tie in session.scalars(ties):
        found |= {tie.from_id, tie.to_id}
    for lease in session.scalars(select(Lease).where(Lease.property_id == subject)):
        found |= {lease.landlord_id, lease.tenant_id}
    for sale in session.scalars(select(Sale).where(Sale.property_id == subject)):
        found |= {sale.seller_id, sale.buyer_id}
    for mortgage in session.scalars(select(Mortgage).where(Mortgage.property_id == subject)):
        found.add(mortgage.holder_id)
    return found - {subject}
