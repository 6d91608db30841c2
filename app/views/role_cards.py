"""Role cards of a case: written, confirmed by each partner, and held against its actions."""

from typing import Any
from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms import parts
from app.forms.role_cards import ConfirmForm, card_form
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from app.views.frames import framed
from bureau.errors import NotFound
from bureau.operations import role_cards, role_overviews
from bureau.rules.categories import data_categories
from bureau.rules.powers import powers
from bureau.work import Work

bp = Blueprint("role_cards", __name__)
LIST = "/cases/<uuid:case_id>/role-cards"
ONE = f"{LIST}/<uuid:role_card_id>"
PURPOSE = "role cards of the partners"


@bp.get(LIST)
@guard(Permission.PLAN_READ, loads="case")
def list_cards(case_id: UUID) -> ResponseReturnValue:
    """The card of each organisation that takes part, and who has none."""
    with unit(PURPOSE) as work:
        lines = role_cards.list_cards(work, case_id)
        return framed(work, case_id, "role_cards/list.html", lines=lines, **_names(work))


@bp.get(f"{LIST}/overview")
@guard(Permission.PLAN_READ, loads="case")
def show_overview(case_id: UUID) -> ResponseReturnValue:
    """Every action with its owner and its power, of the case or of one of its plans."""
    try:
        plan_id = parts.chosen(request.args.get("plan"))
    except ValueError:
        raise NotFound("There is nothing here that you may see.") from None
    with unit(PURPOSE) as work:
        view = role_overviews.read_overview(work, case_id, plan_id)
        return framed(work, case_id, "role_cards/overview.html", view=view)


@bp.get(ONE)
@guard(Permission.PLAN_READ, loads="case")
def show_card(case_id: UUID, role_card_id: UUID) -> ResponseReturnValue:
    """One card and all its versions."""
    with unit(PURPOSE) as work:
        return _card(work, case_id, role_card_id, ConfirmForm(formdata=None))


@bp.route(f"{LIST}/of/<uuid:organisation_id>", methods=["GET", "POST"])
@guard(Permission.PLAN_SIGN, loads="case")
def write_card(case_id: UUID, organisation_id: UUID) -> ResponseReturnValue:
    """Write a version of the card of an organisation."""
    with unit(PURPOSE) as work:
        form = card_form(role_cards.begin_card(work, case_id, organisation_id))

    def page(work: Work) -> str:
        start = role_cards.begin_card(work, case_id, organisation_id)
        return framed(work, case_id, "role_cards/write.html", form=form, start=start)

    def write(work: Work) -> UUID:
        why = form.reason.data or "" if form.reason else ""
        number = int(form.number.data)
        return role_cards.write_card(work, case_id, organisation_id, number, form.words(), why).id

    if not form.is_submitted():
        with unit(PURPOSE) as work:
            return page(work)
    return acted(
        form,
        write,
        page,
        lambda made: url_for(".show_card", case_id=case_id, role_card_id=made),
        gettext("Stored as a new version. The organisation itself confirms it."),
        purpose=PURPOSE,
    )


@bp.post(f"{ONE}/confirmation")
@guard(Permission.PLAN_SIGN, loads="case")
def confirm_card(case_id: UUID, role_card_id: UUID) -> ResponseReturnValue:
    """Confirm the card of one's own organisation."""
    form = ConfirmForm()

    def confirm(work: Work) -> None:
        role_cards.confirm_card(work, case_id, role_card_id, int(form.number.data))

    return acted(
        form,
        confirm,
        lambda work: _card(work, case_id, role_card_id, form),
        url_for(".show_card", case_id=case_id, role_card_id=role_card_id),
        gettext("Confirmed: exactly this version."),
        purpose=PURPOSE,
    )


def _card(work: Work, case_id: UUID, role_card_id: UUID, form: ConfirmForm) -> str:
    line = role_cards.read_card(work, case_id, role_card_id)
    return framed(
        work, case_id, "role_cards/show.html", line=line, card=line.card, form=form, **_names(work)
    )


def _names(work: Work) -> dict[str, Any]:
    """How powers and categories of data are called."""
    return {
        "power_rows": {row.code: row for row in powers().on(work.today)},
        "category_rows": {row.code: row for row in data_categories().on(work.today)},
    }
