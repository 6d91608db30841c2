"""Pages about agreements between organisations: what they say, who signed, how long they hold."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms.agreements import (
    DrawUpForm,
    EndForm,
    OfferForm,
    PartyForm,
    RenewForm,
    SignForm,
    checklist_form,
)
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from bureau.operations import agreements
from bureau.rules.agreements import checklist
from bureau.rules.categories import data_categories
from bureau.rules.powers import powers
from bureau.work import Work

bp = Blueprint("agreements", __name__, url_prefix="/agreements")
PURPOSE = "keeping agreements between organisations"
ONE = "/<uuid:agreement_id>"


@bp.get("")
@guard(Permission.WORK_READ)
def list_agreements() -> ResponseReturnValue:
    """The agreements of the own organisation."""
    with unit(PURPOSE) as work:
        return render_template("agreements/list.html", rows=agreements.list_agreements(work))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.AGREEMENT_KEEP)
def draw_up() -> ResponseReturnValue:
    """A first version of an agreement."""
    form = DrawUpForm()
    with unit(PURPOSE) as work:
        bodies = agreements.list_bodies(work)
        form.bodies.choices = [(each.code, each.name) for each in bodies]
    if not form.is_submitted():
        return render_template("agreements/add.html", form=form)

    def draw(work: Work) -> UUID:
        return agreements.draw_up(
            work,
            form.title.data or "",
            form.begins_on.data,
            form.ends_on.data,
            form.bodies.data or (),
        ).id

    return acted(
        form,
        draw,
        lambda _: render_template("agreements/add.html", form=form),
        lambda made: url_for(".answer_checklist", agreement_id=made),
        gettext("The draft is there. Now answer the checklist."),
        purpose=PURPOSE,
    )


@bp.get(ONE)
@guard(Permission.WORK_READ, loads="agreement")
def show_agreement(agreement_id: UUID) -> ResponseReturnValue:
    """One agreement: where it stands, what was agreed, who signed."""
    with unit(PURPOSE) as work:
        return _page(work, agreement_id)


@bp.route(f"{ONE}/checklist", methods=["GET", "POST"])
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def answer_checklist(agreement_id: UUID) -> ResponseReturnValue:
    """What was agreed, by item of the checklist."""
    with unit(PURPOSE) as work:
        view = agreements.read_draft(work, agreement_id)
        form = checklist_form(view.agreement.answers)
        if not form.is_submitted():
            return _sheet(work, agreement_id, form)

    def answer(work: Work) -> None:
        agreements.answer_checklist(work, agreement_id, int(form.version.data or 0), form.answers())

    return acted(
        form,
        answer,
        lambda work: _sheet(work, agreement_id, form),
        url_for(".show_agreement", agreement_id=agreement_id),
        gettext("Stored."),
        purpose=PURPOSE,
    )


def _sheet(work: Work, agreement_id: UUID, form: FlaskForm) -> str:
    view = agreements.read_draft(work, agreement_id)
    title = view.agreement.title
    return render_template("agreements/checklist.html", form=form, view=view, title=title)


@bp.post(f"{ONE}/parties")
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def commit_party(agreement_id: UUID) -> ResponseReturnValue:
    """Who owns the co-operation at a party, and what it commits."""
    form = PartyForm()

    def act(work: Work) -> None:
        agreements.commit_party(
            work,
            agreement_id,
            int(form.version.data),
            form.organisation.data,
            form.owner.data or "",
            form.commitments.data or "",
        )

    return _done(agreement_id, form, "party", act)


@bp.post(f"{ONE}/offer")
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def offer(agreement_id: UUID) -> ResponseReturnValue:
    """Offer an agreement for signature."""
    form = OfferForm()

    def act(work: Work) -> None:
        agreements.offer(work, agreement_id, int(form.version.data))

    return _done(agreement_id, form, "offer", act)


@bp.post(f"{ONE}/signatures")
@guard(Permission.WORK_READ, loads="agreement")
def sign(agreement_id: UUID) -> ResponseReturnValue:
    """Record who signed for an organisation."""
    form = SignForm()

    def act(work: Work) -> None:
        agreements.sign(
            work,
            agreement_id,
            form.organisation.data,
            form.signed_by.data or "",
            form.signed_as.data or "",
            form.signed_on.data,
        )

    return _done(agreement_id, form, "sign", act)


@bp.post(f"{ONE}/end")
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def end(agreement_id: UUID) -> ResponseReturnValue:
    """The last day of an agreement."""
    form = EndForm()

    def act(work: Work) -> None:
        version, day = int(form.version.data), form.ended_on.data
        agreements.end(work, agreement_id, version, day, form.reason.data or "")

    return _done(agreement_id, form, "end", act)


@bp.post(f"{ONE}/renewal")
@guard(Permission.AGREEMENT_KEEP, loads="agreement")
def renew(agreement_id: UUID) -> ResponseReturnValue:
    """The next version of an agreement, as a draft."""
    form = RenewForm()

    def act(work: Work) -> UUID:
        version, first = int(form.version.data), form.begins_on.data
        return agreements.renew(work, agreement_id, version, first, form.ends_on.data).id

    return _done(agreement_id, form, "renew", act)


def _done(
    agreement_id: UUID, form: FlaskForm, name: str, act: Callable[[Work], UUID | None]
) -> ResponseReturnValue:
    """Do what a form on the page of an agreement asks; go to what it made, or stay with it."""
    return acted(
        form,
        act,
        lambda work: _page(work, agreement_id, **{name: form}),
        lambda made: url_for(".show_agreement", agreement_id=made or agreement_id),
        gettext("Stored."),
        purpose=PURPOSE,
    )


def _page(work: Work, agreement_id: UUID, **given: Any) -> str:
    view = agreements.read_agreement(work, agreement_id)
    forms = {
        "party": given.get("party") or PartyForm(formdata=None),
        "offer": given.get("offer") or OfferForm(formdata=None),
        "sign": given.get("sign") or SignForm(formdata=None),
        "end": given.get("end") or EndForm(formdata=None),
        "renew": given.get("renew") or RenewForm(formdata=None),
    }
    if view.may_keep and view.draft:
        bodies = agreements.list_bodies(work)
        forms["party"].organisation.choices = [(each.code, each.name) for each in bodies]
    signing = [one for one in view.agreement.parties if one in view.signing]
    forms["sign"].organisation.choices = [
        (one.organisation.code, one.organisation.name) for one in signing
    ]
    return render_template(
        "agreements/show.html",
        view=view,
        row=view.agreement,
        items=checklist(),
        power_rows={row.code: row for row in powers().on(work.today)},
        category_rows={row.code: row for row in data_categories().on(work.today)},
        **forms,
    )
