"""Administrative measures of a partnership case: what was weighed, decided, and what it did."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.clock import now
from app.forms import measures as forms
from app.forms import parts
from app.forms.interventions import answers_of
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from app.views.frames import framed
from bureau.operations import aftermaths, interventions, measures
from bureau.rules import money
from bureau.rules.barriers import warnings
from bureau.rules.measures import HARM_COUNTS
from bureau.rules.worksheets import Sheet, questions
from bureau.work import Work

bp = Blueprint("measures", __name__)
LIST = "/cases/<uuid:case_id>/measures"
ONE = f"{LIST}/<uuid:measure_id>"
PURPOSE = "administrative measure"
Act = Callable[[Work, UUID, UUID, Any], object]


@bp.get(LIST)
@guard(Permission.MEASURE_READ, loads="case")
def list_measures(case_id: UUID) -> ResponseReturnValue:
    """The measures of a case."""
    with unit(PURPOSE) as work:
        found = measures.list_measures(work, case_id)
        return framed(work, case_id, "measures/list.html", found=found)


@bp.route(f"{LIST}/new", methods=["GET", "POST"])
@guard(Permission.PLAN_EDIT, loads="case")
def propose(case_id: UUID) -> ResponseReturnValue:
    """Propose a measure."""
    asked = questions(Sheet.MEASURE, now().date())
    with unit(PURPOSE) as work:
        plans = [(row.id, row.title) for row in interventions.list_plans(work, case_id).plans]
    form = forms.proposal_form(asked)()
    form["plan"].choices = parts.listed(plans, empty=True)

    def again(work: Work) -> str:
        return framed(work, case_id, "measures/propose.html", form=form, asked=asked)

    def act(work: Work) -> UUID:
        return measures.propose_measure(
            work,
            case_id,
            form["code"].data,
            answers_of(form, asked),
            barrier=form["barrier"].data or "",
            plan_id=parts.chosen(form["plan"].data),
        ).id

    if not form.is_submitted():
        with unit(PURPOSE) as work:
            return again(work)
    return acted(form, act, again, lambda made: _at(case_id, made), purpose=PURPOSE)


@bp.get(ONE)
@guard(Permission.MEASURE_READ, loads="case")
def show_measure(case_id: UUID, measure_id: UUID) -> ResponseReturnValue:
    """One measure."""
    with unit(PURPOSE) as work:
        return _page(work, case_id, measure_id)


@bp.post(f"{ONE}/<any(weighing,invitation,view,decision,execution,objection,harm,end):part>")
@guard(Permission.PLAN_EDIT, loads="case")
def change_measure(case_id: UUID, measure_id: UUID, part: str) -> ResponseReturnValue:
    """Take the measure one step further, or write down what it did."""
    kind, act = _acts()[part]
    form = kind(prefix=f"{part}-")
    return acted(
        form,
        lambda work: act(work, case_id, measure_id, form),
        lambda work: _page(work, case_id, measure_id, part, form),
        _at(case_id, measure_id),
        gettext("Stored."),
        purpose=PURPOSE,
    )


def _at(case_id: UUID, measure_id: UUID) -> str:
    return url_for(".show_measure", case_id=case_id, measure_id=measure_id)


def _weigh(work: Work, case_id: UUID, measure_id: UUID, form: Any) -> None:
    told_ = answers_of(form, questions(Sheet.MEASURE, work.today))
    measures.weigh_measure(work, case_id, measure_id, int(form["version"].data), told_)


def _invite(work: Work, case_id: UUID, measure_id: UUID, form: forms.InviteForm) -> None:
    on = form.on.data or work.today
    measures.invite_view(work, case_id, measure_id, on, form.until.data)


def _view(work: Work, case_id: UUID, measure_id: UUID, form: forms.ViewForm) -> None:
    on = form.on.data or work.today
    measures.record_view(work, case_id, measure_id, on, form.view.data, form.answer.data or "")


def _decide(work: Work, case_id: UUID, measure_id: UUID, form: forms.DecideForm) -> None:
    dates = measures.Decided(
        on=form.on.data or work.today,
        known_on=form.known_on.data,
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
        review_on=form.review_on.data,
    )
    version = int(form.version.data)
    measures.decide_measure(work, case_id, measure_id, version, dates, form.urgent.data or "")


def _execute(work: Work, case_id: UUID, measure_id: UUID, form: forms.ExecuteForm) -> None:
    cost = money.parse(form.costs.data).minor if form.costs.data else None
    aftermaths.execute_measure(work, case_id, measure_id, form.on.data or work.today, cost)


def _object(work: Work, case_id: UUID, measure_id: UUID, form: forms.OutcomeForm) -> None:
    aftermaths.record_outcome(
        work,
        case_id,
        measure_id,
        form.objection_on.data,
        form.outcome.data or "",
        form.reason.data or "",
    )


def _harm(work: Work, case_id: UUID, measure_id: UUID, form: forms.HarmFormForm) -> None:
    aftermaths.record_harm(
        work,
        case_id,
        measure_id,
        int(form.month.data),
        form.counted(),
        form.remarks.data or "",
        form.source.data,
    )


def _end(work: Work, case_id: UUID, measure_id: UUID, form: forms.DropForm) -> None:
    measures.drop_measure(work, case_id, measure_id, form.reason.data)


def _acts() -> dict[str, tuple[type[FlaskForm], Act]]:
    asked = questions(Sheet.MEASURE, now().date())
    return {
        "weighing": (forms.weighing_form(asked), _weigh),
        "invitation": (forms.InviteForm, _invite),
        "view": (forms.ViewForm, _view),
        "decision": (forms.DecideForm, _decide),
        "execution": (forms.ExecuteForm, _execute),
        "objection": (forms.OutcomeForm, _object),
        "harm": (forms.HarmFormForm, _harm),
        "end": (forms.DropForm, _end),
    }


def _page(
    work: Work, case_id: UUID, measure_id: UUID, part: str = "", form: FlaskForm | None = None
) -> str:
    view = measures.read_measure(work, case_id, measure_id)
    kept = {"version": str(view.measure.version)}
    owed = {"month": str(view.owed[0])} if view.owed else {}
    blank = {
        name: kind(
            formdata=None,
            prefix=f"{name}-",
            data=kept | (view.measure.told if name == "weighing" else {}) | owed,
        )
        for name, (kind, _) in _acts().items()
    }
    if form is not None:
        blank[part] = form
    return framed(
        work,
        case_id,
        "measures/show.html",
        view=view,
        said=[
            (row.name.in_(parts.tongue()), view.measure.told.get(row.field, ""))
            for row in questions(Sheet.MEASURE, view.measure.proposed_on)
        ],
        forms_of=blank,
        counts=HARM_COUNTS,
        warned=warnings(view.measure.barrier, work.today) if view.measure.barrier else (),
    )
