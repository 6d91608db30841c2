"""What people do with intervention plans: open, prepare, start, stop and evaluate them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Intervention, OutcomeSeries, Worksheet
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._plan_found import found, problem_of, sheets_of
from bureau.operations._without_persons import insist_without_persons
from bureau.policy import Permission
from bureau.rules import plans as law
from bureau.rules.barriers import barriers as barrier_rows
from bureau.rules.events import EventKind
from bureau.rules.plans import PlanRequirement, PlanState
from bureau.rules.vocabulary import CaseKind
from bureau.rules.worksheets import Sheet
from bureau.work import Work

__all__ = [
    "OutcomeSeries",
    "PlanView",
    "PlansView",
    "list_plans",
    "open_plan",
    "prepare_plan",
    "read_plan",
    "step_plan",
]


@dataclass(frozen=True, slots=True)
class PlansView:
    """The problem that the partners of a case share, their plans, and what they learned."""

    problem: Worksheet | None
    plans: tuple[Intervention, ...]
    lessons: tuple[Worksheet, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan, the problem it answers, and what it still needs for its next steps."""

    plan: Intervention
    problem: Worksheet | None
    lacking: dict[str, tuple[PlanRequirement, ...]]

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that can be taken from where it stands, once nothing is lacking."""
        return tuple(name for name, step in law.STEPS.items() if self.plan.state in step.source)

    def sheets(self, kind: str) -> tuple[Worksheet, ...]:
        """The sheets of one kind, oldest first."""
        return tuple(each for each in self.plan.sheets if each.kind == kind)


def list_plans(work: Work, case_id: UUID) -> PlansView:
    """The shared problem, the plans and the lesson cards of a case."""
    case = work.case(case_id, Permission.PLAN_READ)
    plans = select(Intervention).where(Intervention.case_id == case.id).order_by(Intervention.at)
    view = PlansView(
        problem_of(work, case),
        tuple(work.session.scalars(plans)),
        sheets_of(work, case, Sheet.LESSON),
    )
    work.record(EventKind.PLAN_LISTED, case, shown=len(view.plans))
    return view


def read_plan(work: Work, case_id: UUID, plan_id: UUID) -> PlanView:
    """One plan with everything in it."""
    case = work.case(case_id, Permission.PLAN_READ)
    plan = work.within(Intervention, plan_id, case)
    problem = problem_of(work, case)
    there = found(work, plan, problem)
    stages = {step.stage for step in law.STEPS.values() if plan.state in step.source}
    work.record(EventKind.PLAN_READ, plan)
    lacking = {stage: law.lacking(stage, there, work.today) for stage in stages if stage}
    return PlanView(plan, problem, lacking)


def open_plan(work: Work, case_id: UUID, title: str) -> Intervention:
    """A new plan of a partnership case, as a draft."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    if case.kind is not CaseKind.PARTNERSHIP:
        raise NotAllowed(
            "Partners plan in a partnership case.",
            where={"field": "case"},
            hint="A screening ends in a decision; plan measures with partners in their case.",
        )
    insist_without_persons(work, case, {"title": title})
    plan = Intervention(
        case_id=case.id,
        title=said(title, "title", 200),
        state=PlanState.DRAFT,
        barriers=[],
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(plan)
    work.record(EventKind.PLAN_OPENED, plan)
    return plan


def prepare_plan(
    work: Work,
    case_id: UUID,
    plan_id: UUID,
    version: int,
    *,
    barriers: tuple[str, ...],
    evaluator: str,
    evaluate_on: date | None,
    comparison: str,
) -> Intervention:
    """Which barriers a plan raises, who evaluates it when, and against which comparison area."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    plan = work.within(Intervention, plan_id, case)
    new = {"evaluator": evaluator, "evaluate_on": evaluate_on, "comparison": comparison}
    work.expect(plan, version, new)
    _insist_going(plan)
    plan.barriers = [
        one_of(code, "barrier", barrier_rows().codes()) for code in dict.fromkeys(barriers)
    ]
    plan.evaluator = fitting(evaluator, "evaluator", 200)
    plan.evaluate_on, plan.comparison = evaluate_on, fitting(comparison, "comparison")
    work.record(EventKind.PLAN_CHANGED, plan, barriers=plan.barriers)
    return plan


def step_plan(
    work: Work, case_id: UUID, plan_id: UUID, version: int, step: str, reason: str
) -> Intervention:
    """Start, stop or close a plan; refused, naming all that is missing, until it may.

    It is not started while the victim track holds the case.
    """
    case = work.case(case_id, Permission.PLAN_EDIT)
    plan = work.within(Intervention, plan_id, case)
    work.expect(plan, version, {"state": step})
    there = found(work, plan, problem_of(work, case))
    plan.state = law.step_plan(plan.state, step, there, work.today)
    plan.reason = said(reason, "reason")
    if plan.state is PlanState.RUNNING:
        work.insist_unheld(case)
        plan.started_on = work.today
    plan.ended_on = None if plan.state is PlanState.RUNNING else plan.ended_on or work.today
    work.record(EventKind.PLAN_STEPPED, plan, state=plan.state, reason=plan.reason)
    return plan


def _insist_going(plan: Intervention) -> None:
    if plan.state is PlanState.EVALUATED:
        raise NotAllowed(
            "The plan is evaluated and stands as it is.",
            where={"state": plan.state},
            hint="Open a new plan.",
        )
