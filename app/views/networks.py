"""The network of a case: a picture, its table, its proof, its measures and its exports."""

from uuid import UUID

from flask import Blueprint, Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.context import language
from app.exchange_words import EXPORT_HELP
from app.forms.networks import LookForm
from app.forms.parts import listed
from app.guard import Permission, guard
from app.unit import DEFAULT_PURPOSE, unit
from app.views import drawings
from app.views.frames import framed
from app.views.handing import handed_out
from app.views.refusals import refused, told
from bureau.errors import Invalid
from bureau.operations import networks, parties
from bureau.operations.networks import NetworkPicture
from bureau.rules.vocabulary import HOPS, MOST_HOPS, EntityKind
from bureau.work import Work

bp = Blueprint("networks", __name__)
PATH = "/cases/<uuid:case_id>/network"
TOP = 10


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_network(case_id: UUID) -> ResponseReturnValue:
    """The picture, and the table that says the same."""
    form = _read()
    with told(form):
        _insist(form)
    if wrong := bool(form.errors):
        form.hops.data = HOPS
    with unit(form.reason.data or DEFAULT_PURPOSE) as work:
        known = parties.list_parties(work, case_id)
        form.focus.choices = listed(((row.id, row.label) for row in known), empty=True)
        picture = _picture(work, case_id, form, TOP)
        page = framed(
            work,
            case_id,
            "network/show.html",
            form=form,
            picture=picture,
            ties=drawings.rows(picture, case_id),
            measures=drawings.measured(picture, case_id, language()),
            with_accounts=_with_accounts(form),
            asked=_address(form),
            exports=EXPORT_HELP.items(),
            focus_label=next((row.label for row in known if row.id == picture.focus), ""),
        )
    return (page, refused()) if wrong else page


@bp.get(f"{PATH}.json")
@guard(Permission.NETWORK_READ, loads="case")
def read_json(case_id: UUID) -> ResponseReturnValue:
    """The picture for the script that draws it."""
    form = _asked()
    with unit(form.reason.data or DEFAULT_PURPOSE) as work:
        return jsonify(drawings.plain(_picture(work, case_id, form), case_id))


@bp.get(f"{PATH}.svg")
@guard(Permission.NETWORK_READ, loads="case")
def read_svg(case_id: UUID) -> ResponseReturnValue:
    """The picture as the server draws it: shown without a script and on paper."""
    form = _asked()
    with unit(form.reason.data or DEFAULT_PURPOSE) as work:
        picture = _picture(work, case_id, form)
    return Response(drawings.svg(picture, language()), mimetype="image/svg+xml")


@bp.get(f"{PATH}/edges/<edge_id>")
@guard(Permission.NETWORK_READ, loads="case")
def show_evidence(case_id: UUID, edge_id: str) -> ResponseReturnValue:
    """What lies behind one line: a fragment for the panel, or a page of its own."""
    page = request.args.get("page", 1, type=int)
    with unit() as work:
        found = networks.edge_evidence(work, case_id, edge_id, max(1, page))
        values = {"found": found, "pages": drawings.pages(found, case_id)}
        if request.headers.get("HX-Request"):
            return render_template("network/evidence.html", case_id=case_id, **values)
        return framed(work, case_id, "network/edge.html", **values)


@bp.get(f"{PATH}/export/<format_name>")
@guard(Permission.NETWORK_EXPORT, loads="case")
def export_network(case_id: UUID, format_name: str) -> ResponseReturnValue:
    """The whole network as a file, or with its manifest in a ZIP."""
    with unit("export of the network") as work:
        found = networks.export_network(work, case_id, format_name, language=language())
    return handed_out(found, with_manifest="manifest" in request.args)


def _read() -> LookForm:
    form = LookForm(request.args)
    form.hops.data = form.hops.data or HOPS
    return form


def _asked() -> LookForm:
    """From where and how far; raises Invalid for further than one step without a reason."""
    form = _read()
    _insist(form)
    return form


def _insist(form: LookForm) -> None:
    if not HOPS <= form.hops.data <= MOST_HOPS:
        raise Invalid(
            "A network can be shown from one to three steps far.",
            where={"field": "hops"},
            hint="Give a number from 1 to 3.",
        )
    if form.hops.data > HOPS and not (form.reason.data or "").strip():
        raise Invalid(
            "Looking more than one step far needs a reason.",
            where={"field": "reason"},
            hint="Say which question the wider picture should answer; it is kept in the trail.",
        )


def _picture(work: Work, case_id: UUID, form: LookForm, top: int = 0) -> NetworkPicture:
    focus = drawings.party(form.focus.data)
    # Hundreds of accounts hide the people: they are drawn around one party, or when asked for.
    kinds = None if _with_accounts(form) else frozenset(EntityKind) - {EntityKind.ACCOUNT}
    return networks.read_network(
        work, case_id, focus, form.hops.data, kinds=kinds, language=language(), top=top
    )


def _with_accounts(form: LookForm) -> bool:
    return bool(form.focus.data or form.accounts.data)


def _address(form: LookForm) -> dict[str, str]:
    """The addresses of the same picture as JSON and as a drawing."""
    asked = {"hops": form.hops.data, "reason": form.reason.data or None}
    if form.focus.data:
        asked["focus"] = form.focus.data
    if form.accounts.data:
        asked["accounts"] = "y"
    view_args = {**(request.view_args or {}), **asked}
    return {
        "json": url_for(".read_json", **view_args),
        "svg": url_for(".read_svg", **view_args),
    }
