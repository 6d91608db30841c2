"""The power map at an item: what it decides on, and why a veto did not stop it."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.power_maps import DespiteForm, SubjectForm
from app.guard import Permission, guard
from app.views.item_page import answered
from bureau.operations import voices
from bureau.work import Work

bp = Blueprint("voices", __name__)
ITEM = "/cases/<uuid:case_id>/items/<uuid:item_id>"


@bp.post(f"{ITEM}/subject")
@guard(Permission.MEETING_RUN, loads="case")
def choose_subject(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Say which subject of the power map the item decides on."""
    form = SubjectForm()
    form.offer()

    def choose(work: Work) -> None:
        subject = form.power_subject.data or ""
        voices.choose_subject(work, case_id, item_id, int(form.version.data), subject)

    done = gettext("The voices stand in the order of the power map.")
    return answered(form, case_id, item_id, "power_subject", choose, done)


@bp.post(f"{ITEM}/veto")
@guard(Permission.MEETING_RUN, loads="case")
def answer_veto(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Say why the decision is taken although a veto stands against it."""
    form = DespiteForm()

    def say(work: Work) -> None:
        text = form.despite.data or ""
        voices.answer_veto(work, case_id, item_id, int(form.version.data), text)

    done = gettext("The reason stands beside the decision.")
    return answered(form, case_id, item_id, "despite", say, done)
