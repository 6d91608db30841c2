"""The explorer: begin at a party, open, hide, group, find a way, look at a period, keep it."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from wtforms.fields import SelectChoice

from app.context import language
from app.forms.explorer import ExploreForm, KeepForm
from app.forms.parts import LONGEST_NAME, NOTHING
from app.guard import Permission, guard
from app.unit import DEFAULT_PURPOSE, unit
from app.views import drawings, explorations
from app.views.explorations import Way
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.formats.svg import write_svg
from bureau.graph import asking
from bureau.operations import explorations as network
from bureau.operations import parties, related_cases
from bureau.operations.explorations import Asked, Exploration
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

bp = Blueprint("explorer", __name__)
PATH = "/cases/<uuid:case_id>/network/explore"
MOST_OFFERED = 400


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show(case_id: UUID) -> ResponseReturnValue:
    """The picture with its tables beside it; for the script only the tables."""
    form = _form()
    asked = Asked()
    with told(form):
        asked = _asked()
        kept = drawings.party(request.args.get("view"))
        with unit(_reason() or DEFAULT_PURPOSE) as work:
            if kept and set(request.args) == {"view"}:
                return redirect(_kept(work, case_id, kept))
            return _page(work, case_id, form, asked)
    with unit(_reason() or DEFAULT_PURPOSE) as work:
        return _page(work, case_id, form, Asked(starts=asked.starts)), refused()


@bp.get(f"{PATH}.json")
@guard(Permission.NETWORK_READ, loads="case")
def read_json(case_id: UUID) -> ResponseReturnValue:
    """The picture for the script that draws it."""
    with unit(_reason() or DEFAULT_PURPOSE) as work:
        found, way = _found(work, case_id, _asked())
        told_plainly = explorations.plain(found, way, _elsewhere(work, case_id))
    span = found.span
    return jsonify(
        {
            **told_plainly,
            "counts": _counts(found),
            "page": way.to(),
            "span": [day.isoformat() for day in span] if span else None,
            "said": [text.in_(language()) for text in found.statements],
        }
    )


def _counts(found: Exploration) -> str:
    nodes, edges = len(found.network.nodes), len(found.network.edges)
    drawn = ngettext("%(num)s node", "%(num)s nodes", nodes)
    return f"{drawn}, {ngettext('%(num)s tie', '%(num)s ties', edges)}"


@bp.get(f"{PATH}.svg")
@guard(Permission.NETWORK_READ, loads="case")
def read_svg(case_id: UUID) -> ResponseReturnValue:
    """The picture as the server draws it: shown without a script and on paper."""
    with unit(_reason() or DEFAULT_PURPOSE) as work:
        found, _ = _found(work, case_id, _asked())
    return Response(write_svg(found.network, language()), mimetype="image/svg+xml")


def _page(work: Work, case_id: UUID, form: ExploreForm, asked: Asked) -> str:
    found, way = _found(work, case_id, asked, laid=False)
    values = _values(found, way, _elsewhere(work, case_id))
    if request.headers.get("HX-Request"):
        return render_template("network/explore_tables.html", **values)
    known = [(str(row.id), row.label) for row in parties.list_parties(work, case_id)]
    offered = _offered(known, found, [row["id"] for row in values["parties"]])
    choices = [NOTHING, *(SelectChoice(key, label[:LONGEST_NAME]) for key, label in offered)]
    form.start.choices = form.between.choices = form.onward.choices = choices
    return framed(
        work,
        case_id,
        "network/explore.html",
        form=form,
        found=found,
        address={"json": way.to("explorer.read_json"), "svg": way.to("explorer.read_svg")},
        carried=[
            (name, each) for name in ("open", "hide", "view") for each in way.state.get(name, ())
        ],
        hidden=explorations.hidden(found.asked.hidden, dict(known), way),
        keep=KeepForm(formdata=None, asked=request.query_string.decode(errors="replace")),
        **values,
    )


def _offered(
    known: list[tuple[str, str]], found: Exploration, shown: list[str]
) -> list[tuple[str, str]]:
    """Who can be chosen in the lists: in a large case only who stands in the table or was asked."""
    if len(known) <= MOST_OFFERED:
        return known
    wanted = {*shown, *found.asked.starts, *(found.asked.ends or ())}
    return [(key, label) for key, label in known if key in wanted]


def _values(found: Exploration, way: Way, elsewhere: dict[str, Any]) -> dict[str, Any]:
    """The rows of the tables; around one party or tie where the script asks for it."""
    near = request.args.get("near", "")
    shown, pages = explorations.parties(
        found, way, elsewhere, request.args.get("page", 1, type=int)
    )
    lines, tie_pages, count = explorations.ties(
        found, way, near, request.args.get("ties", 1, type=int)
    )
    return {
        "parties": shown,
        "pages": pages,
        "ties": lines,
        "tie_pages": tie_pages,
        "totals": (len(found.network.nodes), count),
        "near": near,
    }


def _kept(work: Work, case_id: UUID, picture_id: UUID) -> str:
    row = network.read_picture(work, case_id, picture_id)
    return url_for(".show", case_id=case_id, view=picture_id, **row.asked)


def _found(
    work: Work, case_id: UUID, asked: Asked, *, laid: bool = True
) -> tuple[Exploration, Way]:
    view = request.args.get("view", "")
    found = network.explore(
        work,
        case_id,
        asked,
        language=language(),
        reason=_reason(),
        picture_id=drawings.party(view),
        laid=laid,
    )
    others = request.args.get("others", "")
    state = explorations.state(asked, reason=_reason(), view=view, others=others)
    return found, Way(case_id, state)


def _asked() -> Asked:
    """What the address asks for; without a word of it the people and things, not the accounts."""
    if not request.args:
        return Asked(kinds=frozenset({EntityKind.ACCOUNT}))
    return asking.asked({name: request.args.getlist(name) for name in asking.FIELDS})


def _reason() -> str:
    return (request.args.get("reason") or "").strip()[:500]


def _form() -> ExploreForm:
    """The form as it stands for this address; two ends of a way are two fields."""
    ends = [*request.args.getlist("between"), "", ""]
    form = ExploreForm(request.args)
    if not request.args:
        form.without.data = [EntityKind.ACCOUNT.value]
    form.start.data = (request.args.getlist("start") or [""])[0]
    form.between.data, form.onward.data = ends[0], ends[1]
    return form


def _elsewhere(work: Work, case_id: UUID) -> dict[str, Any]:
    """Parties that also stand in another case, where one may see both and asked for it."""
    if not request.args.get("others"):
        return {}
    found: dict[str, list[tuple[str, str]]] = {}
    for case in related_cases.list_related(work, case_id).cases:
        for row in case.parties:
            link = url_for("cases.show_case", case_id=case.id)
            found.setdefault(str(row.entity_id), []).append((case.reference, link))
    return found
