"""The road of a screening as its reader sees it: where it stands, and on which page to go on."""

from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _l

from bureau.operations.case_files import CaseView
from bureau.rules.procedure import Step, states

# Steps that ask more than a reason are taken on a page of their own.
STEP_PAGES = {
    "T04": "screening.send_form",
    "T06": "screening.show_application",
    "T08": "screening.ask_supplement",
    "T10": "screening.leave_untreated",
    "T25": "advice.receive_advice",
    "T26": "assessment.show_assessment",
    "T32": "hearing.send_intention",
    "T34": "advice.receive_advice",
    "T37": "decision.register_report",
    "T40": "review.show_review",
    "T42": "review.show_review",
    "T43": "review.show_review",
    "T44": "aftercare.screen_again",
}
TASK_PAGES = {
    "clock": "cases.show_case",
    "indicators": "indicators.list_indicators",
    "leads": "leads.list_leads",
    "sign": "assessment.show_assessment",
    "light_check": "investigation.show_log",
    "weigh": "assessment.show_assessment",
    "answer_view": "hearing.show_hearing",
    "check_advice": "assessment.show_assessment",
    "read_advice": "assessment.show_assessment",
    "decide": "decision.show_decision",
    "make_known": "decision.show_decision",
    "report": "decision.show_decision",
    "decide_objection": "review.show_review",
    "make_objection_known": "cases.show_case",
    "check_condition": "aftercare.show_aftercare",
    "follow_correction": "corrections.list_corrections",
    "answer_request": "rights.show_rights",
    "read_notice": "related.list_related",
}
# The stations of the rail, each with the states that belong to it.
STATIONS = (
    (_l("Intake"), ("ST00", "ST10")),
    (_l("Ordinary grounds"), ("ST20",)),
    (_l("Form"), ("ST30", "ST40", "ST41", "ST42")),
    (_l("Own inquiry"), ("ST50", "ST51")),
    (_l("Assessment"), ("ST60",)),
    (_l("Advice"), ("ST70", "ST71", "ST72", "ST73", "ST75")),
    (_l("Weighing"), ("ST80",)),
    (_l("Intention"), ("ST90", "ST91")),
    (_l("Decision"), ("ST100",)),
    (_l("Register"), ("ST105", "ST130")),
    (_l("Objection and appeal"), ("ST110", "ST111", "ST112")),
    (_l("Aftercare"), ("ST120", "ST199")),
)


def rail(case: CaseView) -> list[dict[str, Any]]:
    """The stations of the procedure; what was passed without a stop was skipped."""
    here = next((at for at, (_, within) in enumerate(STATIONS) if case.state in within), 0)
    came = {move.target: move for move in case.moves}
    rows = []
    for at, (label, within) in enumerate(STATIONS):
        moves = [came[state] for state in within if state in came]
        been = bool(moves) or at == 0
        state = "current" if at == here else "next" if at > here else "done"
        rows.append(
            {
                "label": label,
                "state": "skipped" if state == "done" and not been else state,
                "date": moves[-1].taken_on if moves and at <= here else None,
            }
        )
    return rows


def next_steps(case: CaseView, language: str) -> tuple[list[Any], list[Any]]:
    """The steps that can be taken now, and those that cannot with what they wait for."""
    rows = [_step(case, step, language) for step in case.steps]
    return [row for row in rows if row["possible"]], [row for row in rows if not row["possible"]]


def _step(case: CaseView, step: Step, language: str) -> dict[str, Any]:
    move = step.transition
    page = STEP_PAGES.get(move.code, "")
    target = next((row for row in states() if row.code == move.target), None)
    return {
        "code": move.code,
        "label": move.event.in_(language),
        "basis": move.basis,
        "possible": step.possible,
        "url": url_for(page, case_id=case.id) if page else "",
        "to": target.name.in_(language) if target and move.target != case.state else "",
        "blocked_by": [
            {"text": row.text.in_(language), "basis": row.basis} for row in step.blocked_by
        ],
    }
