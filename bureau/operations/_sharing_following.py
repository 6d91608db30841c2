"""A correction follows the fact: who received it is told, until it says what was done (AVG 19)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, Correction, DisclosedFact, Disclosure, RecipientNotice
from bureau.rules import house_terms
from bureau.rules.events import EventKind
from bureau.work import Work

CORRECTION = "correction"


def was_shared(work: Work, case: Case, subject_id: UUID) -> bool:
    """Whether a fact went to somebody: what is changed of it then follows to them."""
    query = select(DisclosedFact.id).where(
        DisclosedFact.case_id == case.id, DisclosedFact.subject_id == subject_id
    )
    return work.session.scalar(query.limit(1)) is not None


def follow(work: Work, case: Case, correction: Correction) -> tuple[RecipientNotice, ...]:
    """A notice to every recipient whose disclosure held the corrected fact (BGS 1.7; AVG 19)."""
    query = (
        select(Disclosure)
        .join(DisclosedFact, DisclosedFact.disclosure_id == Disclosure.id)
        .where(Disclosure.case_id == case.id, DisclosedFact.subject_id == correction.subject_id)
        .order_by(Disclosure.number)
    )
    made = tuple(_notice(work, row, correction) for row in work.session.scalars(query).unique())
    for notice in made:
        work.session.add(notice)
        work.record(EventKind.RECIPIENT_TOLD, notice, notice=CORRECTION)
    return made


@dataclass(frozen=True, slots=True)
class Told:
    """A disclosure that gave a corrected fact away, and the notice that follows it."""

    disclosure_id: UUID
    number: int
    recipient: str
    given_on: date
    due_on: date
    answered_on: date | None
    answer: str


def told(work: Work, case: Case) -> dict[UUID, tuple[Told, ...]]:
    """By correction, what went out before it; others than who kept the case see their own."""
    query = (
        select(RecipientNotice, Disclosure)
        .join(Disclosure, Disclosure.id == RecipientNotice.disclosure_id)
        .where(RecipientNotice.case_id == case.id, RecipientNotice.correction_id.is_not(None))
        .order_by(Disclosure.number)
    )
    found: dict[UUID, tuple[Told, ...]] = {}
    for notice, row in work.session.execute(query).unique():
        if work.actor.organisation_id in (row.from_id, row.to_id, case.organisation_id):
            key = notice.correction_id or row.id
            line = Told(
                row.id,
                row.number,
                row.receiver.name,
                row.given_on,
                notice.due_on,
                notice.answered_on,
                notice.answer,
            )
            found[key] = (*found.get(key, ()), line)
    return found


def _notice(work: Work, row: Disclosure, correction: Correction) -> RecipientNotice:
    return RecipientNotice(
        case_id=row.case_id,
        disclosure_id=row.id,
        correction_id=correction.id,
        kind=CORRECTION,
        says=f"{correction.before} → {correction.after}. {correction.reason}",
        sent_at=work.now,
        due_on=house_terms.last_day("sharing_notice", work.today),
    )
