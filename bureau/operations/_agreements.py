"""Which agreements bind which organisations, and which organisations may be a party."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from bureau.errors import NotFound
from bureau.model import Agreement, AgreementParty, Case, Membership, Organisation, User
from bureau.operations._houses import managed
from bureau.rules.agreements import Span
from bureau.work import Work


def span(row: Agreement) -> Span:
    """From when to when an agreement runs."""
    return Span(row.begins_on, row.ends_on, row.ended_on)


def next_of(work: Work, row: Agreement) -> Agreement | None:
    """The version that follows this one."""
    return work.session.scalar(select(Agreement).where(Agreement.renews_id == row.id))


def shared(work: Work, one: UUID, other: UUID) -> tuple[Span, ...]:
    """When the agreements run that both organisations signed."""
    mine, theirs = aliased(AgreementParty), aliased(AgreementParty)
    query = (
        select(Agreement)
        .join(mine, mine.agreement_id == Agreement.id)
        .join(theirs, theirs.agreement_id == Agreement.id)
        .where(Agreement.offered_on.is_not(None))
        .where(mine.organisation_id == one, mine.signed_on.is_not(None))
        .where(theirs.organisation_id == other, theirs.signed_on.is_not(None))
    )
    return tuple(span(row) for row in work.session.scalars(query))


def bodies(work: Work) -> tuple[Organisation, ...]:
    """The own organisation, its partner bodies, and those of members of its cases, by name."""
    own = work.actor.organisation_id
    seated = (
        select(User.organisation_id)
        .join(Membership, Membership.user_id == User.id)
        .join(Case, Case.id == Membership.case_id)
        .where(Case.organisation_id == own)
    )
    query = select(Organisation).where(managed(work) | Organisation.id.in_(seated))
    return tuple(sorted(work.session.scalars(query), key=lambda body: body.name.casefold()))


def body(work: Work, code: str) -> Organisation:
    """The organisation with this code that may be a party."""
    found = next((each for each in bodies(work) if each.code == code), None)
    if found is None:
        raise NotFound(
            "There is no organisation {code} that can be a party here.",
            where={"field": "organisation"},
            hint="Add it as a partner body first, or make one of its people a member of a case.",
            code=code[:40],
        )
    return found
