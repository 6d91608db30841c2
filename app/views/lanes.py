"""The timeline of a case with a lane for each party, and the table that says the same."""

from functools import partial
from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from app.context import language
from app.forms.explorer import PeriodForm
from app.forms.parts import listed
from app.guard import Permission, guard
from app.unit import unit
from app.views import drawings
from app.views.frames import framed
from app.views.refusals import refused
from bureau.formats.network import drawn_text
from bureau.graph.exploring import Asked
from bureau.graph.swimming import LEFT, WIDE, swimming
from bureau.operations import chronologies, parties
from bureau.operations.chronologies import Happening
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

bp = Blueprint("lanes", __name__)
PATH = "/cases/<uuid:case_id>/network/timeline"
WITH_LANES = (EntityKind.PERSON, EntityKind.COMPANY, EntityKind.PROPERTY)
LABEL = 26
MOST_ROWS = 500


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show(case_id: UUID) -> ResponseReturnValue:
    """The lanes of one party and whoever is asked for, or of those with most that is dated."""
    form = PeriodForm(request.args)
    period = drawings.period(form)
    with unit() as work:
        page = _page(work, case_id, form, period)
    return (page, refused()) if form.errors else page


def _page(work: Work, case_id: UUID, form: PeriodForm, period: Asked) -> str:
    known = parties.list_parties(work, case_id)
    asked = [party for each in request.args.getlist("party") if (party := drawings.party(each))]
    found = chronologies.read_chronology(
        work, case_id, asked[:1], first=period.first, last=period.last, language=language()
    )
    form.party.choices = listed(
        ((row.id, row.label) for row in known if row.kind in WITH_LANES), empty=True
    )
    labels = dict(found.parties)
    rows = sorted(found.happenings, key=lambda each: (each.on or each.until, labels[each.party]))
    return framed(
        work,
        case_id,
        "network/lanes.html",
        form=form,
        found=found,
        labels=labels,
        short={name: drawn_text(label, LABEL) for name, label in found.parties},
        drawing=swimming(found.happenings, [name for name, _ in found.parties]),
        size=(WIDE, LEFT),
        rows=rows[:MOST_ROWS],
        left_out=max(0, len(rows) - MOST_ROWS),
        proof=partial(_proof, case_id),
    )


def _proof(case_id: UUID, each: Happening) -> str:
    """Where the evidence is: of a tie its own page, of payments the statement."""
    if each.edge:
        return url_for("networks.show_evidence", case_id=case_id, edge_id=each.edge)
    return url_for("statements.show", case_id=case_id, party=each.party)
