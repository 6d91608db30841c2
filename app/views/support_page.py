"""The page of a support file, with the form that came back or with all of them blank."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import render_template, url_for
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
    ReflectionForm,
    ShareForm,
    StandardForm,
    StepForm,
)
from app.views.acts import acted
from bureau.operations import supports
from bureau.rules.support import support_states
from bureau.rules.support_parts import purposes, support_parts
from bureau.work import Work

PURPOSE = "support of a presumed victim"
REFLECTING = "reflection"


def page(work: Work, file_id: UUID, **given: FlaskForm) -> str:
    """One support file; a form in `given` comes back with what was typed and what is wrong."""
    view = supports.read_file(work, file_id)
    step = given.get("step") or StepForm(formdata=None)
    step.target.choices = [SelectChoice(row.code, row.name.in_(language())) for row in view.steps]
    return render_template(
        "support/show.html",
        view=view,
        parts=support_parts(),
        purposes=purposes(),
        reflecting=support_states().row(REFLECTING, work.today),
        edit_form=given.get("edit") or EditForm(obj=view.file, formdata=None),
        step_form=step,
        reflection_form=given.get("reflection") or ReflectionForm(obj=view.file, formdata=None),
        entry_form=given.get("entry") or EntryForm(formdata=None),
        consent_form=_aimed(given.get("consent") or ConsentForm(formdata=None)),
        data_form=given.get("data") or StandardForm(formdata=None),
        share_form=given.get("share")
        or ShareForm(formdata=None, organisation=current_user.visitor.organisation),
    )


def stored(
    file_id: UUID, name: str, form: FlaskForm, act: Callable[[Work], Any]
) -> ResponseReturnValue:
    """Do what the form asks and go back to the file, or show the file with what was typed."""
    onward = url_for("support.show_file", file_id=file_id)
    done = gettext("Stored.")
    return acted(
        form,
        act,
        lambda work: page(work, file_id, **{name: form}),
        onward,
        done,
        purpose=PURPOSE,
    )


def _aimed(form: FlaskForm) -> FlaskForm:
    form.aim.choices = [SelectChoice(row.code, row.name.in_(language())) for row in purposes()]
    return form
