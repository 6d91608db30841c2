"""What alerts about looks ask of a reviewer, by the rule and no name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import LookAlert
from bureau.operations import _alert_rows, _alert_view, _pressing
from bureau.operations._task_counts import TaskKind
from bureau.policy import Permission
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class AlertDuty:
    """Alerts of one rule that wait for this reviewer; `case_id` is the first alert itself."""

    kind: TaskKind
    case_id: UUID
    reference: str
    due: date


def duties(work: Work) -> Iterator[AlertDuty]:
    """What waits for the answer of this person."""
    if not work.may(Permission.WATCH_REVIEW):
        return
    _pressing.raise_at_once(work, _alert_rows.last_run(work))
    query = select(LookAlert).where(_alert_rows.reviewed_by(work), LookAlert.closed_at.is_(None))
    rules: dict[str, AlertDuty] = {}
    for row in work.session.scalars(query.order_by(LookAlert.raised_at, LookAlert.id)):
        if all(each.by_id != work.actor.id for each in row.answers):
            day = _alert_view.due(row)
            rules.setdefault(row.rule, AlertDuty(TaskKind.REVIEW_ALERT, row.id, row.rule, day))
    yield from rules.values()
