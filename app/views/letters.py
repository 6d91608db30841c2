"""Letters of a screening: what can be written, the draft as it reads, and what was sent."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.answers import file_of
from app.clock import now
from app.errors import remedy, said
from app.forms.letters import ASKED, LetterForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import letters
from bureau.operations.letters import Composed, Dispatch, Wanted
from bureau.rules.dates import civil_date
from bureau.rules.vocabulary import Language
from reports import post

bp = Blueprint("letters", __name__)
LIST = "/cases/<uuid:case_id>/letters"
WRITE = f"{LIST}/write/<kind>"
ONE = f"{LIST}/<uuid:letter_id>"
# What stands beside the letter, not in its form.
BESIDE = (*ASKED, "address", "channel", "sent_on", "declared")


@bp.get(LIST)
@guard(Permission.LETTER_READ, loads="case")
def list_case(case_id: UUID) -> ResponseReturnValue:
    """What was sent and drafted, and which letters can be written."""
    with unit() as work:
        desk = letters.list_letters(work, case_id)
        waiting = [
            {"kind": each.kind, "why": f"{said(each.waits)} {remedy(each.waits)}"}
            for each in desk.kinds
            if each.waits
        ]
        names = {each.kind.code: each.kind.name for each in desk.kinds}
        return framed(work, case_id, "letters/list.html", desk=desk, waiting=waiting, names=names)


@bp.get(WRITE)
@guard(Permission.LETTER_SEND, loads="case")
def write(case_id: UUID, kind: str) -> ResponseReturnValue:
    """The letter as it would read now."""
    form = LetterForm(formdata=None)
    with unit() as work:
        made = letters.compose_letter(work, case_id, kind, Wanted(_language()))
    return _page(case_id, kind, form, made)


@bp.post(WRITE)
@guard(Permission.LETTER_SEND, loads="case")
def go_on(case_id: UUID, kind: str) -> ResponseReturnValue:
    """Look at the changed wording, on paper too, keep it as a draft, or record it as sent."""
    form = LetterForm()
    if form.validate_on_submit():
        with told(form):
            done = DOING.get(request.form.get("do", ""), _look)
            return done(case_id, kind, form)
    return _page(case_id, kind, form, None), refused()


@bp.get(ONE)
@guard(Permission.LETTER_READ, loads="case")
def show(case_id: UUID, letter_id: UUID) -> ResponseReturnValue:
    """A letter that was sent: its words, when, how and by whom."""
    with unit() as work:
        sent = letters.read_letter(work, case_id, letter_id)
        return framed(work, case_id, "letters/show.html", sent=sent, letter=sent.letter)


@bp.get(f"{ONE}.pdf")
@guard(Permission.LETTER_READ, loads="case")
def pdf(case_id: UUID, letter_id: UUID) -> ResponseReturnValue:
    """The pages as they were sent."""
    with unit() as work:
        sent = letters.read_letter(work, case_id, letter_id, handed_out=True)
        return file_of(sent.pdf, "application/pdf", sent.filename)


def _look(case_id: UUID, kind: str, form: LetterForm) -> ResponseReturnValue:
    with unit() as work:
        made = letters.compose_letter(work, case_id, kind, _wanted(form))
    return _page(case_id, kind, form, made)


def _print(case_id: UUID, kind: str, form: LetterForm) -> ResponseReturnValue:
    paper = post.preview(unit, case_id, kind, _wanted(form))
    return file_of(paper.pdf, "application/pdf", paper.name)


def _keep(case_id: UUID, kind: str, form: LetterForm) -> ResponseReturnValue:
    with unit() as work:
        letters.keep_draft(work, case_id, kind, _wanted(form))
    flash(gettext("Kept as a draft."), "success")
    return redirect(url_for(".list_case", case_id=case_id))


def _send(case_id: UUID, kind: str, form: LetterForm) -> ResponseReturnValue:
    day = form.sent_on.data or civil_date(now())
    dispatch = Dispatch(day, form.channel.data, declared=form.declared.data)
    letter_id = post.send(unit, case_id, kind, _wanted(form), dispatch)
    flash(gettext("Recorded as sent. The letter can no longer be changed."), "success")
    return redirect(url_for(".show", case_id=case_id, letter_id=letter_id))


DOING = {"pdf": _print, "keep": _keep, "send": _send}


def _language() -> Language:
    return Language.EN if request.args.get("language") == Language.EN else Language.NL


def _wanted(form: LetterForm) -> Wanted:
    return Wanted(
        language=_language(),
        subject=form.subject.data or None,
        body=form.body.data or None,
        address=form.address.data,
        answers={name: form[name].data for name in ASKED if form[name].data},
        dated=form.sent_on.data,
    )


def _page(case_id: UUID, kind: str, form: LetterForm, made: Composed | None) -> str:
    """The draft as it reads, with its form; what was typed wrongly has no paper."""
    if made and not form.is_submitted():
        words = made.written
        form.subject.data, form.body.data = words.subject, words.body
        form.address.data = words.address
        form.sent_on.data = civil_date(now())
        for row in made.asked:
            form[row.code].data = made.answers.get(row.code, "")
    for name in BESIDE:
        form[name].render_kw = {**(form[name].render_kw or {}), "form": "letter"}
    with unit() as work:
        sheet = letters.read_kind(work, kind)
        return framed(
            work,
            case_id,
            "letters/write.html",
            form=form,
            made=made,
            kind=sheet.kind,
            fields=sheet.fields,
            asked=[row.code for row in sheet.fields if row.asked],
            chosen=_language().value,
        )
