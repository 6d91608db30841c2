"""Notes pinned to a party, a tie or a payment of the network."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.explorer import NoteForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import frames, notes
from bureau.work import Work

bp = Blueprint("pinned", __name__)
PATH = "/cases/<uuid:case_id>/network/notes"
ONE = f"{PATH}/<edge_id>"  # an edge, or party: or payment: with its id


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_notes(case_id: UUID) -> ResponseReturnValue:
    """Every pinned note of the case, newest first."""
    with unit() as work:
        found = notes.list_all_pinned(work, case_id)
        return framed(work, case_id, "network/notes.html", found=found)


@bp.get(ONE)
@guard(Permission.NETWORK_READ, loads="case")
def show_notes(case_id: UUID, edge_id: str) -> ResponseReturnValue:
    """The notes on one party, tie or payment: a fragment for the panel, or a page of its own."""
    with unit() as work:
        return _page(work, case_id, edge_id)


@bp.post(ONE)
@guard(Permission.CASE_EDIT, loads="case")
def pin_note(case_id: UUID, edge_id: str) -> ResponseReturnValue:
    """Pin a note to it."""
    form = NoteForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            notes.pin_note(work, case_id, edge_id, form.text.data)
            flash(gettext("The note is kept."), "success")
            return redirect(url_for(".show_notes", case_id=case_id, edge_id=edge_id))
    with unit() as work:
        return _page(work, case_id, edge_id, form), refused()


def _page(work: Work, case_id: UUID, about: str, form: NoteForm | None = None) -> str:
    label, found = notes.list_pinned(work, case_id, about)
    asked = form or NoteForm(formdata=None)
    values = {"label": label, "notes": found, "form": asked, "about": about}
    if request.headers.get("HX-Request"):
        case = frames.read_frame(work, case_id)
        return render_template("network/note_part.html", case=case, **values)
    return framed(work, case_id, "network/note.html", **values)
