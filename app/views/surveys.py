"""Pages of the anonymous survey of partners: rounds, the form, what is told of the answers."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app import evaluation_paper, plots
from app.context import language
from app.forms.surveys import CloseForm, OpenForm, answer_form
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from bureau.operations import surveys
from bureau.operations.surveys import SurveyView
from bureau.rules import survey as law
from bureau.rules.evaluation import partnership_conditions
from bureau.rules.vocabulary import Language
from bureau.work import Work

bp = Blueprint("surveys", __name__, url_prefix="/surveys")
PURPOSE = "survey of the partners"
ONE = "/<uuid:survey_id>"


@bp.get("")
@guard(Permission.SURVEY_KEEP)
def list_surveys() -> ResponseReturnValue:
    """The rounds of the own partnership."""
    with unit(PURPOSE) as work:
        return _list(work, OpenForm(formdata=None))


@bp.post("")
@guard(Permission.SURVEY_KEEP)
def open_survey() -> ResponseReturnValue:
    """Open a round among all who take part."""
    form = OpenForm()
    return acted(
        form,
        lambda work: surveys.open_survey(work).id,
        lambda work: _list(work, form),
        lambda made: url_for(".show_survey", survey_id=made),
        gettext("The round is open. Everybody who is asked finds it under My work."),
        purpose=PURPOSE,
    )


@bp.get(ONE)
@guard(Permission.WORK_READ, loads="survey")
def show_survey(survey_id: UUID) -> ResponseReturnValue:
    """One round: how it is anonymous, and what is told of the answers."""
    with unit(PURPOSE) as work:
        return _page(work, survey_id, CloseForm(formdata=None))


@bp.route(f"{ONE}/answer", methods=["GET", "POST"])
@guard(Permission.WORK_READ, loads="survey")
def answer_survey(survey_id: UUID) -> ResponseReturnValue:
    """The form, answered once."""
    with unit(PURPOSE) as work:
        view = surveys.read_survey(work, survey_id)
        form = answer_form(view.questions)
        if not form.is_submitted():
            return _form(work, survey_id, form)
    return acted(
        form,
        lambda work: surveys.answer_survey(work, survey_id, form.marks()),
        lambda work: _form(work, survey_id, form),
        url_for(".show_survey", survey_id=survey_id),
        gettext("Your answer is in the box. Nobody can find it again, you neither."),
        purpose=PURPOSE,
    )


@bp.post(f"{ONE}/closing")
@guard(Permission.SURVEY_KEEP, loads="survey")
def close_survey(survey_id: UUID) -> ResponseReturnValue:
    """Close a round: tell the means, or that there were too few answers."""
    form = CloseForm()
    return acted(
        form,
        lambda work: surveys.close_survey(work, survey_id, int(form.version.data or 0)),
        lambda work: _page(work, survey_id, form),
        url_for(".show_survey", survey_id=survey_id),
        gettext("The round is closed and the box is destroyed."),
        purpose=PURPOSE,
    )


def _list(work: Work, form: FlaskForm) -> str:
    return render_template(
        "surveys/list.html",
        rows=surveys.list_surveys(work),
        form=form,
        conditions=tuple(partnership_conditions().on(work.today)),
        marked=_marked,
    )


def _form(work: Work, survey_id: UUID, form: FlaskForm) -> str:
    view = surveys.read_survey(work, survey_id)
    return render_template("surveys/answer.html", view=view, form=form)


def _page(work: Work, survey_id: UUID, form: FlaskForm) -> str:
    view = surveys.read_survey(work, survey_id)
    rows = tuple(partnership_conditions().on(work.today))
    tongue = Language(language())
    told = [
        (row.name.in_(tongue), view.survey.results[row.code])
        for row in rows
        if row.code in view.survey.results
    ]
    return render_template(
        "surveys/show.html",
        view=view,
        row=view.survey,
        form=form,
        conditions=rows,
        bars=plots.bars(told, max(law.MARKS)),
        marked=_marked,
    )


def _marked(view: SurveyView, code: str) -> str:
    """The mean of a condition in words; empty where nothing is told."""
    if code not in view.survey.results:
        return ""
    value = view.survey.results[code]
    return evaluation_paper.marked(value, law.end_of(value, view.survey.opened_on))
