"""Round trips that a person had looked for and that nobody refuted, for the indicators."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Case, Hit, Payment, Run
from bureau.rules.indicator_facts import RoundTrip
from bureau.rules.vocabulary import LeadJudgement

PATTERN, EURO, FEWEST = "UB-03", "EUR", 2


def found(session: Session, case: Case) -> tuple[RoundTrip, ...] | None:
    """What left and came back in euro, out of the leads; None where nobody looked for it."""
    ran = select(Run.id).where(Run.case_id == case.id, Run.pattern == PATTERN).limit(1)
    if session.scalar(ran) is None:
        return None
    query = select(Hit).where(
        Hit.case_id == case.id, Hit.pattern == PATTERN, Hit.status != LeadJudgement.REFUTED
    )
    trips = (_trip(session, case, hit) for hit in session.scalars(query.order_by(Hit.number)))
    return tuple(trip for trip in trips if trip is not None)


def _trip(session: Session, case: Case, hit: Hit) -> RoundTrip | None:
    ids = [UUID(text.rpartition(":")[2]) for text in hit.evidence]
    query = select(Payment).where(Payment.case_id == case.id, Payment.id.in_(ids))
    paid = {payment.id: payment for payment in session.scalars(query)}
    steps = [paid[each] for each in ids if each in paid]
    if len(steps) < FEWEST or any(step.currency != EURO for step in steps):
        return None
    first, last = steps[0], steps[-1]
    days = (last.paid_on - first.paid_on).days
    return RoundTrip(first.amount_minor, last.amount_minor, days)
