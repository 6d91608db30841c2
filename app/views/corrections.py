"""Corrections that travel: a fact put right, and each place that used it followed up."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.forms.rights import CorrectForm, CorrectNumberForm, FollowForm, correcting
from app.guard import Permission, guard
from app.unit import unit
from app.views.corrected_names import title
from app.views.frames import framed
from app.views.party_fields import fields, present
from app.views.refusals import refused, told
from app.words import word
from bureau.operations import corrections, parties, party_corrections
from bureau.rules import money
from bureau.work import Work

bp = Blueprint("corrections", __name__)
PATH = "/cases/<uuid:case_id>/corrections"
PURPOSE = "putting a fact right"
LONGEST = 100


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_corrections(case_id: UUID) -> ResponseReturnValue:
    """What was corrected, and what was done where the old value stood."""
    with unit(PURPOSE) as work:
        return _list(work, case_id)


@bp.route(f"{PATH}/new", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def correct_fact(case_id: UUID) -> ResponseReturnValue:
    """Put a fact right."""
    form = CorrectForm()
    with unit(PURPOSE) as work:
        _offer(form, work, case_id)
    if form.validate_on_submit():
        subject, key, version = form.fact.data.split(":")
        said = form.value.data
        value = money.typed(said) if subject in corrections.AMOUNTS else said
        with told(form), unit(PURPOSE) as work:
            corrections.correct_fact(
                work,
                case_id,
                subject,
                UUID(key),
                int(version),
                value,
                form.reason.data,
            )
            return _corrected(case_id)
    with unit(PURPOSE) as work:
        known = parties.list_parties(work, case_id)
        page = framed(work, case_id, "corrections/correct.html", form=form, parties=known)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{PATH}/parties/<uuid:entity_id>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def correct_party(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """Put any field of a party right."""
    with unit(PURPOSE) as work:
        party = parties.read_party(work, case_id, entity_id)
    form = correcting(party.kind)(data=present(party))
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            party_corrections.correct_party(
                work,
                case_id,
                entity_id,
                int(form["version"].data),
                fields(form),
                form["reason"].data,
            )
            return _corrected(case_id)
    with unit(PURPOSE) as work:
        page = framed(work, case_id, "corrections/party.html", party=party, form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{PATH}/numbers/<uuid:identifier_id>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def correct_number(case_id: UUID, identifier_id: UUID) -> ResponseReturnValue:
    """Put a number of a register right."""
    with unit(PURPOSE) as work:
        number = party_corrections.read_number(work, case_id, identifier_id)
    form = CorrectNumberForm(data={"version": number.version})
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            party_corrections.correct_number(
                work,
                case_id,
                identifier_id,
                int(form.version.data),
                form.value.data,
                form.reason.data,
            )
            return _corrected(case_id)
    with unit(PURPOSE) as work:
        page = framed(work, case_id, "corrections/number.html", number=number, form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.post(f"{PATH}/places/<uuid:place_id>")
@guard(Permission.CASE_EDIT, loads="case")
def follow_place(case_id: UUID, place_id: UUID) -> ResponseReturnValue:
    """Record what was done about one place."""
    form = FollowForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            corrections.follow_place(
                work,
                case_id,
                place_id,
                int(form.version.data),
                form.answer.data,
                form.on.data,
            )
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_corrections", case_id=case_id))
    with unit(PURPOSE) as work:
        return _list(work, case_id, form), refused()


def _list(work: Work, case_id: UUID, wrong: FlaskForm | None = None) -> str:
    rows = corrections.list_corrections(work, case_id)
    form = wrong if isinstance(wrong, FollowForm) else FollowForm(formdata=None)
    titles = {row.id: title(row.subject, row.field) for row in rows}
    shown = {"rows": rows, "titles": titles, "gone": corrections.list_told(work, case_id)}
    return framed(work, case_id, "corrections/list.html", form=form, wrong=wrong, **shown)


def _corrected(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Corrected. Follow up each place where the old value stood."), "success")
    return redirect(url_for(".list_corrections", case_id=case_id))


def _offer(form: FlaskForm, work: Work, case_id: UUID) -> None:
    form.fact.choices = [
        SelectChoice(f"{kind}:{key}:{version}", f"{word(f'corrected_{kind}')}: {said}"[:LONGEST])
        for kind, key, version, said in corrections.list_correctable(work, case_id)
    ]
