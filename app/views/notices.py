"""Notices about an issued dossier: a correction or a recall, looked at, approved, sent."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.answers import file_of
from app.context import language
from app.forms.dossiers import IssueForm
from app.forms.notices import BreachForm, CorrectionNoticeForm, RecallForm
from app.guard import Permission, guard
from app.unit import confirm, unit
from app.views.corrected_names import title
from app.views.refusals import refused, told
from bureau.operations import breaches
from bureau.rules.notices import NoticeKind
from reports import notice_paper, notices
from reports.notice_facts import Offered
from reports.notices import Board, Wanted

bp = Blueprint("notices", __name__)
ABOUT = "/cases/<uuid:case_id>/dossiers/<uuid:dossier_id>/notices"
ONE = f"{ABOUT}/<uuid:tiding_id>"
PURPOSE = "telling recipients of a correction or a recall"
LONGEST = 200


@bp.get(ABOUT)
@guard(Permission.DOSSIER_READ, loads="case")
def list_notices(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The notices about a dossier, and what can still be told."""
    return _page(case_id, dossier_id)


@bp.post(f"{ABOUT}/correction")
@guard(Permission.DOSSIER_PREPARE, loads="case")
def tell_correction(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Make a notice of correction for somebody else to approve."""
    form = CorrectionNoticeForm()
    with unit(PURPOSE) as work:
        board = notices.list_notices(work, case_id, dossier_id)
        form.offer((str(one.id), _said(one)) for one in board.offered)
    if form.validate_on_submit():
        with told(form):
            chosen = tuple(UUID(one) for one in form.corrections.data or ())
            wanted = Wanted(NoticeKind.CORRECTION, form.reason.data or "", corrections=chosen)
            return _prepared(case_id, dossier_id, wanted)
    return _page(case_id, dossier_id, correcting=form), refused()


@bp.post(f"{ABOUT}/recall")
@guard(Permission.DOSSIER_PREPARE, loads="case")
def recall(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Make a notice of recall for somebody else to approve."""
    form = RecallForm()
    with unit(PURPOSE) as work:
        _offer(form, notices.list_notices(work, case_id, dossier_id))
    if form.validate_on_submit():
        with told(form):
            wanted = Wanted(NoticeKind.RECALL, form.why.data, form.ground.data, form.duty.data)
            return _prepared(case_id, dossier_id, wanted)
    return _page(case_id, dossier_id, recalling=form), refused()


@bp.get(f"{ONE}/file")
@guard(Permission.DOSSIER_READ, loads="case")
def read_notice(case_id: UUID, dossier_id: UUID, tiding_id: UUID) -> ResponseReturnValue:
    """The pages; whoever opened them may agree to them."""
    with unit(PURPOSE) as work:
        name, pdf = notices.read_notice(work, case_id, dossier_id, tiding_id)
        return file_of(pdf, "application/pdf", name)


@bp.post(f"{ONE}/sending")
@guard(Permission.DOSSIER_ISSUE, loads="case")
def send_notice(case_id: UUID, dossier_id: UUID, tiding_id: UUID) -> ResponseReturnValue:
    """Send what was approved, once; the password is asked once more."""
    form = IssueForm()
    if form.validate_on_submit():
        with told(form):
            confirm(form.password.data)
            with unit(PURPOSE) as work:
                notices.issue_notice(work, case_id, dossier_id, tiding_id)
            flash(gettext("Sent. Its recipients are asked to confirm it."), "success")
            return redirect(url_for(".list_notices", case_id=case_id, dossier_id=dossier_id))
    return _page(case_id, dossier_id, sending=form), refused()


@bp.post(f"{ONE}/breach")
@guard(Permission.DOSSIER_PREPARE, loads="case")
def answer_breach(case_id: UUID, dossier_id: UUID, tiding_id: UUID) -> ResponseReturnValue:
    """Say whether the breach of personal data was notified (AVG 33)."""
    form = BreachForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            given = int(form.version.data), form.breach.data, form.breach_words.data
            breaches.answer_breach(work, case_id, dossier_id, tiding_id, *given)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".list_notices", case_id=case_id, dossier_id=dossier_id))
    return _page(case_id, dossier_id, breach=form), refused()


def _prepared(case_id: UUID, dossier_id: UUID, wanted: Wanted) -> ResponseReturnValue:
    """Print it and keep it; nobody waits for the database while it is printed."""
    with unit(PURPOSE) as work:
        made = notices.compose_notice(work, case_id, dossier_id, wanted)
    paper = notice_paper.printed(made)
    with unit(PURPOSE) as work:
        notices.keep_notice(work, case_id, dossier_id, wanted, paper)
    flash(gettext("Made. Look at its pages; a second person approves exactly these."), "success")
    return redirect(url_for(".list_notices", case_id=case_id, dossier_id=dossier_id))


def _page(
    case_id: UUID,
    dossier_id: UUID,
    correcting: CorrectionNoticeForm | None = None,
    recalling: RecallForm | None = None,
    sending: IssueForm | None = None,
    breach: BreachForm | None = None,
) -> str:
    with unit(PURPOSE) as work:
        board = notices.list_notices(work, case_id, dossier_id)
        correcting = correcting or CorrectionNoticeForm(formdata=None)
        recalling = recalling or RecallForm(formdata=None)
        correcting.offer((str(one.id), _said(one)) for one in board.offered)
        _offer(recalling, board)
        return render_template(
            "notices/list.html",
            board=board,
            case=board.dossier.case,
            correcting=correcting,
            recalling=recalling,
            sending=sending or IssueForm(formdata=None),
            breach=breach or BreachForm(formdata=None),
        )


def _offer(form: RecallForm, board: Board) -> None:
    spoken = language()
    form.offer(
        ((row.code, row.name.in_(spoken)) for row in board.grounds),
        ((row.code, row.name.in_(spoken)) for row in board.duties),
    )


def _said(one: Offered) -> str:
    """A correction in one line: what it said and says now, and where it stands in the dossier."""
    change = f"{title(one.subject, one.field)}: {one.said or '-'} → {one.says or '-'}"
    return f"{change[:LONGEST]} ({'; '.join(one.where)[:LONGEST]})"
