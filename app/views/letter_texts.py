"""The texts of letters of one's own municipality: read, written anew, put back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.letters import LetterTextForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import letter_texts
from bureau.operations.letter_texts import TextPage

bp = Blueprint("letter_texts", __name__)
ONE = "/letter-texts/<kind>/<language>"
LOOK, RESET = "look", "reset"


@bp.get("/letter-texts")
@guard(Permission.LETTER_TEXT)
def list_texts() -> ResponseReturnValue:
    """Every letter, with the version of its text that holds now."""
    with unit() as work:
        texts = letter_texts.list_texts(work)
        kinds = {text.kind.code: text.kind for text in texts}
        rows = [
            (kind, [text for text in texts if text.kind.code == code])
            for code, kind in kinds.items()
        ]
        return render_template("letter_texts/list.html", rows=rows)


@bp.route(ONE, methods=["GET", "POST"])
@guard(Permission.LETTER_TEXT)
def change_text(kind: str, language: str) -> ResponseReturnValue:
    """One text with its fields, an example of how it reads, and its versions."""
    form = LetterTextForm()
    if form.validate_on_submit():
        with told(form):
            if request.form.get("do") == LOOK:
                return _page(form, _read(kind, language, form.subject.data, form.body.data))
            _store(form, kind, language)
            return redirect(url_for(".change_text", kind=kind, language=language))
    text = _read(kind, language)
    if form.is_submitted():
        return _page(form, text), refused()
    form.version.data = str(text.now.number)
    form.subject.data, form.body.data = text.now.subject, text.now.body
    return _page(form, text)


def _read(kind: str, language: str, *changed: str) -> TextPage:
    with unit() as work:
        return letter_texts.read_text(work, kind, language, *changed)


def _store(form: LetterTextForm, kind: str, language: str) -> None:
    number, why = int(form.version.data), form.reason.data or ""
    with unit() as work:
        if request.form.get("do") == RESET:
            letter_texts.reset_text(work, kind, language, number, why)
            flash(gettext("The text of the house holds again."), "success")
            return
        letter_texts.write_text(
            work, kind, language, number, form.subject.data, form.body.data, why
        )
        flash(gettext("Stored as a new version; letters from now on use it."), "success")


def _page(form: LetterTextForm, text: TextPage) -> str:
    return render_template("letter_texts/change.html", form=form, text=text)
