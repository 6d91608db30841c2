"""One's own second factors: an app that makes codes, codes on paper."""

import io
from base64 import b64encode
from uuid import UUID

import segno
from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from app.clock import now
from app.forms.factors import AppForm, ConfirmForm, NameForm, ProofForm
from app.forms.passkeys import PasskeyForm
from app.guard import Permission, guard
from app.places import settings
from app.unit import confirm, unit
from app.views.refusals import refused, told
from bureau.operations import factor_resets, factors
from bureau.rules.dates import civil_date
from bureau.rules.second_factor import is_demanded

bp = Blueprint("factors", __name__, url_prefix="/account/factors")
OK = 200
PAPER = "paper"
PURPOSE = "one's own second factors"


@bp.get("")
@guard(Permission.WORK_READ)
def show() -> ResponseReturnValue:
    """One's own second factors, and a form for the next."""
    return _page(AppForm(formdata=None), _paper_form())


@bp.post("/app")
@guard(Permission.WORK_READ)
def begin_app() -> ResponseReturnValue:
    """Show the secret for an app, as a picture to scan and as text; it is on this page only."""
    form = AppForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit(PURPOSE) as work:
                made = factors.begin_app(work, form.name.data)
            return _scan(made, ConfirmForm(formdata=None))
    return _page(form, _paper_form()), refused()


@bp.route("/<uuid:factor_id>/confirmation", methods=["GET", "POST"])
@guard(Permission.WORK_READ, loads="factor")
def confirm_app(factor_id: UUID) -> ResponseReturnValue:
    """Show the first code of an app; from then on it is asked at the door."""
    form = ConfirmForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                paper = factors.confirm_app(work, factor_id, form.code.data)
            return _added(paper)
    with unit(PURPOSE) as work:
        row = factors.own(work, factor_id)
        page = render_template("factors/confirm.html", form=form, factor_id=row.id)
    return page, refused() if form.is_submitted() else OK


@bp.route("/<uuid:factor_id>/removal", methods=["GET", "POST"])
@guard(Permission.WORK_READ, loads="factor")
def remove(factor_id: UUID) -> ResponseReturnValue:
    """Take a factor away."""
    form = ProofForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit(PURPOSE) as work:
                factors.remove_factor(work, factor_id)
            flash(gettext("The second factor is removed."), "success")
            return redirect(url_for(".show"))
    with unit(PURPOSE) as work:
        page = render_template("factors/remove.html", form=form, row=factors.own(work, factor_id))
    return page, refused() if form.is_submitted() else OK


@bp.route("/<uuid:factor_id>/name", methods=["GET", "POST"])
@guard(Permission.WORK_READ, loads="factor")
def rename(factor_id: UUID) -> ResponseReturnValue:
    """Give a factor another name."""
    form = NameForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                factors.rename_factor(work, factor_id, form.name.data)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".show"))
    with unit(PURPOSE) as work:
        row = factors.own(work, factor_id)
        form.name.data = form.name.data or row.name
        page = render_template("factors/rename.html", form=form, row=row)
    return page, refused() if form.is_submitted() else OK


@bp.post("/paper")
@guard(Permission.WORK_READ)
def renew_paper() -> ResponseReturnValue:
    """New codes on paper; they are on this one page and nowhere else."""
    form = ProofForm(prefix=PAPER)
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit(PURPOSE) as work:
                paper = factors.renew_paper(work)
            return render_template("factors/paper.html", paper=paper)
    return _page(AppForm(formdata=None), form), refused()


def _paper_form() -> ProofForm:
    return ProofForm(formdata=None, prefix=PAPER)


def _added(paper: tuple[str, ...]) -> ResponseReturnValue:
    flash(gettext("The second factor is added: it is asked at your next sign-in."), "success")
    if paper:
        return render_template("factors/paper.html", paper=paper)
    return redirect(url_for(".show"))


def _scan(made: factors.NewApp, form: ConfirmForm) -> str:
    drawn = io.BytesIO()
    segno.make(made.address, error="m").save(drawn, kind="svg", scale=5, border=4, light="#fff")
    picture = "data:image/svg+xml;base64," + b64encode(drawn.getvalue()).decode()
    return render_template("factors/scan.html", made=made, form=form, picture=picture)


def _page(form: AppForm, proof: ProofForm) -> str:
    me, today = current_user.visitor, civil_date(now())
    demanded = is_demanded(me.actor.roles, settings().second_factor_from, today)
    key = PasskeyForm(formdata=None)
    given = {"form": form, "key": key, "proof": proof, "demanded": demanded, "weak": me.weak}
    with unit(PURPOSE) as work:
        found, resets = factors.list_factors(work), factor_resets.list_told(work)
        return render_template("factors/list.html", found=found, resets=resets, **given)
