"""The pages of an applicant: the own form, part by part, its documents and handing it in."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app import applicants
from app.applicants import applicant_only, unit
from app.clock import now
from app.forms.applicant import CodeForm, FileForm, HandInForm, SectionForm
from app.views import answers, sections
from app.views.refusals import refused, told
from app.views.sections import Page
from bureau.operations import applicant_forms
from bureau.operations.applicant_forms import FormView, Signature
from bureau.rules.dates import civil_date

bp = Blueprint("applicant", __name__, url_prefix="/a")
UNFIT = 422


@bp.get("/<string(minlength=8):secret>")
def enter(secret: str) -> ResponseReturnValue:
    """Follow the private link: it becomes a visit, and the address with the secret is left."""
    return applicants.enter(secret) or applicants.closed()


@bp.get("/code")
@applicant_only(code=False)
def ask_code() -> ResponseReturnValue:
    """Ask for the code that was handed over apart."""
    return render_template("applicant/code.html", form=CodeForm(formdata=None))


@bp.post("/code")
@applicant_only(code=False)
def confirm() -> ResponseReturnValue:
    """Look at the code; a wrong one, and one too many, sound alike."""
    form = CodeForm()
    if form.validate_on_submit():
        if applicants.confirm(form.code.data or ""):
            return redirect(url_for(".show_form"))
        form.code.errors = [
            gettext("This code does not fit. After five wrong codes you wait a quarter of an hour.")
        ]
    return render_template("applicant/code.html", form=form), UNFIT


@bp.get("/form")
@applicant_only()
def show_form() -> ResponseReturnValue:
    """What this is and why, what was filled in and what is still missing."""
    view = _view()
    return render_template("applicant/form.html", view=view, beginning=sections.beginning(view))


@bp.route("/form/<code>", methods=["GET", "POST"])
@applicant_only()
def fill_in(code: str) -> ResponseReturnValue:
    """Fill in one part; rows are added and removed without storing."""
    view, form = _view(), SectionForm()
    on = sections.page(view, code)
    if not form.is_submitted():
        return _part(view, on, on.sheet.present)
    if rows := sections.pressed(on, request.form):
        return _part(view, on, rows)
    given = sections.filled(on, request.form)
    slips = sections.wrong(on, given, civil_date(now()))
    if form.validate_on_submit() and not slips:
        changed = answers.changed(on.sheet, given)
        with told(form), unit() as work:
            versions = answers.versions(request.form, changed)
            applicant_forms.save_answers(work, changed, versions)
            flash(gettext("Your answers are saved."), "success")
            return redirect(_onward(on))
    shown = {code: answers.shown(value) for code, value in given.items()}
    return _part(view, on, {**on.sheet.present, **shown}, form=form, slips=slips), refused()


@bp.get("/documents")
@applicant_only()
def list_documents() -> ResponseReturnValue:
    """The documents that are asked, with the receipt of each file."""
    return render_template("applicant/documents.html", view=_view(), form=FileForm(formdata=None))


@bp.post("/documents/<code>")
@applicant_only()
def add_file(code: str) -> ResponseReturnValue:
    """Keep a file for one of the documents."""
    form = FileForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            sent = form.file.data
            kept = applicant_forms.add_file(work, code, sent.filename or "", sent.read())
            flash(gettext("%(name)s is received.", name=kept.filename), "success")
            return redirect(url_for(".list_documents", _anchor=code))
    return render_template("applicant/documents.html", view=_view(), form=form, at=code), UNFIT


@bp.route("/hand-in", methods=["GET", "POST"])
@applicant_only()
def hand_in() -> ResponseReturnValue:
    """Sign the form and hand it in."""
    form = HandInForm()
    if form.validate_on_submit():
        signature = Signature(
            declared=form.declared.data,
            name=form.name.data or "",
            place=form.place.data or "",
            by_proxy=form.by_proxy.data == "yes",
            incomplete=form.incomplete.data,
        )
        with told(form), unit() as work:
            applicant_forms.hand_in(work, signature)
            flash(gettext("Your form is handed in. Thank you."), "success")
            return redirect(url_for(".show_form"))
    page = render_template("applicant/hand_in.html", view=_view(), form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.post("/leave")
@applicant_only(code=False)
def leave() -> ResponseReturnValue:
    """End the visit."""
    return applicants.leave()


def _view() -> FormView:
    with unit() as work:
        return applicant_forms.read_form(work)


def _onward(on: Page) -> str:
    """The next part where that was asked for and there is one, else the overview."""
    if on.following and "onward" in request.form:
        return url_for(".fill_in", code=on.following)
    return url_for(".show_form")


def _part(view: FormView, on: Page, values: Any, **wrong: Any) -> str:
    told_wrong = {"form": SectionForm(formdata=None), "slips": {}, **wrong}
    return render_template(
        "applicant/part.html",
        view=view,
        on=on,
        values=values,
        rows=sections.rows,
        spoken=sections.spoken,
        **told_wrong,
    )
