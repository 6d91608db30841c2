"""What the sharing register asks of its parties: answers, feedback, confirmations and reviews."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, case, select

from bureau.model import Case, Disclosure, RecipientNotice, SharingRequest
from bureau.operations import _contact_view
from bureau.operations._task_counts import TaskKind
from bureau.policy import Permission
from bureau.rules.house_terms import house_terms
from bureau.rules.requests import Answer
from bureau.rules.tables import Texts
from bureau.standing import CLOSED
from bureau.work import Work

# The term of the house behind each duty, which gives it its name in a calendar.
TERMS = {
    TaskKind.ANSWER_SHARING: "sharing_answer",
    TaskKind.CONFIRM_NOTICE: "sharing_notice",
    TaskKind.GIVE_FEEDBACK: "sharing_feedback",
    TaskKind.REVIEW_SHARING: "sharing_review",
    TaskKind.ANSWER_CONTACT: "contact_enquiry",
    TaskKind.HOLD_CONTACT: "contact_enquiry",
}
AHEAD = "sharing_ahead"
GOING = (TaskKind.ANSWER_SHARING, TaskKind.REVIEW_SHARING)  # nothing goes out of a closed case


@dataclass(frozen=True, slots=True)
class Duty:
    """Something of one kind that waits in a case: until when the first, and how many."""

    kind: TaskKind
    case_id: UUID
    due: date
    count: int


def duties(work: Work, cases: Iterable[Case]) -> Iterator[Duty]:
    """What waits for the own organisation in these cases, by case and kind."""
    known = list(cases)
    mine = [each.id for each in known if work.may(Permission.DISCLOSURE_MAKE, each)]
    closed = {each.id for each in known if each.state == CLOSED}
    found: dict[tuple[UUID, TaskKind], list[date]] = {}
    for case_id, kind, due in _waiting(work, mine) if mine else ():
        if case_id not in closed or kind not in GOING:
            found.setdefault((case_id, kind), []).append(due)
    for case_id, asked, until in _contact_view.waiting(work, known):
        kind = TaskKind.ANSWER_CONTACT if asked else TaskKind.HOLD_CONTACT
        found.setdefault((case_id, kind), []).append(until)
    for (case_id, kind), days in found.items():
        yield Duty(kind, case_id, min(days), len(days))


def name(kind: TaskKind, on: date) -> Texts | None:
    """What a duty is called in a calendar; None for a task that is none."""
    return house_terms().row(TERMS[kind], on).name if kind in TERMS else None


def _waiting(work: Work, mine: list[UUID]) -> Iterator[tuple[UUID, TaskKind, date]]:
    """Answers and confirmations at once, reviews and feedback as their day comes near."""
    own = work.actor.organisation_id
    near = work.today + timedelta(days=house_terms().row(AHEAD, work.today).days)
    asked, gone, told = SharingRequest, Disclosure, RecipientNotice
    open_requests = select(asked.case_id, asked.due_on).where(
        asked.case_id.in_(mine),
        asked.to_id == own,
        asked.answer.not_in((Answer.YES, Answer.NO)),
    )
    for case_id, due in work.session.execute(open_requests):
        yield case_id, TaskKind.ANSWER_SHARING, due
    unanswered = (
        select(told.case_id, told.due_on)
        .join(gone, gone.id == told.disclosure_id)
        .where(told.case_id.in_(mine), gone.to_id == own, told.answered_on.is_(None))
    )
    for case_id, due in work.session.execute(unanswered):
        yield case_id, TaskKind.CONFIRM_NOTICE, due
    ends = (gone.to_id == own, gone.feedback_due_on), (gone.from_id == own, gone.review_on)
    near_days = (case((and_(mine_to, day <= near), day)) for mine_to, day in ends)
    held = select(gone.case_id, *near_days).where(
        gone.case_id.in_(mine), gone.recalled_on.is_(None)
    )
    for case_id, *days in work.session.execute(held):
        kinds = (TaskKind.GIVE_FEEDBACK, TaskKind.REVIEW_SHARING)
        yield from ((case_id, kind, day) for kind, day in zip(kinds, days, strict=True) if day)
