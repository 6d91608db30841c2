"""What must I do now, and what is about to end: over all cases one may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import or_, union_all

from bureau.model import (
    Case,
    CorrectionPlace,
    Decision,
    PersonRequest,
)
from bureau.operations import (
    _alert_tasks,
    _breach_tasks,
    _clocks,
    _keeping_tasks,
    _lease_tasks,
    _notices,
    _role_tasks,
    _rows,
    _sharing_tasks,
    _task_counts,
)
from bureau.operations._clock import CaseClock
from bureau.operations._rows import Rows
from bureau.operations._task_counts import TaskKind
from bureau.policy import Permission
from bureau.rules.deadlines import limit
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Language
from bureau.work import Work

CLOSED = "ST199"

__all__ = ["Task", "TaskKind", "upcoming", "waiting"]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in one case; `count` says how many of it, `due` until when.

    `about` and `number` name the condition to check.
    """

    kind: TaskKind
    case_id: UUID
    reference: str
    title: str
    due: date | None
    days_left: int | None
    count: int = 1
    clock: CaseClock | None = None
    about: str = ""
    number: int | None = None

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The task as plain values in one language."""
        return {
            "kind": self.kind.value,
            "case": self.reference,
            "title": self.title,
            "due": self.due.isoformat() if self.due else None,
            "days_left": self.days_left,
            "count": self.count,
            "clock": self.clock.plain(language) if self.clock else None,
        }


def upcoming(work: Work) -> tuple[Task, ...]:
    """Clocks that run and tasks that wait for this person, the most pressing first.

    Depends on the roles of the person and the cases of which the person is a member.
    """
    work.require(Permission.WORK_READ)
    going = or_(Case.state != CLOSED, Case.kind == CaseKind.PARTNERSHIP)
    query = work.visible(Permission.CASE_READ, Case).where(going)
    kept = _rows.rows_of_all(work.session, query, _rows.TASKS)
    still = [rows for rows in kept if rows.case.state != CLOSED]
    found = [task for rows in still for task in (*_running(rows, work), *_waiting(rows, work))]
    # Who received something of a closed partnership case still owes its feedback (WGS 1.7(4)).
    found += _notified(work, kept)
    found += _kept(work)
    work.record(EventKind.WORK_LISTED, "task:*", shown=len(found))
    return _pressing(found)


def _kept(work: Work) -> Iterator[Task]:
    found: Iterator[_keeping_tasks.KeepingDuty | _alert_tasks.AlertDuty]
    found = chain(_keeping_tasks.duties(work), _alert_tasks.duties(work))
    duties = ((duty.kind, duty.case_id, duty.reference, duty.due) for duty in found)
    asked = union_all(_lease_tasks.asked(work), _breach_tasks.asked(work))
    for kind, case_id, reference, due in chain(duties, work.session.execute(asked)):
        last = due or work.today
        left = (last - work.today).days
        yield Task(TaskKind(kind), case_id, reference, reference, last, left)


def waiting(work: Work, case_id: UUID) -> tuple[Task, ...]:
    """What waits for this person in one case, the most pressing first."""
    case = work.case(case_id, Permission.CASE_READ)
    if not work.may(Permission.WORK_READ) or case.state == CLOSED:
        return ()
    rows = _rows.rows(work.session, case, _rows.TASKS)
    work.record(EventKind.CASE_READ, case, part="tasks")
    return _pressing((*_waiting(rows, work), *_notified(work, [rows])))


def _notified(work: Work, kept: list[Rows]) -> Iterator[Task]:
    told = _notices.waiting(work, [rows.case for rows in kept])
    for rows in kept:
        if count := told[rows.case.id]:
            yield _task(rows, TaskKind.READ_NOTICE, None, work.today, count)
    known = {rows.case.id: rows for rows in kept}
    for duty in _sharing_tasks.duties(work, [rows.case for rows in kept]):
        yield _task(known[duty.case_id], duty.kind, duty.due, work.today, duty.count)
    for case_id, kind, count in _role_tasks.duties(work, [rows.case for rows in kept]):
        yield _task(known[case_id], kind, None, work.today, count)


def _pressing(found: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(sorted(found, key=lambda task: (task.due or date.max, task.reference, task.kind)))


def _task(rows: Rows, kind: TaskKind, due: date | None, today: date, count: int = 1) -> Task:
    case = rows.case
    left = (due - today).days if due else None
    return Task(kind, case.id, case.reference, case.title, due, left, count)


def _running(rows: Rows, work: Work) -> Iterator[Task]:
    alarm = work.today + timedelta(days=limit("ADVICE-ALARM", work.today).value)
    for clock in _clocks.clocks(rows, work.today):
        if clock.open and not (clock.term == "DL16" and clock.due > alarm):
            case = rows.case
            yield Task(
                kind=TaskKind.CLOCK,
                case_id=case.id,
                reference=case.reference,
                title=case.title,
                due=clock.due,
                days_left=clock.days_left,
                clock=clock,
            )


def _waiting(rows: Rows, work: Work) -> Iterator[Task]:
    case = rows.case
    clocks = _clocks.clocks(rows, work.today)
    due = clocks[0].due if clocks and clocks[0].open else None
    counted: list[tuple[TaskKind, int]] = []
    if work.may(Permission.CASE_EDIT, case):
        counted += _task_counts.officer(rows, work)
    if work.may(Permission.SCREENING_SIGN, case):
        counted += _task_counts.reviewer(rows, work)
    if work.may(Permission.SCREENING_DECIDE, case):
        counted += _task_counts.mayor(rows)
    counted.append((TaskKind.READ_ADVICE, _task_counts.unread(rows, work)))
    yield from (_task(rows, kind, due, work.today, count) for kind, count in counted if count)
    if work.may(Permission.CASE_EDIT, case):
        yield from _conditions(rows, work)
        yield from _rights(rows, work)


def _rights(rows: Rows, work: Work) -> Iterator[Task]:
    """Requests of persons to answer in time, and places that a correction has to reach."""
    request: PersonRequest
    for request in rows.all(PersonRequest):
        if request.answered_on is None:
            yield _task(rows, TaskKind.ANSWER_REQUEST, request.due_on, work.today)
    if left := sum(row.done_on is None for row in rows.all(CorrectionPlace)):
        yield _task(rows, TaskKind.FOLLOW_CORRECTION, None, work.today, left)


def _conditions(rows: Rows, work: Work) -> Iterator[Task]:
    decisions: list[Decision] = rows.all(Decision)
    for condition in (one for each in decisions for one in each.conditions if one.status == "open"):
        task = _task(rows, TaskKind.CHECK_CONDITION, condition.check_on, work.today)
        yield replace(task, about=condition.text, number=condition.number)
