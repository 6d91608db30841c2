"""Questions about how people look, for two reviewers outside the team."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.alerts import AnswerForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from app.words import word
from bureau.operations import alerts
from bureau.work import Work

bp = Blueprint("alerts", __name__, url_prefix="/trail/alerts")
PURPOSE = "control of who looked"


@bp.get("")
@guard(Permission.WATCH_REVIEW)
def list_alerts() -> ResponseReturnValue:
    """What waits for an answer, and what was closed."""
    with unit(PURPOSE) as work:
        found = alerts.list_alerts(work)
        return render_template("alerts/list.html", found=found, today=work.today)


@bp.get("/<uuid:alert_id>")
@guard(Permission.WATCH_REVIEW, loads="look_alert")
def show(alert_id: UUID) -> ResponseReturnValue:
    """One question with the lines it cites."""
    with unit(PURPOSE) as work:
        return _page(work, alert_id)


@bp.post("/<uuid:alert_id>/answer")
@guard(Permission.WATCH_REVIEW, loads="look_alert")
def answer(alert_id: UUID) -> ResponseReturnValue:
    """Answer it, once."""
    form = AnswerForm()

    def act(work: Work) -> None:
        said = (form.verdict.data or "", form.reason.data or "")
        alerts.answer(work, alert_id, int(form.version.data), *said)

    onward = url_for(".list_alerts")
    done = gettext("Stored. Another reviewer answers it too, or it is closed.")
    return acted(form, act, lambda work: _page(work, alert_id, form), onward, done, purpose=PURPOSE)


def _page(work: Work, alert_id: UUID, wrong: AnswerForm | None = None) -> str:
    view = alerts.read_alert(work, alert_id)
    form = wrong or AnswerForm(formdata=None, version=view.version)
    form.offer(view.verdicts)
    counted = [f"{number} {word(f'figure_{name}')}" for name, number in view.figures]
    leave = [f"{first} - {last}" for first, last in view.declared.get("leave", ())]
    return render_template(
        "alerts/show.html", view=view, form=form, counted=counted, declared_leave=leave
    )
