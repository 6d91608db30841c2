"""What an emergency asks: its owner reads who looked, an auditor reviews it in time."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, literal, select

from bureau.model import Case, FileLease, Membership
from bureau.operations._task_counts import TaskKind
from bureau.policy import Permission
from bureau.work import Work

HANDLER = "handler"


def asked(work: Work) -> Select[str, UUID, str, date | None]:
    """What emergencies ask of a handler of the file, and of an auditor.

    Each as kind, case, its reference and last day; none reviewed yet.
    """
    reviews = work.may(Permission.TRAIL_KEEP)
    kind = literal((TaskKind.REVIEW_GLASS if reviews else TaskKind.READ_GLASS).value)
    query = (
        select(kind, FileLease.case_id, Case.reference, FileLease.due_on)
        .join(Case, Case.id == FileLease.case_id)
        .where(FileLease.urgent, FileLease.from_at.is_not(None), FileLease.reviewed_at.is_(None))
    )
    if reviews:
        return query
    return query.join(Membership, Membership.case_id == Case.id).where(
        Membership.user_id == work.actor.id, Membership.capacity == HANDLER
    )
