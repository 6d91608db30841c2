"""A correction follows the fact: who received it is told, until it says what was done (AVG 19)."""

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
