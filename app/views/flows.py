"""Who paid whom: money between parties as a drawing of bands, with the table that says the same."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice

from app.forms.explorer import FlowsForm
from app.forms.parts import NOTHING, listed
from app.guard import Permission, guard
from app.money import amount
from app.unit import unit
from app.views import drawings
from app.views.frames import framed
from app.views.refusals import refused
from bureau.formats.network import drawn_text
from bureau.graph.exploring import Asked
from bureau.graph.rivers import BAR, Rivers, rivers
from bureau.operations import money_flows, parties
from bureau.operations.money_flows import FlowSheet
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

bp = Blueprint("flows", __name__)
PATH = "/cases/<uuid:case_id>/network/flows"
PAYERS = (EntityKind.PERSON, EntityKind.COMPANY, EntityKind.ACCOUNT)
MOST_DRAWN = 20
STEP, SIDE, TOP = 160.0, 165.0, 20.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The bands and bars with their places on the page."""

    width: float
    height: float
    bands: list[dict[str, Any]]
    bars: list[dict[str, Any]]


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show(case_id: UUID) -> ResponseReturnValue:
    """The drawing and the table."""
    form = FlowsForm(request.args)
    period = drawings.period(form)
    with unit() as work:
        page = _page(work, case_id, form, period)
    return (page, refused()) if form.errors else page


def _page(work: Work, case_id: UUID, form: FlowsForm, period: Asked) -> str:
    known = parties.list_parties(work, case_id)
    found = money_flows.read_flows(
        work,
        case_id,
        drawings.party(form.party.data),
        first=period.first,
        last=period.last,
        currency=form.currency.data or "",
    )
    form.party.choices = listed(
        ((row.id, row.label) for row in known if row.kind in PAYERS), empty=True
    )
    form.currency.choices = [SelectChoice(each, each) for each in found.currencies] or [NOTHING]
    form.currency.data = found.currency
    return framed(
        work,
        case_id,
        "network/flows.html",
        form=form,
        found=found,
        rows=_rows(found, case_id),
        drawing=_drawing(found),
        left_out=max(0, len(found.streams) - MOST_DRAWN),
    )


def _rows(found: FlowSheet, case_id: UUID) -> list[dict[str, Any]]:
    return [
        {
            "source": found.labels[each.flow.source],
            "target": found.labels[each.flow.target],
            "minor": each.flow.minor,
            "first": each.first,
            "last": each.last,
            "drawn": number < MOST_DRAWN,
            "proofs": [
                url_for("networks.show_evidence", case_id=case_id, edge_id=edge)
                for edge in each.edges
            ],
        }
        for number, each in enumerate(found.streams)
    ]


def _drawing(found: FlowSheet) -> Drawing | None:
    """The largest flows as bands; the table holds them all."""
    if not found.streams:
        return None
    drawn = rivers(each.flow for each in found.streams[:MOST_DRAWN])
    at = {bar.name: SIDE + bar.column * STEP for bar in drawn.bars}
    return Drawing(
        width=2 * SIDE + (drawn.columns - 1) * STEP + BAR,
        height=drawn.height + 2 * TOP,
        bands=_bands(found, drawn, at),
        bars=[
            {
                "x": at[bar.name],
                "y": bar.y + TOP,
                "height": bar.height,
                "label": drawn_text(found.labels[bar.name], 22),
                "left": bar.column == 0,
                "kind": found.kinds[bar.name].value,
                "said": f"{found.labels[bar.name]}: {amount(bar.inward, found.currency)} / "
                f"{amount(bar.outward, found.currency)}",
            }
            for bar in drawn.bars
        ],
    )


def _bands(found: FlowSheet, drawn: Rivers, at: dict[str, float]) -> list[dict[str, Any]]:
    return [
        {
            "d": _curve(
                (at[band.flow.source] + BAR, band.start + TOP),
                (at[band.flow.target], band.end + TOP),
                back=band.back,
            ),
            "width": band.width,
            "back": band.back,
            "said": f"{found.labels[band.flow.source]} \N{RIGHTWARDS ARROW} "
            f"{found.labels[band.flow.target]}: {amount(band.flow.minor, found.currency)}",
        }
        for band in drawn.bands
    ]


def _curve(start: tuple[float, float], end: tuple[float, float], *, back: bool) -> str:
    (x1, y1), (x2, y2) = start, end
    bend = max(40.0, abs(x2 - x1) / 2) * (0.6 if back else 1.0)
    return f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
