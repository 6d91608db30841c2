"""What holds of a power map on a day: of one agreement, or of all that bind a case."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import Agreement, AgreementParty, Case, PowerEntry
from bureau.operations._agreements import span
from bureau.rules.power_map import PowerPlace
from bureau.work import Work

Places = dict[tuple[str, UUID], PowerEntry]


def entries(work: Work, row: Agreement) -> list[PowerEntry]:
    """Every entry of the map of an agreement, as they were written."""
    query = select(PowerEntry).where(PowerEntry.agreement_id == row.id)
    return list(work.session.scalars(query.order_by(PowerEntry.from_on, PowerEntry.number)))


def holding(rows: Iterable[PowerEntry], on: date) -> Places:
    """What holds on a day: of each party and subject the entry that began last."""
    return {(row.subject, row.organisation_id): row for row in rows if row.from_on <= on}


def binding(work: Work, case: Case, on: date) -> Places:
    """What holds in a case: the maps of the agreements in force that its organisation signed.

    Of a party that did not sign nothing holds; a later agreement goes before an earlier one.
    """
    mine = select(AgreementParty.agreement_id).where(
        AgreementParty.organisation_id == case.organisation_id,
        AgreementParty.signed_on.is_not(None),
    )
    query = select(Agreement).where(Agreement.id.in_(mine), Agreement.offered_on.is_not(None))
    found: Places = {}
    for row in work.session.scalars(query.order_by(Agreement.begins_on, Agreement.number)):
        runs = span(row)
        if runs.begins_on <= on <= runs.last:
            signed = {one.organisation_id for one in row.parties if one.signed_on}
            kept = holding(entries(work, row), on)
            found |= {key: entry for key, entry in kept.items() if key[1] in signed}
    return found


def may_veto(work: Work, case: Case, subject: str, organisation_id: UUID, on: date) -> bool:
    """Whether an organisation can veto a decision on this subject, by the map that binds it."""
    entry = binding(work, case, on).get((subject, organisation_id)) if subject else None
    return entry is not None and entry.place is PowerPlace.VETOES


def chain(work: Work, row: Agreement) -> list[Agreement]:
    """The versions of an agreement, the first one first."""
    first = row
    while first.renews is not None:
        first = first.renews
    found = [first]
    while following := work.session.scalar(
        select(Agreement).where(Agreement.renews_id == found[-1].id)
    ):
        found.append(following)
    return found


def carry(work: Work, old: Agreement, new: Agreement) -> None:
    """Give a next version the map as it stood last, from its own first day."""
    work.session.flush()
    for entry in holding(entries(work, old), date.max).values():
        work.session.add(
            PowerEntry(
                agreement_id=new.id,
                organisation_id=entry.organisation_id,
                subject=entry.subject,
                number=1,
                place=entry.place,
                basis=entry.basis,
                reason=entry.reason,
                from_on=new.begins_on,
                by_id=work.actor.id,
                at=work.now,
            )
        )
