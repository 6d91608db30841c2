"""Pages of the road of support: parts, referrals, holds, closing; each with a neutral title."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.context import language
from app.forms.support_road import (
    AnswerForm,
    CloseForm,
    HoldForm,
    ReferralForm,
    WordsForm,
    part_form,
)
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import (
    referrals,
    safety_holds,
    shelter_words,
    support_closing,
    support_parts,
    supports,
)
from bureau.rules.support_parts import Part, purposes
from bureau.rules.support_parts import support_parts as part_rows
from bureau.rules.vocabulary import Track

bp = Blueprint("support_road", __name__, url_prefix="/support")
PURPOSE = "support of a presumed victim"
VICTIM = Track.VICTIM
ONE = "/<uuid:file_id>"


@bp.route(f"{ONE}/parts/<part>", methods=["GET", "POST"])
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def record_part(file_id: UUID, part: str) -> ResponseReturnValue:
    """Record one part, such as the safety triage."""
    with unit(PURPOSE) as work:
        view = supports.read_file(work, file_id, editing=True)
        row = _part(part)
        form = part_form(row, language())
        if not form.is_submitted():
            shown = part_form(row, language(), view.parts.get(row.code, {}))
            return render_template("support/part.html", view=view, part=row, form=shown)
    if form.validate():
        given = {field.code: form[field.code].data or "" for field in row.fields}
        with told(form), unit(PURPOSE) as work:
            support_parts.record_part(work, file_id, row.code, given)
            return _stored(file_id)
    with unit(PURPOSE) as work:
        view = supports.read_file(work, file_id)
        return render_template("support/part.html", view=view, part=row, form=form), refused()


@bp.route(f"{ONE}/referrals", methods=["GET", "POST"])
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def refer(file_id: UUID) -> ResponseReturnValue:
    """Refer within the consent, and see what was told to whom."""
    form = ReferralForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            referrals.refer(
                work, file_id, form.aim.data, form.recipient.data or "", form.text.data or ""
            )
            return _stored(file_id, "support_road.refer")
    return _referrals(file_id, form)


@bp.post(f"{ONE}/referrals/<uuid:referral_id>/answer")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def answer_referral(file_id: UUID, referral_id: UUID) -> ResponseReturnValue:
    """Record what the recipient answered."""
    form = AnswerForm()
    with unit(PURPOSE) as work:
        referrals.answer_referral(work, file_id, referral_id, form.answer.data or "")
    return _stored(file_id, "support_road.refer")


@bp.post(f"{ONE}/referrals/<uuid:referral_id>/told")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def tell_recall(file_id: UUID, referral_id: UUID) -> ResponseReturnValue:
    """The recipient was told of the recall."""
    with unit(PURPOSE) as work:
        referrals.tell_recall(work, file_id, referral_id)
    return _stored(file_id, "support_road.refer")


@bp.route(f"{ONE}/close", methods=["GET", "POST"])
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def close_file(file_id: UUID) -> ResponseReturnValue:
    """Close the file and delete what it holds."""
    form = CloseForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            support_closing.close_file(
                work, file_id, int(form.version.data), understood=form.understood.data
            )
            flash(gettext("The file is closed; nobody can read it any more."), "success")
            return redirect(url_for("support.list_files"))
    with unit(PURPOSE) as work:
        view = supports.read_file(work, file_id, editing=True)
        status = refused() if form.is_submitted() else 200
        return render_template("support/close.html", view=view, form=form), status


@bp.route(f"{ONE}/holds", methods=["GET", "POST"])
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def set_hold(file_id: UUID) -> ResponseReturnValue:
    """Tell a case the dates of a hold, and nothing else.

    The case first, the line of the file after it, each under a label of its own.
    """
    form = HoldForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                key = safety_holds.key_of(work, file_id, form.until.data)
            with unit("victim check") as work:
                safety_holds.set_hold(work, form.reference.data or "", form.until.data, key)
            with unit(PURPOSE) as work:
                safety_holds.note_hold(work, file_id, form.until.data)
            return _stored(file_id)
    return _holding(file_id, form)


@bp.post(f"{ONE}/holds/release")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def release_hold(file_id: UUID) -> ResponseReturnValue:
    """Release what this file holds."""
    form = HoldForm()
    if form.validate_on_submit():
        with told(form):
            with unit(PURPOSE) as work:
                key = safety_holds.key_of(work, file_id, None)
            with unit("victim check") as work:
                safety_holds.release_hold(work, form.reference.data or "", key)
            return _stored(file_id)
    return _holding(file_id, form)


@bp.route("/words", methods=["GET", "POST"])
@guard(Permission.SUPPORT_OPEN, track=VICTIM)
def keep_words() -> ResponseReturnValue:
    """An address that may be written nowhere."""
    form = WordsForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            shelter_words.keep_words(work, form.address.data or "")
            flash(gettext("Kept as a mark. It is stopped wherever somebody types it."), "success")
            return redirect(url_for(".keep_words"))
    status = refused() if form.is_submitted() else 200
    with unit(PURPOSE) as work:
        supports.list_files(work)
        shown = form if form.errors else WordsForm(formdata=None)
        return render_template("support/words.html", form=shown), status


def _part(code: str) -> Part:
    found = next((row for row in part_rows() if row.code == code), None)
    if found is None:
        raise NotFound("There is nothing here that you may see.")
    return found


def _referrals(file_id: UUID, form: ReferralForm) -> ResponseReturnValue:
    form.aim.choices = [SelectChoice(row.code, row.name.in_(language())) for row in purposes()]
    with unit(PURPOSE) as work:
        view = supports.read_file(work, file_id, editing=True)
        status = refused() if form.is_submitted() else 200
        answer = AnswerForm(formdata=None)
        page = render_template(
            "support/referrals.html", view=view, form=form, answer_form=answer, purposes=purposes()
        )
        return page, status


def _holding(file_id: UUID, form: FlaskForm) -> ResponseReturnValue:
    with unit(PURPOSE) as work:
        view = supports.read_file(work, file_id)
        status = refused() if form.is_submitted() else 200
        return render_template("support/holds.html", view=view, form=form), status


def _stored(file_id: UUID, endpoint: str = "support.show_file") -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for(endpoint, file_id=file_id))
