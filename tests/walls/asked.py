"""What waits for a second person on each side: a decision; and a question that was taken back."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import ApprovalRequest
from bureau.operations import approvals, holds

ENDED = "approvals.ask_again"


def furnish(by, case_id: UUID) -> None:
    """Ask to lift the hold of a file, and take that back."""
    with by() as work:
        row = holds.ask_lifting(work, case_id, "It is not needed any more.")
        work.session.flush()
        approvals.withdraw(work, row.id, row.version)


def hand_over(session: Session, scopes: set[str], twins: dict[UUID, UUID], house: UUID) -> None:
    """What waits in these files was asked in the other town."""
    for row in session.scalars(select(ApprovalRequest).where(ApprovalRequest.scope.in_(scopes))):
        row.asked_by_id, row.organisation_id = twins[row.asked_by_id], house


def first(session: Session, endpoint: str, key: UUID) -> object | None:
    """The request of this file in the state that the address needs."""
    state = "withdrawn" if endpoint == ENDED else "waiting"
    query = select(ApprovalRequest.id).where(
        ApprovalRequest.scope == f"case:{key}", ApprovalRequest.state == state
    )
    return session.scalar(query)
