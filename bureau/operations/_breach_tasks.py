"""What a dossier that went astray asks: to notify the breach in time, or to say why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import DossierNotice, Membership
from bureau.operations._lease_tasks import HANDLER
from bureau.operations._task_counts import TaskKind
from bureau.rules.notices import NoticeKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class BreachDuty:
    """A recall of a dossier that went astray, by the reference of the file."""

    kind: TaskKind
    case_id: UUID
    reference: str
    due: date


def duties(work: Work) -> Iterator[BreachDuty]:
    """What recalls ask of a handler of their files (AVG 33)."""
    query = (
        select(DossierNotice)
        .join(Membership, Membership.case_id == DossierNotice.case_id)
        .where(Membership.user_id == work.actor.id, Membership.capacity == HANDLER)
        .where(DossierNotice.kind == NoticeKind.RECALL, DossierNotice.breach == "")
        .order_by(DossierNotice.asked_at, DossierNotice.id)
    )
    for row in work.session.scalars(query).unique():
        if row.breach_due:
            yield BreachDuty(
                TaskKind.REPORT_BREACH, row.case_id, row.case.reference, row.breach_due
            )
