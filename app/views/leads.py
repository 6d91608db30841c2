"""Leads: patterns looked for on purpose, innocent explanations answered, a person's judgement."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.leads import InnocentForm, JudgeForm, VictimForm
from app.forms.networks import DetectForm
from app.forms.parts import chosen
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import offer_sources
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import leads, networks, sources
from bureau.work import Work

bp = Blueprint("leads", __name__)
PATH = "/cases/<uuid:case_id>/leads"
ONE = f"{PATH}/<uuid:hit_id>"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_leads(case_id: UUID) -> ResponseReturnValue:
    """The leads of a case, by number; there is no score to sort them by."""
    with unit() as work:
        return framed(work, case_id, "network/leads.html", leads=leads.list_leads(work, case_id))


@bp.route(f"{PATH}/detect", methods=["GET", "POST"])
@guard(Permission.NETWORK_DETECT, loads="case")
def detect(case_id: UUID) -> ResponseReturnValue:
    """Look for patterns, with their definitions before one's eyes."""
    form = DetectForm()
    with unit() as work:
        here = networks.open_patterns(work, case_id)
    form.offer(here.open)
    runs = None
    if form.validate_on_submit():
        with told(form):
            runs = _found(case_id, form)
    with unit() as work:
        page = framed(
            work,
            case_id,
            "network/detect.html",
            form=form,
            runs=runs,
            here=here,
            known={row.code: row for row in here.open},
            leads={row.code: row for row in leads.list_leads(work, case_id)},
        )
    return page if runs is not None or not form.is_submitted() else (page, refused())


def _found(case_id: UUID, form: DetectForm) -> list[dict[str, Any]]:
    with unit(form.purpose.data) as work:
        found: list[dict[str, Any]] = networks.detect(
            work,
            case_id,
            form.purpose.data,
            form.patterns.data,
            (form.settings.data or "").split(),
            hops=form.hops.data,
            reason=form.reason.data or "",
        )["runs"]
        return found


@bp.get(ONE)
@guard(Permission.NETWORK_READ, loads="case")
def show_lead(case_id: UUID, hit_id: UUID) -> ResponseReturnValue:
    """One lead: the shape, the proof, how often chance finds as much, what could explain it."""
    with unit() as work:
        return _page(work, case_id, hit_id)


@bp.post(f"{ONE}/innocents/<int:number>")
@guard(Permission.LEAD_ANSWER, loads="case")
def answer_innocent(case_id: UUID, hit_id: UUID, number: int) -> ResponseReturnValue:
    """Say what came of checking one innocent explanation."""
    form = InnocentForm()
    with unit() as work:
        offer_sources(form, sources.list_sources(work, case_id), empty=True)
    if form.validate_on_submit():
        with told(form), unit() as work:
            leads.answer_innocent(
                work,
                case_id,
                hit_id,
                number,
                form.answer.data,
                evidence=form.evidence.data or "",
                version=int(form.version.data),
                source_id=chosen(form.source.data),
            )
            return _stored(case_id, hit_id)
    with unit() as work:
        return _page(work, case_id, hit_id, innocent=form, number=number), refused()


@bp.post(f"{ONE}/judgement")
@guard(Permission.LEAD_ANSWER, loads="case")
def judge_lead(case_id: UUID, hit_id: UUID) -> ResponseReturnValue:
    """Judge the lead, with a reason."""
    form = JudgeForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            leads.judge_lead(
                work,
                case_id,
                hit_id,
                form.status.data,
                form.reason.data,
                version=int(form.version.data),
            )
            return _stored(case_id, hit_id)
    with unit() as work:
        return _page(work, case_id, hit_id, judge=form), refused()


@bp.post(f"{ONE}/victim-check")
@guard(Permission.LEAD_ANSWER, loads="case")
def check_victim(case_id: UUID, hit_id: UUID) -> ResponseReturnValue:
    """Say whether somebody in the lead may be used or forced."""
    form = VictimForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            leads.check_victim(
                work,
                case_id,
                hit_id,
                form.answer.data,
                form.note.data,
                version=int(form.version.data),
            )
            return _stored(case_id, hit_id)
    with unit() as work:
        return _page(work, case_id, hit_id, victim=form), refused()


def _stored(case_id: UUID, hit_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for(".show_lead", case_id=case_id, hit_id=hit_id))


def _page(
    work: Work,
    case_id: UUID,
    hit_id: UUID,
    innocent: InnocentForm | None = None,
    number: int = 0,
    judge: JudgeForm | None = None,
    victim: VictimForm | None = None,
) -> str:
    lead = leads.read_lead(work, case_id, hit_id)
    known = sources.list_sources(work, case_id)
    forms = {}
    for row in lead.innocents:
        wrong = innocent is not None and row.number == number
        form = innocent if wrong and innocent else InnocentForm(formdata=None, obj=row)
        if not wrong:
            form.source.data = str(row.source_id or "")
        offer_sources(form, known, empty=True)
        forms[row.number] = form
    return framed(
        work,
        case_id,
        "network/lead.html",
        lead=lead,
        forms_of=forms,
        judge_form=judge or JudgeForm(formdata=None),
        victim_form=victim or VictimForm(formdata=None, obj=lead.victim),
    )
