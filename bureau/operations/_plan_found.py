"""How much of what a plan must have is there, by the code of the requirement."""

from datetime import date

from sqlalchemy import select

from bureau.model import Case, EnforcementMeasure, Intervention, OutcomeSeries, User, Worksheet
from bureau.operations._harm import owed
from bureau.rules.plans import SeriesPlace
from bureau.rules.worksheets import Sheet, open_questions
from bureau.work import Work


def found(work: Work, plan: Intervention, problem: Worksheet | None) -> dict[str, int]:
    """What is there for the start and for the evaluation, counted."""
    shared = [problem] if problem and _complete(problem, work.today) else []
    sheets = {kind: [each for each in plan.sheets if each.kind is kind] for kind in Sheet}
    options = [each for each in sheets[Sheet.OPTION] if _complete(each, work.today)]
    chosen = any(each.chosen for each in options)
    evaluation = [each for each in sheets[Sheet.EVALUATION] if _complete(each, work.today)]
    return {
        "problem_shared": len({one.organisation.kind for each in shared for one in _signers(each)}),
        "options_compared": len(options) if chosen else 0,
        "theory_complete": sum(_complete(each, work.today) for each in sheets[Sheet.THEORY]),
        "assumptions_testable": len(plan.assumptions),
        "barriers_named": len(plan.barriers),
        "evaluation_planned": int(_planned(plan)),
        "comparison_planned": int(bool(plan.comparison)),
        "evaluation_written": len(evaluation),
        "assessors": min(map(_bodies, evaluation), default=0),
        "assumptions_checked": int(all(row.holds for row in plan.assumptions)),
        "outcome_measured": int(all(_measured(row, plan) for row in plan.series)),
        "harm_asked": int(not any(owed(row, work.today) for row in _measures(work, plan))),
    }


def problem_of(work: Work, case: Case) -> Worksheet | None:
    """The problem statement of a case, if one was begun."""
    rows = sheets_of(work, case, Sheet.PROBLEM)
    return rows[-1] if rows else None


def sheets_of(work: Work, case: Case, kind: Sheet) -> tuple[Worksheet, ...]:
    """The sheets of one kind of a case, oldest first."""
    query = select(Worksheet).where(Worksheet.case_id == case.id, Worksheet.kind == kind)
    return tuple(work.session.scalars(query.order_by(Worksheet.at)))


def _complete(sheet: Worksheet, today: date) -> bool:
    return not open_questions(sheet.kind, sheet.told, today)


def _signers(sheet: Worksheet) -> list[User]:
    """Who signed the newest version."""
    return [v.by for v in sheet.voices if v.agrees and v.number == sheet.number]


def _bodies(sheet: Worksheet) -> int:
    """How many organisations signed the newest version."""
    return len({one.organisation_id for one in _signers(sheet)})


def _planned(plan: Intervention) -> bool:
    """Whether evaluation data are planned: by whom, when, and an outcome with its beginning."""
    begun = any(any(p.place is SeriesPlace.TARGET for p in row.points) for row in plan.series)
    return bool(plan.evaluator and plan.evaluate_on and begun)


def _measured(series: OutcomeSeries, plan: Intervention) -> bool:
    since = plan.started_on
    return since is not None and any(
        point.place is SeriesPlace.TARGET and point.on > since for point in series.points
    )


def _measures(work: Work, plan: Intervention) -> list[EnforcementMeasure]:
    query = select(EnforcementMeasure).where(EnforcementMeasure.plan_id == plan.id)
    return list(work.session.scalars(query))
