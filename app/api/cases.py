"""Cases for programs: one's own, what is in them, and a new one."""

from typing import Any
from uuid import UUID

from app.api import asked, told, told_else
from app.api.door import JSON, Contract, agreed, bp, page, unit
from app.context import language
from app.guard import Permission, guard
from bureau.formats.graph_json import as_json
from bureau.operations import case_files, cases, networks, parties
from bureau.operations.cases import CaseRow
from bureau.operations.parties import PartyLine
from reports import issue

ONE = "/cases/<uuid:case_id>"
Given = dict[str, Any]
OPENING = Contract(
    told.Opened, status=201, body={JSON: asked.NewScreening}, found_at="api.read_case"
)


@bp.get("/cases")
@guard(Permission.WORK_READ)
@agreed(Contract(told.CasePage, args=asked.CaseListing))
def list_cases(given: Given) -> Given:
    """One's own cases."""
    with unit() as work:
        rows = cases.list_cases(work)
        chosen = [row for row in rows if given.get("kind") in (None, row.kind)]
        if given["sort"] == "case":
            chosen.sort(key=lambda row: row.reference)
        return page(chosen, given, _case)


@bp.post("/cases")
@guard(Permission.CASE_OPEN)
@agreed(OPENING)
def open_case(given: Given) -> Given:
    """Open a screening; whoever owns the token handles it."""
    with unit() as work:
        case = cases.open_case(work, **given)
        return {"id": case.id, "case": case.reference, "kind": case.kind, "state": case.state}


@bp.get(ONE)
@guard(Permission.CASE_READ, loads="case")
@agreed(Contract(told.CaseFile))
def read_case(_: Given, case_id: UUID) -> Given:
    """One case as it stands today."""
    with unit() as work:
        view = case_files.read_case(work, case_id)
        return {"id": view.id, "version": view.version, **view.plain(language())}


@bp.get(f"{ONE}/clocks")
@guard(Permission.CASE_READ, loads="case")
@agreed(Contract(told.Clocks))
def list_clocks(_: Given, case_id: UUID) -> Given:
    """The terms of a case with every day explained; the decision term first."""
    with unit() as work:
        view = case_files.read_case(work, case_id)
        return {"case": view.reference, "clocks": [c.plain(language()) for c in view.clocks]}


@bp.get(f"{ONE}/parties")
@guard(Permission.NETWORK_READ, loads="case")
@agreed(Contract(told.PartyPage, args=asked.Paging))
def list_parties(given: Given, case_id: UUID) -> Given:
    """Who and what appears in a case, by label."""
    with unit() as work:
        return page(parties.list_parties(work, case_id), given, _party)


@bp.get(f"{ONE}/network")
@guard(Permission.NETWORK_EXPORT, loads="case")
@agreed(Contract(told_else.Network, args=asked.Looking))
def read_network(given: Given, case_id: UUID) -> Given:
    """The network of a case, or what lies around one party; protected persons are never in it."""
    with unit() as work:
        picture = networks.read_network(
            work, case_id, **given, language=language(), handed_out=True
        )
        return {
            **as_json(picture.network),
            "focus": picture.focus,
            "hops": picture.hops,
            "nodes_in_case": picture.nodes_in_case,
            "edges_in_case": picture.edges_in_case,
            "statement": picture.statement.in_(language()),
        }


@bp.get(f"{ONE}/dossiers")
@guard(Permission.DOSSIER_READ, loads="case")
@agreed(Contract(told.DossierPage, args=asked.Paging))
def list_dossiers(given: Given, case_id: UUID) -> Given:
    """The dossiers of a case, newest first; their pages are not handed to programs."""
    with unit() as work:
        return page(issue.list_dossiers(work, case_id).dossiers, given, _dossier)


def _case(row: CaseRow) -> Given:
    clock = row.next_clock
    soonest = clock and {
        "term": clock.term,
        "name": clock.name.in_(language()),
        "state": clock.state,
        "due": clock.due.isoformat(),
        "days_left": clock.days_left,
    }
    return {
        "id": row.id,
        "case": row.reference,
        "kind": row.kind,
        "title": row.title,
        "state": row.state,
        "state_name": row.state_name.in_(language()),
        "capacity": row.capacity,
        "opened": row.opened_on.isoformat(),
        "next_clock": soonest,
    }


def _party(row: PartyLine) -> Given:
    return {
        "id": row.id,
        "kind": row.kind,
        "label": row.label,
        "protected": row.protected,
        "roles": row.roles,
    }


def _dossier(row: Any) -> Given:
    approved, issued = row.approved_at, row.issued_at
    same = ("id", "number", "track", "language", "state", "recipient", "basis", "copy", "pages")
    return {
        **{name: getattr(row, name) for name in (*same, "content_sha256", "pdf_sha256")},
        "asked_by": row.asked_by.name,
        "approved_by": row.approved_by.name if row.approved_by else None,
        "asked_at": row.asked_at.isoformat(),
        "approved_at": approved.isoformat() if approved else None,
        "issued_at": issued.isoformat() if issued else None,
    }
