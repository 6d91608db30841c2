"""The financing: sources and uses of every euro, with lines to enter, change and take out."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms import parts
from app.forms.parts import NOTHING, chosen
from app.forms.reckoning import ChangeEntryForm, EntryForm, WithdrawForm
from app.guard import Permission, guard
from app.unit import unit
from app.views import sheets
from app.views.choices import offer_documents, offer_parties, offer_sources
from app.views.frames import framed
from app.views.learning import learnt
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import documents, financings, parties, payments, sources
from bureau.operations.financings import EntryFields
from bureau.rules.financing import SOURCES, USES, Side
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

bp = Blueprint("finances", __name__)
PATH = "/cases/<uuid:case_id>/financing"
ONE = f"{PATH}/<uuid:entry_id>"
WHO = (EntityKind.PERSON, EntityKind.COMPANY)


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show(case_id: UUID) -> ResponseReturnValue:
    """Sources and uses, what is unexplained, and what changed between rounds of the form."""
    with unit() as work:
        found = financings.read_financing(work, case_id)
        return framed(
            work, case_id, "finances/show.html", found=found, form=WithdrawForm(formdata=None)
        )


@bp.get(f"{PATH}.csv")
@guard(Permission.NETWORK_EXPORT, loads="case")
def export(case_id: UUID) -> ResponseReturnValue:
    """The same table as a file for a spreadsheet."""
    with unit() as work:
        found = financings.export_financing(work, case_id)
        content = sheets.csv_of(found)
    answer = Response(content, mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="financing.csv"'
    return answer


@bp.route(f"{PATH}/new/<side>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add(case_id: UUID, side: str) -> ResponseReturnValue:
    """Enter a source or a use."""
    if side not in set(Side):
        raise NotFound("There is nothing here that you may see.")
    form = EntryForm()
    with unit() as work:
        offer_sources(form, sources.list_sources(work, case_id))
        _offer(work, case_id, form, side)
    if form.validate_on_submit():
        with told(form), unit() as work:
            financings.add_entry(work, case_id, _fields(form, side), learnt(form))
            flash(gettext("The line is entered."), "success")
            return redirect(url_for(".show", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "finances/line.html", form=form, side=side, entry=None)
    return (page, refused()) if form.is_submitted() else page


@bp.route(ONE, methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def change(case_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """Correct a line."""
    with unit() as work:
        entry = financings.read_entry(work, case_id, entry_id)
        form = ChangeEntryForm(data=sheets.filled(entry))
        _offer(work, case_id, form, entry.side)
    if form.validate_on_submit():
        version = int(form.version.data)
        with told(form), unit() as work:
            financings.change_entry(work, case_id, entry_id, version, _fields(form, entry.side))
            flash(gettext("Stored."), "success")
            return redirect(url_for(".show", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "finances/line.html", form=form, side=entry.side, entry=entry)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{ONE}/withdraw", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def withdraw(case_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """Take a line out of the reckoning, for a reason."""
    with unit() as work:
        entry = financings.read_entry(work, case_id, entry_id)
    form = WithdrawForm(version=entry.version)
    if form.validate_on_submit():
        with told(form), unit() as work:
            financings.withdraw_entry(
                work, case_id, entry_id, int(form.version.data), form.reason.data
            )
            flash(gettext("The line no longer counts."), "success")
            return redirect(url_for(".show", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "finances/withdraw.html", form=form, entry=entry)
    return (page, refused()) if form.is_submitted() else page


def _offer(work: Work, case_id: UUID, form: FlaskForm, side: str) -> None:
    kinds = SOURCES if side == Side.SOURCE else USES
    form["kind"].choices = parts.words(kinds, "financing_")
    offer_parties(form, "party", parties.list_parties(work, case_id), WHO, empty=True)
    offer_documents(form, documents.list_documents(work, case_id))
    paid = payments.largest_payments(work, case_id)
    form["payment"].choices = [NOTHING, *sheets.offered(paid)]


def _fields(form: FlaskForm, side: str) -> EntryFields:
    return EntryFields(
        side=side,
        kind=form["kind"].data,
        label=form["label"].data,
        amount=form["amount"].data,
        currency=form["currency"].data,
        status=form["status"].data,
        party_id=chosen(form["party"].data),
        document_id=chosen(form["document"].data),
        payment_id=chosen(form["payment"].data),
        remark=form["remark"].data or "",
    )
