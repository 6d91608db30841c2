"""Hit/no-hit contact between owners of cases on the same person, without revealing either.

The asker hears the same in every case; owners who may know hear that somebody asks; who asks and
who answers is seen by either only once both agreed (WGS 1.7(8); BGS 1.10(1)(a)).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case, ContactAnswer, ContactEnquiry, ContactMark, Entity, Person
from bureau.model.base import new_id
from bureau.operations import _contacts, _notices, _related, _tokens
from bureau.operations._checks import not_before, one_of, said
from bureau.operations._contact_view import (
    Asked,
    Contacts,
    askable,
    asked_lines,
    enquiries,
    told_lines,
)
from bureau.policy import Permission
from bureau.rules import house_terms
from bureau.rules.contacts import contact_grounds, contact_purposes
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["Asked", "Contacts"]

TERM = "contact_enquiry"
BASIS = "WGS 1.7(8); BGS 1.10(1)(a)"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as it is asked: about whom, on what, what for; `agreed` to be named in return."""

    entity_id: UUID
    ground: str
    purpose: str
    necessity: str
    agreed: bool
    until_on: date | None = None


def list_contacts(work: Work, case_id: UUID) -> Contacts:
    """What was asked from this case and what others ask of it, for its handler only."""
    case = _own(work, case_id)
    rows = enquiries(work, case)
    found = Contacts(
        asked=asked_lines(work, rows),
        told=told_lines(work, case),
        parties=askable(work, case, rows),
        grounds=tuple(row for row in contact_grounds().on(work.today) if case.kind in row.kinds),
        purposes=contact_purposes().on(work.today),
    )
    work.record(EventKind.CASE_READ, case, part="contacts", shown=found.shown)
    return found


def ask_contact(work: Work, case_id: UUID, wanted: Wanted) -> ContactEnquiry:
    """Let the owners of other cases on this person be asked; what is done is always the same.

    Only numbers of registers are compared, by keyed digests. Raises Invalid for what is missing,
    NotAllowed for a protected person or a case that is held.
    """
    case = _own(work, case_id)
    _insist_free(work, case)
    entity = work.within(Entity, wanted.entity_id, case)
    marks = _insist_marked(work, case, entity)
    _insist_once(work, entity)
    row = _entered(work, case, entity, wanted)
    row.marks = [ContactMark(case_id=case.id, digest=digest) for digest in marks]
    work.session.add(row)
    work.record(EventKind.CONTACT_ASKED, row, ground=row.ground, purpose=row.purpose)
    return row


def answer_contact(
    work: Work, case_id: UUID, enquiry_id: UUID, version: int, *, agreed: bool
) -> ContactAnswer:
    """Agree to contact with whoever asks, or not; it can be changed as long as the question runs.

    Raises NotFound for anything that is not asked of the actor.
    """
    case = _own(work, case_id)
    running = _contacts.questions(work, [case])
    found = next((each for each in running if each.enquiry.id == enquiry_id), None)
    if found is None:
        raise NotFound("There is nothing here that you may see.")
    row = found.answer
    if row is None:
        row = ContactAnswer(id=new_id(), case_id=case.id, enquiry=enquiry_id)
        row.entity_id = found.mark.entity_id
        work.session.add(row)
    else:
        work.expect(row, version, {"agreed": agreed})
    row.agreed, row.by_id, row.answered_at = agreed, work.actor.id, work.now
    work.record(EventKind.CONTACT_ANSWERED, row, agreed=agreed)
    return row


def end_contact(
    work: Work, case_id: UUID, enquiry_id: UUID, version: int, reason: str
) -> ContactEnquiry:
    """End one's own question because its purpose has ended; both sides lose sight of the other."""
    case = _own(work, case_id)
    row = work.within(ContactEnquiry, enquiry_id, case)
    work.expect(row, version, {})
    if row.ended_on is not None:
        raise NotAllowed(
            "This question was ended already.",
            where={"guard": "contact_open", "basis": "AVG 5(1)(b), (e)"},
            hint="Ask anew where there is a new purpose.",
        )
    row.ended_on, row.ended_reason = work.today, said(reason, "reason")
    work.record(EventKind.CONTACT_ENDED, row)
    return row


def _own(work: Work, case_id: UUID) -> Case:
    """A running case that the actor handles; for anybody else there is nothing here."""
    case = work.case(case_id, Permission.CASE_EDIT)
    if not _notices.handles(work, case):
        raise NotFound("There is nothing here that you may see.")
    return case


def _insist_free(work: Work, case: Case) -> None:
    held = [row.until for row in _tokens.holds_of(work, case) if row.stands(work.today)]
    if held:
        raise NotAllowed(
            "This case is on hold until {until}: nobody is asked about its people.",
            where={"guard": "hold", "basis": "Richtlijn 2011/36/EU 8, 11"},
            hint="Wait until that day, or until the hold is released.",
            until=max(day for day in held if day).isoformat(),
        )


def _insist_marked(work: Work, case: Case, entity: Entity) -> tuple[str, ...]:
    """The digests of the numbers of this party; raises where there is nothing to compare."""
    if isinstance(entity, Person) and entity.protected:
        raise NotAllowed(
            "A protected person is never asked about.",
            where={"field": "entity_id", "guard": "protected", "basis": "AVG 5(1)(f), 25"},
            hint="Leave contact about this person to who keeps them safe.",
        )
    found = _related.marks(work.session, (case.id,), work.today, (entity.id,))
    if not found:
        raise Invalid(
            "{name} has no number of a register: a name alone is never compared.",
            where={"field": "entity_id", "basis": BASIS},
            hint="Record a BSN, KVK number, RSIN or establishment number with its source first.",
            name=entity.label,
        )
    return tuple(sorted({mark.digest for mark in found}))


def _insist_once(work: Work, entity: Entity) -> None:
    query = select(ContactEnquiry).where(ContactEnquiry.entity_id == entity.id)
    if any(_contacts.runs(work, row) for row in work.session.scalars(query)):
        raise NotAllowed(
            "A question about {name} runs already.",
            where={"field": "entity_id", "guard": "contact_once", "basis": "AVG 5(1)(c)"},
            hint="Wait for its end, or end it and ask anew.",
            name=entity.label,
        )


def _entered(work: Work, case: Case, entity: Entity, wanted: Wanted) -> ContactEnquiry:
    rows = contact_grounds().on(work.today)
    grounds = tuple(row.code for row in rows if case.kind in row.kinds)
    last = house_terms.last_day(TERM, work.today)
    if not wanted.agreed:
        raise Invalid(
            "Contact needs two who agree: you are named to whoever answers with yes.",
            where={"field": "agreed", "basis": BASIS},
            hint="Tick that you may be named, or do not ask.",
        )
    until = not_before(wanted.until_on or last, "until_on", work.today)
    if until > last:
        raise Invalid(
            "A question runs until {last} at most.",
            where={"field": "until_on", "basis": "AVG 5(1)(e)"},
            hint="Give an earlier day; ask anew when it is still necessary then.",
            last=last.isoformat(),
        )
    return ContactEnquiry(
        id=new_id(),
        case_id=case.id,
        entity_id=entity.id,
        ground=one_of(wanted.ground, "ground", grounds),
        purpose=one_of(wanted.purpose, "purpose", contact_purposes().codes()),
        necessity=said(wanted.necessity, "necessity"),
        asked_on=work.today,
        asked_by_id=work.actor.id,
        until_on=until,
    )
