"""Records of money and things: listed by kind, added, corrected, ended and withdrawn."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms import records as forms
from app.guard import Permission, guard
from app.unit import unit
from app.views import record_fields, traying
from app.views.choices import offer_parties, offer_sources
from app.views.frames import framed
from app.views.learning import learnt
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import parties, records, sources, trays
from bureau.rules.records import RecordGroup, RecordRow, record_kind, record_kinds
from bureau.rules.vocabulary import Credibility, RecordKind
from bureau.work import Work

bp = Blueprint("records", __name__)
PATH = "/cases/<uuid:case_id>/records"
ONE = f"{PATH}/<uuid:record_id>"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_records(case_id: UUID) -> ResponseReturnValue:
    """What the case holds of money and things, kind by kind."""
    wanted, number = request.args.get("kind", ""), request.args.get("page", 1, type=int)
    kind = wanted if wanted in set(RecordKind) else ""
    party_id = request.args.get("party", None, type=UUID)
    with unit() as work:
        found = records.list_records(work, case_id, kind, party_id, max(1, number))
        party = parties.read_party(work, case_id, party_id) if party_id else None
        return framed(
            work,
            case_id,
            "records/list.html",
            found=found,
            rows={row.kind: row for row in record_kinds()},
            groups=_groups(),
            kind=kind,
            party=party,
            pages=record_fields.pages(
                found,
                lambda page: url_for(
                    ".list_records", case_id=case_id, page=page, kind=kind or None, party=party_id
                ),
            ),
        )


@bp.route(f"{PATH}/new/<kind>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add_record(case_id: UUID, kind: str) -> ResponseReturnValue:
    """Record a fact of a kind with its source."""
    if kind not in set(RecordKind):
        raise NotFound("There is nothing here that you may see.")
    row = record_kind(kind)
    form = forms.adding(row)()
    with unit() as work:
        offer_sources(form, sources.list_sources(work, case_id))
        _offer(work, case_id, form, row)
    if form.validate_on_submit():
        with told(form), record_fields.placed(form), unit() as work:
            if traying.asked():
                return traying.put(
                    work, case_id, kind, form, trays.plain(record_fields.terms(form))
                )
            records.add_record(work, case_id, kind, record_fields.terms(form), learnt(form))
            return _done(case_id, row, gettext("The fact is recorded."))
    with unit() as work:
        page = framed(work, case_id, "records/write.html", form=form, row=row, record=None)
    return (page, refused()) if form.is_submitted() else page


@bp.route(ONE, methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def change_record(case_id: UUID, record_id: UUID) -> ResponseReturnValue:
    """Correct a record; its kind and its source stay what they are."""
    with unit() as work:
        record = records.read_record(work, case_id, record_id)
        form = forms.changing(record.row)(data=record_fields.present(record))
        _offer(work, case_id, form, record.row)
    if form.validate_on_submit():
        with told(form), record_fields.placed(form), unit() as work:
            records.change_record(
                work,
                case_id,
                record_id,
                int(form["version"].data),
                record_fields.terms(form),
                credibility=Credibility(form["credibility"].data),
                valid_from=(form["valid_from"].data or "").strip(),
                valid_to=(form["valid_to"].data or "").strip(),
            )
            return _done(case_id, record.row, gettext("Stored."))
    with unit() as work:
        page = framed(work, case_id, "records/write.html", form=form, row=record.row, record=record)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{ONE}/end", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def end_record(case_id: UUID, record_id: UUID) -> ResponseReturnValue:
    """Say until when a record held, for a reason."""
    with unit() as work:
        record = records.read_record(work, case_id, record_id)
    form = forms.EndForm(version=record.version)
    if form.validate_on_submit():
        with told(form), unit() as work:
            records.end_record(
                work,
                case_id,
                record_id,
                int(form.version.data),
                form.last_day.data,
                form.reason.data,
            )
            return _done(case_id, record.row, gettext("Stored."))
    with unit() as work:
        page = framed(work, case_id, "records/end.html", form=form, record=record)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{ONE}/withdraw", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def withdraw_record(case_id: UUID, record_id: UUID) -> ResponseReturnValue:
    """Let a record count for nothing any more, for a reason."""
    with unit() as work:
        record = records.read_record(work, case_id, record_id)
    form = forms.WithdrawForm(version=record.version)
    if form.validate_on_submit():
        with told(form), unit() as work:
            records.withdraw_record(
                work, case_id, record_id, int(form.version.data), form.reason.data
            )
            return _done(case_id, record.row, gettext("The fact no longer counts."))
    with unit() as work:
        page = framed(work, case_id, "records/withdraw.html", form=form, record=record)
    return (page, refused()) if form.is_submitted() else page


def _offer(work: Work, case_id: UUID, form: FlaskForm, row: RecordRow) -> None:
    """Let each role choose among the parties of the kinds that can take it."""
    known = parties.list_parties(work, case_id)
    for role in row.roles:
        offer_parties(form, forms.WHO + role.name, known, role.kinds, empty=True)


def _groups() -> list[tuple[RecordGroup, list[RecordRow]]]:
    rows: list[Any] = list(record_kinds())
    return [(group, [row for row in rows if row.group is group]) for group in RecordGroup]


def _done(case_id: UUID, row: RecordRow, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".list_records", case_id=case_id, _anchor=row.code))
