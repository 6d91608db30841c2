"""Pages about support files: neutral titles, a quick way out, and nobody but helpers."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

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
from app.views.acts import acted
from app.views.support_page import PURPOSE, page, stored
from bureau.operations import referrals, signs, support_parts, supports
from bureau.rules.support import support_states
from bureau.rules.vocabulary import Track
from bureau.work import Work

bp = Blueprint("support", __name__, url_prefix="/support")
VICTIM = Track.VICTIM


@bp.get("")
@guard(Permission.SUPPORT_OPEN, track=VICTIM)
def list_files() -> ResponseReturnValue:
    """The files in which one helps."""
    with unit(PURPOSE) as work:
        files, waiting = supports.list_files(work), signs.list_signs(work)
        return render_template(
            "support/list.html",
            files=files,
            waiting=waiting,
            asking=support_parts.list_waiting(work),
            states=support_states(),
        )


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
    if not form.is_submitted():
        return render_template("support/open.html", form=form)

    def begin(work: Work) -> UUID:
        contact, needs = form.safe_contact.data or "", form.needs.data or ""
        return supports.open_file(work, form.code_name.data, contact, needs).id

    return acted(
        form,
        begin,
        lambda _: render_template("support/open.html", form=form),
        lambda made: url_for(".show_file", file_id=made),
        purpose=PURPOSE,
    )


@bp.get("/<uuid:file_id>")
@guard(Permission.SUPPORT_READ, loads="support_file", track=VICTIM)
def show_file(file_id: UUID) -> ResponseReturnValue:
    """One file."""
    with unit(PURPOSE) as work:
        return page(work, file_id)


@bp.post("/<uuid:file_id>")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def edit_file(file_id: UUID) -> ResponseReturnValue:
    """Change name and needs."""
    form = EditForm()

    def edit(work: Work) -> object:
        told = (form.real_name.data or "", form.needs.data or "")
        return supports.edit_file(work, file_id, int(form.version.data), *told)

    return stored(file_id, "edit", form, edit)


@bp.post("/<uuid:file_id>/steps")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def step_file(file_id: UUID) -> ResponseReturnValue:
    """Take the support a step further."""
    form = StepForm()

    def step(work: Work) -> object:
        target, reason = form.target.data, form.reason.data
        return supports.step_file(work, file_id, int(form.version.data), target, reason)

    return stored(file_id, "step", form, step)


@bp.post("/<uuid:file_id>/reflection")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def record_reflection(file_id: UUID) -> ResponseReturnValue:
    """Record the reflection period."""
    form = ReflectionForm()

    def record(work: Work) -> object:
        days = form.reflection_from.data, form.reflection_until.data
        at, dublin = int(form.version.data), form.dublin.data
        return supports.record_reflection(work, file_id, at, *days, dublin=dublin)

    return stored(file_id, "reflection", form, record)


@bp.post("/<uuid:file_id>/entries")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def add_entry(file_id: UUID) -> ResponseReturnValue:
    """Write a line into the file."""
    form = EntryForm()

    def add(work: Work) -> object:
        return supports.add_entry(
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

    return stored(file_id, "entry", form, add)


@bp.post("/<uuid:file_id>/consents")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def record_consent(file_id: UUID) -> ResponseReturnValue:
    """Record what the person agreed to."""
    form = ConsentForm()

    def record(work: Work) -> object:
        return supports.record_consent(
            work,
            file_id,
            form.purpose.data,
            form.recipient.data,
            form.explained_how.data,
            form.language.data,
            form.aim.data,
        )

    return stored(file_id, "consent", form, record)


@bp.post("/<uuid:file_id>/consents/<uuid:consent_id>/withdraw")
@guard(Permission.SUPPORT_EDIT, loads="support_file", track=VICTIM)
def withdraw_consent(file_id: UUID, consent_id: UUID) -> ResponseReturnValue:
    """The person takes consent back."""
    with unit(PURPOSE) as work:
        referrals.withdraw_consent(work, file_id, consent_id)
    flash(gettext("Stored."), "success")
    return redirect(url_for(".show_file", file_id=file_id))


@bp.post("/<uuid:file_id>/members")
@guard(Permission.SUPPORT_SHARE, loads="support_file", track=VICTIM)
def share_file(file_id: UUID) -> ResponseReturnValue:
    """Let another helper read the file."""
    form = ShareForm()

    def share(work: Work) -> object:
        return supports.share_file(work, file_id, form.login.data, form.organisation.data)

    return stored(file_id, "share", form, share)
