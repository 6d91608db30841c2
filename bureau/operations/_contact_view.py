"""Questions for contact as their page shows them: one's own, and those of others."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bureau.model import Case, ContactAnswer, ContactEnquiry
from bureau.operations import _contacts, _notices, _related
from bureau.operations._notices import Contact
from bureau.operations._related import Mark
from bureau.rules.contacts import (
    ContactGround,
    ContactPurpose,
    contact_grounds,
    contact_purposes,
)
from bureau.rules.dates import civil_date
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

Party = tuple[UUID, str, EntityKind]


@dataclass(frozen=True, slots=True)
class Asked:
    """One's own question; `partners` are those who agreed, empty for a no as for no hit."""

    id: UUID
    version: int
    entity_id: UUID
    label: str
    kind: EntityKind
    ground: ContactGround
    purpose: ContactPurpose
    necessity: str
    asked_on: date
    until_on: date
    ended_on: date | None
    ended_reason: str
    runs: bool
    partners: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A question of somebody unknown about a party of this case, and one's own answer to it.

    `version` is that of the answer, 0 before there is one; `asker` is known once one agreed.
    """

    enquiry_id: UUID
    version: int
    entity_id: UUID
    label: str
    kind: EntityKind
    ground: ContactGround
    purpose: ContactPurpose
    until_on: date
    agreed: bool | None
    answered_on: date | None
    runs: bool
    asker: Contact | None


@dataclass(frozen=True, slots=True)
class Contacts:
    """All that the handler of a case may know of contact with owners of others."""

    asked: tuple[Asked, ...]
    told: tuple[Told, ...]
    parties: tuple[tuple[UUID, str], ...]
    grounds: tuple[ContactGround, ...]
    purposes: tuple[ContactPurpose, ...]

    @property
    def shown(self) -> int:
        """How many people of the other side are named."""
        return sum(len(row.partners) for row in self.asked) + sum(
            row.asker is not None for row in self.told
        )


def waiting(work: Work, cases: Iterable[Case]) -> Iterator[tuple[UUID, bool, date]]:
    """What waits for a handler: a case, whether somebody asks or agreed, and until when."""
    known = list(cases)
    for each in _contacts.questions(work, known):
        if each.answer is None:
            yield each.mark.case_id, True, each.enquiry.until_on
    mine = [case.id for case in known if _notices.handles(work, case)]
    query = select(ContactEnquiry).where(
        ContactEnquiry.case_id.in_(mine), ContactEnquiry.ended_on.is_(None)
    )
    rows = work.session.scalars(query.order_by(ContactEnquiry.until_on)).all() if mine else []
    agreed = _contacts.partners(work, rows)
    yield from ((row.case_id, False, row.until_on) for row in rows if row.id in agreed)


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One question in the sharing register of its case, `ours` or of somebody else."""

    label: str
    ours: bool
    ground: ContactGround
    purpose: ContactPurpose
    on: date | None
    runs: bool
    met: bool


def lines(work: Work, case: Case) -> tuple[ContactLine, ...] | None:
    """What the register of a case tells its handler of contact; None for anybody else."""
    if not _notices.handles(work, case):
        return None
    asked = asked_lines(work, enquiries(work, case))
    return (
        *(_line(row, row.asked_on, ours=True, met=bool(row.partners)) for row in asked),
        *(
            _line(row, row.answered_on, ours=False, met=row.asker is not None)
            for row in told_lines(work, case)
        ),
    )


def _line(row: Asked | Told, on: date | None, *, ours: bool, met: bool) -> ContactLine:
    return ContactLine(row.label, ours, row.ground, row.purpose, on, row.runs, met)


def enquiries(work: Work, case: Case) -> list[ContactEnquiry]:
    """What was asked from this case, newest first."""
    query = select(ContactEnquiry).where(ContactEnquiry.case_id == case.id)
    order = (ContactEnquiry.asked_on.desc(), ContactEnquiry.id)
    loaded = query.options(joinedload(ContactEnquiry.entity)).order_by(*order)
    return list(work.session.scalars(loaded))


def asked_lines(work: Work, rows: Collection[ContactEnquiry]) -> tuple[Asked, ...]:
    """One's own questions, newest first."""
    partners = _contacts.partners(work, rows)
    return tuple(
        Asked(
            id=row.id,
            version=row.version,
            entity_id=row.entity_id,
            label=row.entity.label,
            kind=row.entity.kind,
            ground=contact_grounds().row(row.ground, row.asked_on),
            purpose=contact_purposes().row(row.purpose, row.asked_on),
            necessity=row.necessity,
            asked_on=row.asked_on,
            until_on=row.until_on,
            ended_on=row.ended_on,
            ended_reason=row.ended_reason,
            runs=_contacts.runs(work, row),
            partners=tuple(partners.get(row.id, ())),
        )
        for row in rows
    )


def told_lines(work: Work, case: Case) -> tuple[Told, ...]:
    """What is asked of this case now, and what was answered before."""
    running = _contacts.questions(work, [case])
    there = {each.enquiry.id for each in running}
    now = (_told(one.enquiry, one.answer, _of(one.mark), runs=True) for one in running)
    return (*now, *_before(work, case, there))


def _of(mark: Mark) -> Party:
    return mark.entity_id, mark.label, mark.kind


def _told(row: ContactEnquiry, answer: ContactAnswer | None, party: Party, *, runs: bool) -> Told:
    agreed = answer.agreed if answer else None
    return Told(
        row.id,
        answer.version if answer else 0,
        *party,
        ground=contact_grounds().row(row.ground, row.asked_on),
        purpose=contact_purposes().row(row.purpose, row.asked_on),
        until_on=row.until_on,
        agreed=agreed,
        answered_on=civil_date(answer.answered_at) if answer else None,
        runs=runs,
        asker=_contacts.contact(row.asked_by) if agreed and runs else None,
    )


def _before(work: Work, case: Case, there: Collection[UUID]) -> Iterable[Told]:
    query = select(ContactAnswer).where(ContactAnswer.case_id == case.id)
    for answer in work.session.scalars(query.order_by(ContactAnswer.answered_at.desc())):
        row = work.session.get(ContactEnquiry, answer.enquiry)
        if row is not None and row.id not in there:
            party = answer.entity
            yield _told(row, answer, (party.id, party.label, party.kind), runs=False)


def askable(work: Work, case: Case, rows: Iterable[ContactEnquiry]) -> tuple[tuple[UUID, str], ...]:
    """The parties with a number to compare, about whom no question runs."""
    busy = {row.entity_id for row in rows if _contacts.runs(work, row)}
    marks = _related.marks(work.session, (case.id,), work.today)
    found = {mark.entity_id: mark.label for mark in marks if mark.entity_id not in busy}
    return tuple(found.items())
