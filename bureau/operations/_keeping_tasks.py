"""What retention asks: a partnership case whose last day comes near, and a plan to approve."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, DestructionPlan
from bureau.operations import _joint_retention
from bureau.operations._keeping_lines import AHEAD
from bureau.operations._task_counts import TaskKind
from bureau.policy import Permission
from bureau.rules.dates import civil_date
from bureau.rules.house_terms import house_terms
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class KeepingDuty:
    """A file to destroy or to read before it is destroyed, by its reference only."""

    kind: TaskKind
    case_id: UUID
    reference: str
    due: date


def duties(work: Work) -> Iterator[KeepingDuty]:
    """What waits for this person; also of a case that is over and stands in no list."""
    ahead = work.today + timedelta(days=house_terms().row(AHEAD, work.today).days)
    for line in _joint_retention.lines(
        work, Permission.RETENTION_PLAN, by=ahead + timedelta(days=1)
    ):
        if line.near(work.today):
            yield KeepingDuty(TaskKind.DESTROY, line.case_id, line.reference, line.kept.destroy_on)
    for case, day in _to_approve(work):
        yield KeepingDuty(TaskKind.APPROVE_DESTRUCTION, case.id, case.reference, day)


def _to_approve(work: Work) -> Iterator[tuple[Case, date]]:
    """The partnership cases in plans of somebody else that nobody answered, and since when."""
    plans = select(DestructionPlan).where(
        DestructionPlan.organisation_id == work.actor.organisation_id,
        DestructionPlan.state == WAITING,
        DestructionPlan.made_by_id != work.actor.id,
    )
    asked = {
        UUID(line["id"]): civil_date(plan.made_at)
        for plan in work.session.scalars(plans)
        for line in plan.content["lines"]
    }
    mine = work.visible(Permission.RETENTION_APPROVE, Case).where(
        Case.id.in_(asked), Case.kind == CaseKind.PARTNERSHIP
    )
    for case in work.session.scalars(mine).unique() if asked else ():
        yield case, asked[case.id]
