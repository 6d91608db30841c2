"""The sharing register of a case: what went to whom, and what followed it."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app import sharing_paper
from app.answers import file_of
from app.context import language
from app.forms.disclosures import DisclosureForm, FeedbackForm, NoticeForm, ReviewForm, StepForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import disclosures, sharing_registers
from bureau.operations.disclosures import Wanted
from bureau.rules.vocabulary import Language
from bureau.work import Work

bp = Blueprint("disclosures", __name__)
PATH = "/cases/<uuid:case_id>/sharing"
ONE = f"{PATH}/<uuid:disclosure_id>"


@bp.get(PATH)
@guard(Permission.DISCLOSURE_READ, loads="case")
def list_case(case_id: UUID) -> ResponseReturnValue:
    """What went to whom in this case, what was asked, and who objects."""
    with unit() as work:
        found = sharing_registers.read_register(work, case_id)
        return framed(work, case_id, "sharing/register.html", register=found)


@bp.get(f"{PATH}.csv")
@guard(Permission.DISCLOSURE_READ, loads="case")
def case_csv(case_id: UUID) -> ResponseReturnValue:
    """The register of this case as CSV."""
    with unit() as work:
        found = sharing_registers.read_register(work, case_id, handed_out=True)
    text = sharing_paper.text(found.rows, Language(language()))
    return file_of(text.encode(), "text/csv", "sharing-register.csv")


@bp.route(f"{PATH}/new", methods=["GET", "POST"])
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def disclose(case_id: UUID) -> ResponseReturnValue:
    """Give something, once the table of sharing says that it may go."""
    form = DisclosureForm()
    with unit() as work:
        choices = sharing_registers.read_choices(work, case_id)
        form.offer(choices)
    if not form.is_submitted():
        form.giver.data = choices.own
        form.facts.data = request.args.getlist("fact")
    if form.validate_on_submit():
        with told(form), unit() as work:
            made = disclosures.disclose(work, case_id, _wanted(form))
            flash(
                gettext("It is in the register now, with number %(n)s.", n=made.number), "success"
            )
            return redirect(url_for(".show", case_id=case_id, disclosure_id=made.id))
    with unit() as work:
        page = framed(work, case_id, "sharing/add.html", form=form, choices=choices)
    return (page, refused()) if form.is_submitted() else page


@bp.get(ONE)
@guard(Permission.DISCLOSURE_READ, loads="case")
def show(case_id: UUID, disclosure_id: UUID) -> ResponseReturnValue:
    """One disclosure with all that was weighed and all that followed."""
    with unit() as work:
        return _page(work, case_id, disclosure_id)


@bp.post(f"{ONE}/recall")
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def recall(case_id: UUID, disclosure_id: UUID) -> ResponseReturnValue:
    """Take back what was given: its recipient is told."""
    form = StepForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            disclosures.recall_disclosure(
                work, case_id, disclosure_id, int(form.version.data), form.reason.data
            )
            return _stored(case_id, disclosure_id)
    with unit() as work:
        return _page(work, case_id, disclosure_id, recalling=form), refused()


@bp.post(f"{ONE}/review")
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def review(case_id: UUID, disclosure_id: UUID) -> ResponseReturnValue:
    """Say that it is still necessary."""
    form = ReviewForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            disclosures.review_disclosure(
                work,
                case_id,
                disclosure_id,
                int(form.version.data),
                form.reason.data,
                form.review_on.data,
            )
            return _stored(case_id, disclosure_id)
    with unit() as work:
        return _page(work, case_id, disclosure_id, reviewing=form), refused()


@bp.post(f"{ONE}/feedback")
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def feedback(case_id: UUID, disclosure_id: UUID) -> ResponseReturnValue:
    """Say what a result was good for."""
    form = FeedbackForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            disclosures.give_feedback(
                work,
                case_id,
                disclosure_id,
                int(form.version.data),
                form.useful.data,
                form.feedback.data,
            )
            return _stored(case_id, disclosure_id)
    with unit() as work:
        return _page(work, case_id, disclosure_id, reporting=form), refused()


@bp.post(f"{ONE}/notices/<uuid:told_id>")
@guard(Permission.DISCLOSURE_MAKE, loads="case")
def answer_notice(case_id: UUID, disclosure_id: UUID, told_id: UUID) -> ResponseReturnValue:
    """Say what was done about a correction or recall."""
    form = NoticeForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            disclosures.answer_notice(
                work, case_id, told_id, int(form.version.data), form.answer.data
            )
            return _stored(case_id, disclosure_id)
    with unit() as work:
        return _page(work, case_id, disclosure_id, answering=form), refused()


def _stored(case_id: UUID, disclosure_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for(".show", case_id=case_id, disclosure_id=disclosure_id))


def _wanted(form: DisclosureForm) -> Wanted:
    return Wanted(
        giver=form.giver.data,
        recipient=form.recipient.data,
        category=form.category.data,
        way=form.way.data or "",
        says=form.says.data,
        purpose=form.purpose.data,
        necessity=form.necessity.data,
        met=tuple(form.met.data or ()),
        ground=form.ground.data or "",
        facts=tuple(form.facts.data or ()),
        decided_in=form.decided_in.data or "",
        given_on=form.given_on.data,
        until_on=form.until_on.data,
        review_on=form.review_on.data,
        secrecy=bool(form.secrecy.data),
    )


def _page(work: Work, case_id: UUID, disclosure_id: UUID, **forms: Any) -> str:
    row = sharing_registers.read_disclosure(work, case_id, disclosure_id)
    blank: dict[str, Any] = {
        "recalling": StepForm(formdata=None),
        "reviewing": ReviewForm(formdata=None),
        "reporting": FeedbackForm(formdata=None),
        "answering": NoticeForm(formdata=None),
    }
    return framed(work, case_id, "sharing/show.html", row=row, **(blank | forms))
