"""What an emergency asks: its owner reads who looked, an auditor reviews it in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, FileLease, Membership
from bureau.operations._task_counts import TaskKind
from bureau.policy import Permission
from bureau.work import Work

HANDLER = "handler"


@dataclass(frozen=True, slots=True)
class GlassDuty:
    """An emergency that nobody reviewed yet, by the reference of the file."""

    kind: TaskKind
    case_id: UUID
    reference: str
    due: date


def duties(work: Work) -> Iterator[GlassDuty]:
    """What emergencies ask of this person: as a handler of the file, and as an auditor."""
    query = (
        select(FileLease.case_id, Case.reference, FileLease.due_on)
        .join(Case, Case.id == FileLease.case_id)
        .where(FileLease.urgent, FileLease.from_at.is_not(None), FileLease.reviewed_at.is_(None))
        .order_by(FileLease.due_on, FileLease.id)
    )
    kind = TaskKind.REVIEW_GLASS
    if not work.may(Permission.TRAIL_KEEP):
        kind = TaskKind.READ_GLASS
        query = query.join(Membership, Membership.case_id == Case.id).where(
            Membership.user_id == work.actor.id, Membership.capacity == HANDLER
        )
    for case_id, reference, due in work.session.execute(query):
        yield GlassDuty(kind, case_id, reference, due or work.today)
