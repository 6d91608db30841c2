"""Organisations: the own one and the partner bodies that its administrators added."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms import parts
from app.forms.organisations import OrganisationForm, RenameForm
from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import organisations
from bureau.rules.partners import partners

bp = Blueprint("organisations", __name__, url_prefix="/organisations")
PURPOSE = "managing organisations"


@bp.get("")
@guard(Permission.USER_MANAGE)
def list_organisations() -> ResponseReturnValue:
    """The organisations whose accounts one manages."""
    with unit(PURPOSE) as work:
        bodies = organisations.list_organisations(work)
        kinds = {row.code: row.name for row in partners()}
        return render_template("organisations/list.html", bodies=bodies, kinds=kinds)


@bp.get("/law")
@guard(Permission.WORK_READ)
def show_law() -> ResponseReturnValue:
    """What the law lets each kind of partner give and receive."""
    with unit("reading the partner table") as work:
        return render_template("organisations/law.html", rows=organisations.read_law(work))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def add_organisation() -> ResponseReturnValue:
    """A new partner body."""
    form = OrganisationForm()
    with unit(PURPOSE) as work:
        form.kind.choices = parts.named(organisations.list_kinds(work))
        if not form.validate_on_submit():
            return render_template("organisations/add.html", form=form)
        organisations.add_organisation(work, form.code.data, form.name.data, form.kind.data)
    flash(gettext("The organisation is there. Now add accounts to it."), "success")
    return redirect(url_for(".list_organisations"))


@bp.route("/<uuid:organisation_id>", methods=["GET", "POST"])
@guard(Permission.USER_MANAGE)
def rename(organisation_id: UUID) -> ResponseReturnValue:
    """Another name for an organisation."""
    with unit(PURPOSE) as work:
        body = organisations.read_organisation(work, organisation_id)
        form = RenameForm(obj=body)
        if not form.validate_on_submit():
            kind = partners().find(body.kind, work.today)
            return render_template("organisations/change.html", form=form, body=body, kind=kind)
        organisations.rename(work, organisation_id, int(form.version.data), form.name.data)
    flash(gettext("The new name is stored."), "success")
    return redirect(url_for(".list_organisations"))
