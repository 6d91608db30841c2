"""The power map of an agreement: as a drawing and a table, as of a day, drafted and filled."""

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.forms.power_maps import AsOfForm, FillForm, PlaceForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from bureau.operations import power_maps
from bureau.operations.power_maps import MapView, Placing
from bureau.rules.power_map import PowerPlace
from bureau.work import Work

bp = Blueprint("power_maps", __name__)
ONE = "/agreements/<uuid:agreement_id>/power-map"
PURPOSE = "keeping agreements between organisations"


@bp.get(ONE)
@guard(Permission.WORK_READ, loads="agreement")
def show_map(agreement_id: UUID) -> ResponseReturnValue:
    """Who decides, forces, vetoes and advises, as of a day."""
    with unit(PURPOSE) as work:
        return _page(work, agreement_id)


@bp.post(f"{ONE}/places")
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def place(agreement_id: UUID) -> ResponseReturnValue:
    """What one party can do about one subject."""
    form = PlaceForm()

    def act(work: Work) -> None:
        placing = Placing(
            form.organisation.data,
            form.power_subject.data,
            form.power_place.data,
            form.basis.data or "",
            form.reason.data or "",
            form.from_on.data,
        )
        power_maps.place(work, agreement_id, int(form.version.data), placing)

    return acted(
        form,
        act,
        lambda work: _page(work, agreement_id, form),
        url_for(".show_map", agreement_id=agreement_id),
        gettext("Stored."),
        purpose=PURPOSE,
    )


@bp.post(f"{ONE}/law")
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def fill_map(agreement_id: UUID) -> ResponseReturnValue:
    """Fill what is open with the table of subjects."""
    form = FillForm()

    def act(work: Work) -> None:
        power_maps.fill_map(work, agreement_id, int(form.version.data))

    return acted(
        form,
        act,
        lambda work: _page(work, agreement_id),
        url_for(".show_map", agreement_id=agreement_id),
        gettext(
            "Filled with the table of subjects. Change what this partnership settles otherwise."
        ),
        purpose=PURPOSE,
    )


def _page(work: Work, agreement_id: UUID, form: PlaceForm | None = None) -> str:
    asked = AsOfForm(request.args)
    on = asked.on.data if asked.validate() else None
    view = power_maps.read_map(work, agreement_id, on)
    place_form = form or PlaceForm(formdata=None)
    place_form.organisation.choices = _parties(view)
    return render_template(
        "agreements/power_map.html",
        view=view,
        row=view.agreement,
        asked=asked,
        form=place_form,
        places=tuple(reversed(PowerPlace)),
    )


def _parties(view: MapView) -> list[SelectChoice]:
    return [SelectChoice(one.organisation.code, one.organisation.name) for one in view.parties]
