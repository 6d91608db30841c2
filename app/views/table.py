"""What lies on the table of an agenda item: options, papers, and what agencies bring."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.clock import now
from app.context import language
from app.errors import remedy, said
from app.forms.attendance import record_id
from app.forms.table import ContributionForm, OptionsForm, PaperForm, RecallForm, ReleaseForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.item_page import answered, page
from app.views.refusals import CONFLICT
from bureau.errors import Changed
from bureau.operations import agenda_items, contributions, papers
from bureau.operations.agenda_items import Option
from bureau.operations.contributions import Brought
from bureau.rules import meeting as law
from bureau.work import Work

bp = Blueprint("table", __name__)
ITEM = "/cases/<uuid:case_id>/items/<uuid:item_id>"
MOST = 2000


@bp.post(f"{ITEM}/options")
@guard(Permission.MEETING_RUN, loads="case")
def compare_options(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Compare what could be done in each track."""
    form = OptionsForm()
    version = request.form.get("version", "")

    def compare(work: Work) -> None:
        number = int(version) if version.isdecimal() else 0
        agenda_items.compare_options(work, case_id, item_id, number, _options())

    done = gettext("The options are stored.")
    try:
        return answered(form, case_id, item_id, "options", compare, done)
    except Changed as meanwhile:
        form.form_errors.append(f"{said(meanwhile)} {remedy(meanwhile)}")
        form.differences = [(_named(name), *both) for name, *both in meanwhile.differences]
    with unit() as work:
        return page(work, case_id, item_id, options=form), CONFLICT


@bp.post(f"{ITEM}/papers")
@guard(Permission.MEETING_RUN, loads="case")
def release_paper(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Lay a document or a party of the case on the table for some seats."""
    form = PaperForm()

    def release(work: Work) -> None:
        kind, _, key = (form.thing.data or "").partition(":")
        seats = [UUID(each) for each in form.paper_seats.data or ()]
        basis = form.paper_basis.data or ""
        papers.release_paper(work, case_id, item_id, kind, UUID(key), basis, seats)

    done = gettext("The paper lies on the table of the seats you chose.")
    return answered(form, case_id, item_id, "paper", release, done)


@bp.post(f"{ITEM}/papers/<uuid:paper_id>/withdrawal")
@guard(Permission.MEETING_RUN, loads="case")
def withdraw_paper(case_id: UUID, item_id: UUID, paper_id: UUID) -> ResponseReturnValue:
    """Take a paper off the table."""
    with unit() as work:
        papers.withdraw_paper(work, case_id, paper_id)
    flash(gettext("The paper is off the table."), "success")
    return redirect(url_for("meetings.show_item", case_id=case_id, item_id=item_id))


@bp.post(f"{ITEM}/contributions")
@guard(Permission.ITEM_READ, loads="item")
def contribute(case_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Bring something to this item, for the seats one chooses."""
    form = ContributionForm()

    def bring(work: Work) -> None:
        brought = Brought(
            form.words.data or "",
            form.category.data or "",
            form.brought_basis.data or "",
            form.handling.data,
            tuple(UUID(each) for each in form.facts.data or ()),
        )
        seats = [UUID(each) for each in form.brought_seats.data or ()]
        contributions.contribute(work, case_id, item_id, brought, seats)

    done = gettext("Your contribution is on the table of the seats you chose.")
    return answered(form, case_id, item_id, "contribution", bring, done)


@bp.post(f"{ITEM}/contributions/<uuid:contribution_id>/release")
@guard(Permission.ITEM_READ, loads="item")
def release_contribution(
    case_id: UUID, item_id: UUID, contribution_id: UUID
) -> ResponseReturnValue:
    """Say anew who reads an own contribution."""
    form = ReleaseForm()

    def release(work: Work) -> None:
        seats = [found for each in form.seats.data or () if (found := record_id(each))]
        contributions.release_contribution(work, case_id, contribution_id, seats)

    done = gettext("Who may read it is stored.")
    return answered(form, case_id, item_id, "release", release, done)


@bp.post(f"{ITEM}/contributions/<uuid:contribution_id>/recall")
@guard(Permission.ITEM_READ, loads="item")
def recall_contribution(case_id: UUID, item_id: UUID, contribution_id: UUID) -> ResponseReturnValue:
    """Take an own contribution back, also after the meeting."""
    form = RecallForm()

    def recall(work: Work) -> None:
        reason = form.recall_reason.data or ""
        contributions.recall_contribution(work, case_id, contribution_id, reason)

    done = gettext("It is recalled: nobody reads it any more; that it was here stays.")
    return answered(form, case_id, item_id, "recall", recall, done)


def _named(field: str) -> str:
    """A field of the form in words: its track and its question."""
    part, _, code = field.partition("-")
    asked = {"what": gettext("What"), "why": gettext("Why"), "why_not": gettext("Why not")}
    return f"{law.tracks().row(code, now().date()).name.in_(language())}: {asked[part]}"


def _options() -> dict[str, Option]:
    """What was typed for each track."""
    return {
        row.code: Option(
            *(request.form.get(f"{part}-{row.code}", "") for part in ("what", "why", "why_not"))
        )
        for row in law.tracks()
    }
