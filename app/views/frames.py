"""The frame of every page of a case: its head and the tabs that its reader may open."""

from typing import Any
from uuid import UUID

from flask import current_app, render_template, request, url_for
from flask_babel import lazy_gettext as _l

from app.guard import Permission, guard_of
from bureau.operations import frames
from bureau.operations.frames import CaseFrame
from bureau.work import Work

# Endpoint, label, the leave it needs, and whether it belongs to a screening only.
TABS = (
    ("cases.show_case", _l("Overview"), Permission.CASE_READ, False),
    ("phases.show_phases", _l("Phase"), Permission.CASE_READ, False),
    ("screening.show_application", _l("Application and form"), Permission.NETWORK_READ, True),
    ("ordinary.show_grounds", _l("Ordinary grounds"), Permission.NETWORK_READ, True),
    ("letters.list_case", _l("Letters"), Permission.LETTER_READ, True),
    ("investigation.show_log", _l("Investigation"), Permission.NETWORK_READ, True),
    ("parties.list_parties", _l("Parties and ties"), Permission.NETWORK_READ, False),
    ("finances.show", _l("Financing"), Permission.NETWORK_READ, True),
    ("facts.show_money", _l("Money"), Permission.NETWORK_READ, False),
    ("records.list_records", _l("Money and things"), Permission.NETWORK_READ, False),
    ("estates.list_properties", _l("Real estate"), Permission.NETWORK_READ, False),
    ("case_steps.list_steps", _l("Barrier steps"), Permission.NETWORK_READ, False),
    ("networks.show_network", _l("Network"), Permission.NETWORK_READ, False),
    ("leads.list_leads", _l("Leads"), Permission.NETWORK_READ, True),
    ("indicators.list_indicators", _l("Indicators"), Permission.NETWORK_READ, True),
    ("assessment.show_assessment", _l("Assessment"), Permission.NETWORK_READ, True),
    ("hearing.show_hearing", _l("Hearing"), Permission.NETWORK_READ, True),
    ("decision.show_decision", _l("Decision"), Permission.NETWORK_READ, True),
    ("review.show_review", _l("Objection and appeal"), Permission.NETWORK_READ, True),
    ("rights.show_rights", _l("Rights"), Permission.LETTER_READ, True),
    ("aftercare.show_aftercare", _l("Aftercare"), Permission.NETWORK_READ, True),
    ("interventions.list_plans", _l("Plans and measures"), Permission.PLAN_READ, False),
    ("role_cards.list_cards", _l("Role cards"), Permission.PLAN_READ, False),
    ("documents.list_documents", _l("Documents and sources"), Permission.NETWORK_READ, False),
    ("corrections.list_corrections", _l("Corrections"), Permission.NETWORK_READ, False),
    ("disclosures.list_case", _l("Sharing register"), Permission.DISCLOSURE_READ, False),
    ("tray.list_items", _l("Tray"), Permission.NETWORK_READ, False),
    ("imports.list_imports", _l("Imports"), Permission.FILE_IMPORT, False),
    ("looks.list_looks", _l("Who looked"), Permission.CASE_SHARE, False),
)


# Of a partnership case only: in a screening the corrections stand under the rights.
TOGETHER = ("phases.show_phases", "corrections.list_corrections")
# Pages that belong under a tab of another name.
UNDER = dict.fromkeys(
    ("explorer", "pinned", "pictures", "statements", "flows", "lanes", "tour"), "networks"
) | {"beside": "documents", "sharing_requests": "disclosures", "contacts": "disclosures"}
UNDER |= dict.fromkeys(("worksheets", "measures"), "interventions") | {"case_areas": "case_steps"}


def framed(work: Work, case_id: UUID, template: str, **values: Any) -> str:
    """A page of a case: its head, its tabs and what `template` makes of `values`."""
    case = frames.read_frame(work, case_id)
    _insist(work, case)
    return render_template(template, case=case, tabs=tabs(case), today=work.today, **values)


def _insist(work: Work, case: CaseFrame) -> None:
    """Show a page of a case only to whoever has its leave for this very case.

    Where the case is closed, or its term over, that is told: it is no want of leave.
    """
    needed = guard_of(current_app, request.endpoint or "")
    if needed and needed.permission in frames.ASKED and not case.may(needed.permission):
        frames.insist(work, case.id, needed.permission)


def tabs(case: CaseFrame) -> list[tuple[object, str, bool, None]]:
    """The tabs of this case for this reader, the present one marked."""
    here = (request.endpoint or "").partition(".")[0]
    here = "rights" if case.screening and here == "corrections" else UNDER.get(here, here)
    return [
        (label, url_for(endpoint, case_id=case.id), endpoint.partition(".")[0] == here, None)
        for endpoint, label, needed, screened in TABS
        if case.may(needed)
        and (case.screening or not screened)
        and not (case.screening and endpoint in TOGETHER)
    ]
