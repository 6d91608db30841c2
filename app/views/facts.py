"""Ties, deals and payments of a case."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms import facts as forms
from app.guard import Permission, guard
from app.unit import unit
from app.views import financing, traying
from app.views.choices import offer_parties, offer_sources
from app.views.deals import record
from app.views.frames import framed
from app.views.handing import handed_out
from app.views.learning import learnt
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import deals, parties, payment_exports, payments, sources, ties
from bureau.rules.vocabulary import Credibility, EntityKind, TieKind

bp = Blueprint("facts", __name__)
CASE = "/cases/<uuid:case_id>"
ACCOUNTS = (EntityKind.ACCOUNT,)


@bp.get(f"{CASE}/money")
@guard(Permission.NETWORK_READ, loads="case")
def show_money(case_id: UUID) -> ResponseReturnValue:
    """Loans, other deals, and the payments page by page."""
    number = request.args.get("page", 1, type=int)
    with unit() as work:
        found = deals.list_deals(work, case_id)
        paid = payments.list_payments(work, case_id, page=max(1, number))
        return framed(
            work,
            case_id,
            "parties/money.html",
            deals=found,
            paid=paid,
            pages=financing.pages(
                paid, lambda page: url_for(".show_money", case_id=case_id, page=page)
            ),
            kinds=list(forms.DEALS),
        )


@bp.get(f"{CASE}/payments.csv")
@guard(Permission.NETWORK_EXPORT, loads="case")
def export_payments(case_id: UUID) -> ResponseReturnValue:
    """The payments of the case as a table that a spreadsheet cannot run, or that in a ZIP."""
    with unit("export of the payments") as work:
        found = payment_exports.export_payments(work, case_id)
    return handed_out(found, with_manifest="manifest" in request.args)


@bp.route(f"{CASE}/ties/new", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add_tie(case_id: UUID) -> ResponseReturnValue:
    """Record a tie with its source."""
    form = forms.TieForm()
    with unit() as work:
        known = parties.list_parties(work, case_id)
        offer_sources(form, sources.list_sources(work, case_id))
        for end in ("start", "end"):
            offer_parties(form, end, known)
    if form.validate_on_submit():
        with told(form), unit() as work:
            if traying.asked():
                return traying.put(work, case_id, "tie", form, _tie(form))
            ties.record_tie(
                work,
                case_id,
                TieKind(form.kind.data),
                UUID(form.start.data),
                UUID(form.end.data),
                learnt=learnt(form),
                share=form.share.data or "",
                detail=form.detail.data or "",
            )
            flash(gettext("The tie is recorded."), "success")
            return redirect(url_for("parties.list_parties", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "parties/tie.html", form=form)
    return (page, refused()) if form.is_submitted() else page


def _tie(form: forms.TieForm) -> dict[str, str]:
    """What the form says of a tie, as plain values."""
    return {
        "kind": form.kind.data,
        "from": form.start.data,
        "to": form.end.data,
        "share": form.share.data or "",
        "detail": form.detail.data or "",
    }


@bp.route(f"{CASE}/ties/<uuid:tie_id>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def change_tie(case_id: UUID, tie_id: UUID) -> ResponseReturnValue:
    """Correct a tie; its ends and its source stay what they are."""
    with unit() as work:
        tie = next((row for row in ties.list_ties(work, case_id) if row.id == tie_id), None)
        if tie is None:
            raise NotFound("There is nothing here that you may see.")
    form = forms.ChangeTieForm(
        obj=tie,
        valid_from=tie.origin.valid_from,
        valid_to=tie.origin.valid_to,
        credibility=tie.origin.credibility.value,
    )
    if form.validate_on_submit():
        with told(form), unit() as work:
            ties.change_tie(
                work,
                case_id,
                tie_id,
                int(form.version.data),
                share=form.share.data or "",
                detail=form.detail.data or "",
                valid_from=form.valid_from.data or "",
                valid_to=form.valid_to.data or "",
                credibility=Credibility(form.credibility.data),
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for("parties.list_parties", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "parties/change_tie.html", form=form, tie=tie)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{CASE}/deals/new/<kind>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add_deal(case_id: UUID, kind: str) -> ResponseReturnValue:
    """Record a loan, a sale, a mortgage, a lease or a permit for works."""
    if kind not in forms.DEALS:
        raise NotFound("There is nothing here that you may see.")
    form = forms.DEALS[kind]()
    with unit() as work:
        known = parties.list_parties(work, case_id)
        offer_sources(form, sources.list_sources(work, case_id))
        for part, who in forms.PLAYERS.items():
            if part in form:
                offer_parties(form, part, known, who)
    if form.validate_on_submit():
        with told(form), unit() as work:
            record(work, case_id, form)
            flash(gettext("The deal is recorded."), "success")
            return redirect(url_for(".show_money", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "parties/deal.html", form=form, kind=kind)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{CASE}/loans/<uuid:loan_id>/end", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def end_loan(case_id: UUID, loan_id: UUID) -> ResponseReturnValue:
    """Say that a loan was repaid or replaced, and since when."""
    with unit() as work:
        loan = next((row for row in deals.list_deals(work, case_id) if row.id == loan_id), None)
        if loan is None or loan.kind != "loan":
            raise NotFound("There is nothing here that you may see.")
    form = forms.EndLoanForm(version=loan.version)
    if form.validate_on_submit():
        version, last = int(form.version.data), form.last_day.data
        with told(form), unit() as work:
            deals.end_loan(work, case_id, loan_id, version, last, form.reason.data)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".show_money", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "parties/end_loan.html", form=form, loan=loan)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{CASE}/payments/new", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add_payment(case_id: UUID) -> ResponseReturnValue:
    """Record one payment between two accounts of the case."""
    form = forms.PaymentForm()
    with unit() as work:
        known = parties.list_parties(work, case_id, EntityKind.ACCOUNT)
        offer_sources(form, sources.list_sources(work, case_id))
        for side in ("payer", "payee"):
            offer_parties(form, side, known, ACCOUNTS)
    if form.validate_on_submit():
        with told(form), unit() as work:
            payments.record_payment(
                work,
                case_id,
                from_id=UUID(form.payer.data),
                to_id=UUID(form.payee.data),
                paid_on=form.paid_on.data,
                amount=form.amount.data,
                source_id=UUID(form.source.data),
                currency=form.currency.data,
                reference=form.reference.data or "",
                place=form.place.data or "",
            )
            flash(gettext("The payment is recorded."), "success")
            return redirect(url_for(".show_money", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "parties/payment.html", form=form)
    return (page, refused()) if form.is_submitted() else page
