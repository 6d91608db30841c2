"""The plans of the partners of a case: the shared problem, the choice, the looking back."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app import plots
from app.forms import interventions as forms
from app.forms import parts
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from app.views.frames import framed
from app.words import word
from bureau.errors import NotFound
from bureau.operations import interventions, plan_series
from bureau.operations.interventions import OutcomeSeries, PlanView
from bureau.rules.plans import (
    RING_MARGIN,
    Movement,
    SeriesPlace,
    ring_moved,
    weighted_displacement,
)
from bureau.work import Work

bp = Blueprint("interventions", __name__)
LIST = "/cases/<uuid:case_id>/plans"
ONE = f"{LIST}/<uuid:intervention_id>"
PURPOSE = "plan of the partners"
Act = Callable[[Work, UUID, UUID, Any], object]


@bp.get(LIST)
@guard(Permission.PLAN_READ, loads="case")
def list_plans(case_id: UUID) -> ResponseReturnValue:
    """The shared problem, the plans and the lessons of a case."""
    with unit(PURPOSE) as work:
        return _list(work, case_id, forms.OpenPlanForm(formdata=None))


@bp.post(LIST)
@guard(Permission.PLAN_EDIT, loads="case")
def open_plan(case_id: UUID) -> ResponseReturnValue:
    """Begin a plan."""
    form = forms.OpenPlanForm()
    return acted(
        form,
        lambda work: interventions.open_plan(work, case_id, form.title.data).id,
        lambda work: _list(work, case_id, form),
        lambda plan_id: _at(case_id, plan_id),
        purpose=PURPOSE,
    )


@bp.get(ONE)
@guard(Permission.PLAN_READ, loads="case")
def show_plan(case_id: UUID, intervention_id: UUID) -> ResponseReturnValue:
    """One plan, and what it still lacks."""
    with unit(PURPOSE) as work:
        return _page(work, case_id, intervention_id)


@bp.post(f"{ONE}/<any(preparation,step,outcome,number,assumption,test):part>")
@guard(Permission.PLAN_EDIT, loads="case")
def change_plan(case_id: UUID, intervention_id: UUID, part: str) -> ResponseReturnValue:
    """Prepare a plan, take a step with it, or add what it is measured by."""
    kind, act = ACTS[part]
    form = kind()
    if part == "number":
        with unit(PURPOSE) as work:
            view = interventions.read_plan(work, case_id, intervention_id)
            form["series"].choices = parts.listed((row.id, row.name) for row in view.plan.series)
    return acted(
        form,
        lambda work: act(work, case_id, intervention_id, form),
        lambda work: _page(work, case_id, intervention_id, part, form),
        _at(case_id, intervention_id),
        gettext("Stored."),
        purpose=PURPOSE,
    )


def _at(case_id: UUID, plan_id: UUID) -> str:
    return url_for(".show_plan", case_id=case_id, intervention_id=plan_id)


def _prepare(work: Work, case_id: UUID, plan_id: UUID, form: forms.PrepareForm) -> None:
    interventions.prepare_plan(
        work,
        case_id,
        plan_id,
        int(form.version.data),
        barriers=tuple(form.barriers.data or ()),
        evaluator=form.evaluator.data or "",
        evaluate_on=form.evaluate_on.data,
        comparison=form.comparison.data or "",
    )


def _step(work: Work, case_id: UUID, plan_id: UUID, form: forms.PlanStepForm) -> None:
    interventions.step_plan(
        work, case_id, plan_id, int(form.version.data), form.step.data, form.reason.data
    )


def _series(work: Work, case_id: UUID, plan_id: UUID, form: forms.SeriesForm) -> None:
    plan_series.add_series(
        work, case_id, plan_id, form.name.data, form.target.data, form.source.data
    )


def _number(work: Work, case_id: UUID, _: UUID, form: forms.PointForm) -> None:
    plan_series.add_point(
        work,
        case_id,
        UUID(form.series.data),
        form.place.data,
        form.on.data or work.today,
        form.value.data,
        form.remark.data or "",
    )


def _assume(work: Work, case_id: UUID, plan_id: UUID, form: forms.AssumptionForm) -> None:
    plan_series.add_assumption(work, case_id, plan_id, form.text.data, form.check_on.data)


def _test(work: Work, case_id: UUID, _: UUID, form: forms.CheckForm) -> None:
    try:
        row = UUID(form.assumption.data)
    except ValueError:
        raise NotFound("There is nothing here that you may see.") from None
    plan_series.check_assumption(
        work, case_id, row, int(form.version.data), form.holds.data, form.result.data
    )


ACTS: dict[str, tuple[type[FlaskForm], Act]] = {
    "preparation": (forms.PrepareForm, _prepare),
    "step": (forms.PlanStepForm, _step),
    "outcome": (forms.SeriesForm, _series),
    "number": (forms.PointForm, _number),
    "assumption": (forms.AssumptionForm, _assume),
    "test": (forms.CheckForm, _test),
}


def _list(work: Work, case_id: UUID, form: forms.OpenPlanForm) -> str:
    view = interventions.list_plans(work, case_id)
    return framed(work, case_id, "interventions/list.html", view=view, form=form)


def _page(
    work: Work, case_id: UUID, plan_id: UUID, part: str = "", form: FlaskForm | None = None
) -> str:
    view = interventions.read_plan(work, case_id, plan_id)
    blank = {name: kind(formdata=None) for name, (kind, _) in ACTS.items()}
    blank["preparation"] = forms.PrepareForm(formdata=None, obj=view.plan)
    blank["number"]["series"].choices = parts.listed((row.id, row.name) for row in view.plan.series)
    if form is not None:
        blank[part] = form
    return framed(
        work,
        case_id,
        "interventions/show.html",
        view=view,
        forms_of=blank,
        plots_of={row.id: _plot(row) for row in view.plan.series},
        displaced=_displacement(view),
        margin=round(100 * RING_MARGIN),
        tested=request.form.get("assumption", "") if part == "test" else "",
    )


def _plot(series: OutcomeSeries) -> plots.Plot | None:
    """The numbers of an outcome as lines: the area, the ring and the comparison area."""
    named = [(str(word(f"place_{place}")), _numbers(series, place)) for place in SeriesPlace]
    return plots.lines(named, series.target)


def _numbers(series: OutcomeSeries, place: SeriesPlace) -> list[tuple[date, float]]:
    return [(point.on, point.value) for point in series.points if point.place is place]


def _displacement(view: PlanView) -> dict[UUID, tuple[float, Movement | None]]:
    """The weighted displacement of what was measured everywhere, and how the ring moved."""
    found = {}
    for series in view.plan.series:
        rows = {place: [value for _, value in _numbers(series, place)] for place in SeriesPlace}
        pairs = {place: (v[0], v[-1]) for place, v in rows.items() if len(v) > 1}
        quotient = weighted_displacement(pairs)
        if quotient is not None:
            found[series.id] = (round(quotient, 2) + 0.0, ring_moved(pairs))
    return found
