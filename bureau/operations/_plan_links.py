"""From a barrier that an action works on to the plan that names it, and to its evaluation."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import Intervention, Worksheet
from bureau.rules.worksheets import Sheet
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A plan of a case, and the sheet of its evaluation once there is one."""

    id: UUID
    title: str
    evaluation: UUID | None


Links = dict[tuple[UUID, str], tuple[PlanLink, ...]]


def plans_at(work: Work, case_ids: Collection[UUID]) -> Links:
    """The plans for each barrier of these cases, the oldest first, by case and code."""
    if not case_ids:
        return {}
    query = select(Intervention).where(Intervention.case_id.in_(case_ids))
    plans = sorted(
        work.session.scalars(query), key=lambda plan: (plan.started_on or date.min, plan.id)
    )
    sheets = select(Worksheet.plan_id, Worksheet.id).where(
        Worksheet.case_id.in_(case_ids), Worksheet.kind == Sheet.EVALUATION
    )
    told = {row.plan_id: row.id for row in work.session.execute(sheets)} if plans else {}
    found: Links = {}
    for plan in plans:
        link = PlanLink(plan.id, plan.title, told.get(plan.id))
        for code in plan.barriers:
            found[plan.case_id, code] = (*found.get((plan.case_id, code), ()), link)
    return found
