"""Contact between owners of cases on the same person; neither is revealed before both agree."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from app.forms.contacts import AnswerForm, AskForm, EndForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.acts import acted
from app.views.frames import framed
from bureau.operations import contacts
from bureau.operations.contacts import Wanted
from bureau.work import Work

bp = Blueprint("contacts", __name__)
PATH = "/cases/<uuid:case_id>/contacts"
ONE = f"{PATH}/<uuid:enquiry_id>"
PURPOSE = "contact with owners of other cases"


@bp.route(PATH, methods=["GET", "POST"])
@guard(Permission.CASE_EDIT, loads="case")
def ask(case_id: UUID) -> ResponseReturnValue:
    """What was asked and what others ask; a new question gets the same answer always."""
    form = AskForm()
    with unit(PURPOSE) as work:
        if not form.is_submitted():
            return _page(work, case_id, form)
        form.offer(contacts.list_contacts(work, case_id))
    return acted(
        form,
        lambda work: contacts.ask_contact(work, case_id, _wanted(form)),
        lambda work: _page(work, case_id, form),
        _at(case_id),
        gettext("Asked. If there is another case, its owner has been told."),
        purpose=PURPOSE,
    )


@bp.post(f"{ONE}/answer")
@guard(Permission.CASE_EDIT, loads="case")
def answer(case_id: UUID, enquiry_id: UUID) -> ResponseReturnValue:
    """Agree to contact with whoever asks, or not."""
    form = AnswerForm()

    def act(work: Work) -> None:
        number = int(form.version.data)
        contacts.answer_contact(work, case_id, enquiry_id, number, agreed=form.agreed.data)

    return _done(case_id, form, act, gettext("Stored."))


@bp.post(f"{ONE}/end")
@guard(Permission.CASE_EDIT, loads="case")
def end(case_id: UUID, enquiry_id: UUID) -> ResponseReturnValue:
    """End one's own question: its purpose has ended."""
    form = EndForm()

    def act(work: Work) -> None:
        number = int(form.version.data)
        contacts.end_contact(work, case_id, enquiry_id, number, form.reason.data)

    return _done(case_id, form, act, gettext("Ended. Neither side sees the other any more."))


def _done(
    case_id: UUID, form: FlaskForm, act: Callable[[Work], None], done: str
) -> ResponseReturnValue:
    """Do what a form beside one question asks, or show the page with that form as it was sent."""
    return acted(
        form,
        act,
        lambda work: _page(work, case_id, AskForm(formdata=None), form),
        _at(case_id),
        done,
        purpose=PURPOSE,
    )


def _at(case_id: UUID) -> str:
    return url_for(".ask", case_id=case_id)


def _wanted(form: AskForm) -> Wanted:
    return Wanted(
        form.about,
        form.ground.data,
        form.purpose.data,
        form.necessity.data,
        form.agreed.data,
        form.until_on.data,
    )


def _page(work: Work, case_id: UUID, form: AskForm, wrong: FlaskForm | None = None) -> str:
    found = contacts.list_contacts(work, case_id)
    form.offer(found)
    return framed(work, case_id, "contacts/list.html", contacts=found, form=form, wrong=wrong)
