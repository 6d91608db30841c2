"""Figures of a case: what an officer looked up, so that an indicator can be computed."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.parts import chosen
from app.forms.reckoning import FigureForm, WithdrawForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import offer_parties, offer_sources
from app.views.frames import framed
from app.views.learning import learnt
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import figures, parties, sources
from bureau.rules.figures import figure_kinds
from bureau.rules.indicators import IndicatorGroup, indicators

bp = Blueprint("figures", __name__)
PATH = "/cases/<uuid:case_id>/figures"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_figures(case_id: UUID) -> ResponseReturnValue:
    """The figures there are, and the kinds that can be recorded, by what they feed."""
    with unit() as work:
        found = figures.list_figures(work, case_id)
        names = {row.code: row for row in indicators().on(work.today)}
        kinds = figure_kinds().on(work.today)
        groups = [
            (group.value, [row for row in kinds if names[row.feeds[0]].group is group])
            for group in IndicatorGroup
        ]
        return framed(
            work,
            case_id,
            "figures/list.html",
            found=found,
            groups=[(group, rows) for group, rows in groups if rows],
            names=names,
        )


@bp.route(f"{PATH}/new/<kind>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add(case_id: UUID, kind: str) -> ResponseReturnValue:
    """Record a figure with its source."""
    form = FigureForm()
    with unit() as work:
        row = figure_kinds().find(kind, work.today)
        if row is None:
            raise NotFound("There is nothing here that you may see.")
        form.shape(row)
        offer_sources(form, sources.list_sources(work, case_id))
        if row.subject:
            known = parties.list_parties(work, case_id)
            offer_parties(form, "subject", known, figures.ABOUT[row.subject], empty=True)
    if form.validate_on_submit():
        with told(form), unit() as work:
            figures.record_figure(
                work,
                case_id,
                kind,
                form.written(),
                learnt(form),
                subject_id=chosen(form["subject"].data) if "subject" in form else None,
                none_found="none_found" in form and form["none_found"].data,
            )
            flash(gettext("The figure is recorded. Compute the indicators to use it."), "success")
            return redirect(url_for(".list_figures", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "figures/add.html", form=form, kind=row)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{PATH}/<uuid:figure_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def withdraw(case_id: UUID, figure_id: UUID) -> ResponseReturnValue:
    """Say that a figure no longer counts, and why."""
    with unit() as work:
        known = figures.list_figures(work, case_id)
        figure = next((row for row in known if row.id == figure_id), None)
        if figure is None:
            raise NotFound("There is nothing here that you may see.")
    form = WithdrawForm(version=figure.version)
    if form.validate_on_submit():
        with told(form), unit() as work:
            figures.withdraw_figure(
                work, case_id, figure_id, int(form.version.data), form.reason.data
            )
            flash(gettext("The figure no longer counts."), "success")
            return redirect(url_for(".list_figures", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "figures/withdraw.html", form=form, figure=figure)
    return (page, refused()) if form.is_submitted() else page
