"""The role cards that are an annex to an agreement, one for each party."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.role_cards import template_form
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from bureau.operations import role_templates
from bureau.work import Work

bp = Blueprint("role_templates", __name__)
PURPOSE = "keeping agreements between organisations"


@bp.route(
    "/agreements/<uuid:agreement_id>/role-cards/<uuid:organisation_id>", methods=["GET", "POST"]
)
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def write_template(agreement_id: UUID, organisation_id: UUID) -> ResponseReturnValue:
    """What a party does in cases under this agreement."""
    with unit(PURPOSE) as work:
        form = template_form(
            role_templates.begin_template(work, agreement_id, organisation_id).start
        )

    def page(work: Work) -> str:
        view = role_templates.begin_template(work, agreement_id, organisation_id)
        return render_template("agreements/role.html", form=form, view=view, row=view.agreement)

    def write(work: Work) -> None:
        version = int(form.version.data)
        role_templates.write_template(work, agreement_id, organisation_id, version, form.words())

    if not form.is_submitted():
        with unit(PURPOSE) as work:
            return page(work)
    return acted(
        form,
        write,
        page,
        url_for("agreements.show_agreement", agreement_id=agreement_id),
        gettext("Stored."),
        purpose=PURPOSE,
    )
