"""Pages about support files: neutral titles, a quick way out, and nobody but helpers."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.context import language
from app.forms.support import (
    ConsentForm,
    EditForm,
    EntryForm,
    OpenForm,
    ReflectionForm,
    ShareForm,
    StepForm,
)
from app.forms.support_road import TakeForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import referrals, signs, supports
from bureau.rules.support import support_states
from bureau.rules.support_parts import purposes, support_parts
from bureau.rules.vocabulary import Track
from bureau.work import Work

bp = Blueprint("support", __name__, url_prefix="/support")
PURPOSE = "support of a presumed victim"
VICTIM = Track.VICTIM


@bp.get("")
@guard(Permission.SUPPORT_OPEN, track=VICTIM)
def list_files() -> ResponseReturnValue:
    """The files in which one helps."""
    with unit(PURPOSE) as work:
        files, waiting = supports.list_files(work), signs.list_signs(work)
        states = support_states()
        return render_template("support/list.html", files=files, waiting=waiting, states=states)


@bp.post("/signs/<uuid:file_id>/take")
@guard(Permission.SUPPORT_OPEN, loads="support_file", track=VICTIM)
def take_sign(file_id: UUID) -> ResponseReturnValue:
    """Take up a sign that somebody gave."""
    form = TakeForm()
    version = int(form.version.data) if form.validate_on_submit() else 0  # 0 is no version: refused
    with unit(PURPOSE) as work:
        signs.take_sign(work, file_id, version)
    return redirect(url_for(".show_file", file_id=file_id))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.SUPPORT_OPEN, track=VICTIM)
def open_file() -> ResponseReturnValue:
    """Begin support."""
    form = OpenForm()
    if not form.validate_on_submit():
        return render_template("support/open.html", form=form)
    with unit(PURPOSE) as work:
        file = supports.open_file(
            work, form.code_name.data, form.safe_contact.data or "", form.needs.data or ""
        )
        target = url_for(".show_file", file_id=file.id)
    return redirect(target)


@bp.get("/<uuid:file_id>")
@guard(Permission.SUPPORT_READ, loads="support_file", track=VICTIM)
def show_file(file_id: UUID) -> ResponseReturnValue:
    """One file."""
    with unit(PURPOSE) as work:
        return _page(work, file_id)


@bp.post("/<uuid:file_id>")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def edit_file(file_id: UUID) -> ResponseReturnValue:
    """Change name, contact and needs."""
    form = EditForm()
    with unit(PURPOSE) as work:
        if not form.validate_on_submit():
            return _page(work, file_id, edit=form), 422
        supports.edit_file(
            work,
            file_id,
            int(form.version.data),
            form.real_name.data or "",
            form.safe_contact.data or "",
            form.needs.data or "",
        )
    return _stored(file_id)


@bp.post("/<uuid:file_id>/steps")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def step_file(file_id: UUID) -> ResponseReturnValue:
    """Take the support a step further."""
    form = StepForm()
    with unit(PURPOSE) as work:
        if not form.validate_on_submit():
            return _page(work, file_id, step=form), 422
        supports.step_file(
            work, file_id, int(form.version.data), form.target.data, form.reason.data
        )
    return _stored(file_id)


@bp.post("/<uuid:file_id>/reflection")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def record_reflection(file_id: UUID) -> ResponseReturnValue:
    """Record the reflection period."""
    form = ReflectionForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            supports.record_reflection(
                work,
                file_id,
                int(form.version.data),
                form.reflection_from.data,
                form.reflection_until.data,
                dublin=form.dublin.data,
            )
            return _stored(file_id)
    with unit(PURPOSE) as work:
        return _page(work, file_id, reflection=form), refused()


@bp.post("/<uuid:file_id>/entries")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def add_entry(file_id: UUID) -> ResponseReturnValue:
    """Write a line into the file."""
    form = EntryForm()
    with unit(PURPOSE) as work:
        if not form.validate_on_submit():
            return _page(work, file_id, entry=form), 422
        supports.add_entry(
            work,
            file_id,
            form.kind.data,
            form.text.data,
            form.on.data,
            dimension=form.dimension.data,
            strength=form.strength.data,
            perceived=form.perceived.data,
            who=form.who.data or "",
            due_on=form.due_on.data,
        )
    return _stored(file_id)


@bp.post("/<uuid:file_id>/consents")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def record_consent(file_id: UUID) -> ResponseReturnValue:
    """Record what the person agreed to."""
    form = ConsentForm()
    with unit(PURPOSE) as work:
        if not form.validate_on_submit():
            return _page(work, file_id, consent=form), 422
        supports.record_consent(
            work,
            file_id,
            form.purpose.data,
            form.recipient.data,
            form.explained_how.data,
            form.language.data,
            form.aim.data,
        )
    return _stored(file_id)


@bp.post("/<uuid:file_id>/consents/<uuid:consent_id>/withdraw")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def withdraw_consent(file_id: UUID, consent_id: UUID) -> ResponseReturnValue:
    """The person takes consent back."""
    with unit(PURPOSE) as work:
        referrals.withdraw_consent(work, file_id, consent_id)
    return _stored(file_id)


@bp.post("/<uuid:file_id>/members")
@guard(Permission.SUPPORT_SHARE, loads="support_file", track=VICTIM)
def share_file(file_id: UUID) -> ResponseReturnValue:
    """Let another helper read the file."""
    with unit(PURPOSE) as work:
        form = request.form
        supports.share_file(work, file_id, form.get("login", ""), form.get("organisation", ""))
    return _stored(file_id)


def _stored(file_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for(".show_file", file_id=file_id))


def _page(work: Work, file_id: UUID, **forms: FlaskForm) -> str:
    view = supports.read_file(work, file_id)
    return render_template(
        "support/show.html",
        view=view,
        parts=support_parts(),
        purposes=purposes(),
        edit_form=forms.get("edit") or EditForm(obj=view.file, formdata=None),
        step_form=forms.get("step") or StepForm(formdata=None),
        reflection_form=forms.get("reflection") or ReflectionForm(obj=view.file, formdata=None),
        entry_form=forms.get("entry") or EntryForm(formdata=None),
        consent_form=_aimed(forms.get("consent") or ConsentForm(formdata=None)),
        share_form=ShareForm(formdata=None, organisation=current_user.visitor.organisation),
    )


def _aimed(form: FlaskForm) -> FlaskForm:
    form.aim.choices = [SelectChoice(row.code, row.name.in_(language())) for row in purposes()]
    return form
