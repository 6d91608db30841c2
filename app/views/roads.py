"""The road of a screening as its reader sees it: where it stands, and on which page to go on."""

from datetime import date
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _l

from bureau.operations.case_files import CaseView
from bureau.rules import letters
from bureau.rules.procedure import Step, states

# Steps that ask more than a reason are taken on a page of their own.
STEP_PAGES = {
    "T04": "screening.send_form",
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
# What is done on those pages, where the step is called after what came of it.
ACTS = {
    "T04": _l("Send the form"),
    "T08": _l("Ask for a supplement"),
    "T25": _l("Register the advice"),
    "T26": _l("Name the readers of the advice"),
    "T32": _l("Send the intended decision"),
    "T34": _l("Register the advice"),
    "T37": _l("Settle the register report"),
    "T44": _l("Screen again"),
}
# Reasons that are the same in every case; whoever takes the step may write another.
USUAL = {
    "T02": _l("The application is registered."),
    "T06": _l("The form came back."),
    "T07": _l("Every required question and document is there."),
    "T09": _l("Everything that was asked for came in."),
    "T36": _l("Made known with the letter of the decision."),
}
# Ways off the road: open to whoever needs them, but not what comes next.
ASIDE = (
    "T03",
    "T11",
    "T14",
    "T15",
    "T18",
    "T20",
    "T21",
    "T23",
    "T24",
    "T38",
    "T40",
    "T44",
    "T45",
    "T50",
)
# Tasks that are done by taking a step, which stands among the steps already.
STEPPED = {"check_form": "T08", "make_known": "T36", "report": "T37"}
# Who has to take part before a step can follow.
NEEDED = {
    "second_reader": ("ST50", "ST60"),
    "decision_maker": ("ST80", "ST90", "ST91", "ST100"),
}
# What is done in a state before a step can follow, and where.
_INQUIRY = (
    ("investigation.show_log", _l("Look up registers")),
    ("finances.show", _l("Look at the financing")),
    ("indicators.list_indicators", _l("Compute and answer the indicators")),
)
WORK = {
    "ST20": (("screening.show_application", _l("Write the scope memo")),),
    "ST40": (("screening.show_application", _l("Look at the answers and documents")),),
    "ST50": _INQUIRY,
    "ST51": (*_INQUIRY, ("screening.send_form", _l("Ask a further round"))),
    "ST60": (("assessment.show_assessment", _l("Write findings and assess the danger")),),
    "ST80": (("assessment.show_assessment", _l("Weigh proportionality")),),
    "ST91": (("hearing.show_hearing", _l("Record and answer the view")),),
    "ST100": (("decision.show_decision", _l("Decision")),),
    "ST110": (("review.show_review", _l("Objection and appeal")),),
    "ST120": (("aftercare.show_aftercare", _l("Aftercare")),),
}
# The letters of a state, and those that each round has anew.
LETTERS = {
    "receipt": ("ST10", "ST20", "ST30", "ST40", "ST41"),
    "supplement": ("ST41",),
    "advice": ("ST70",),
    "intention": ("ST91",),
}
ROUNDS = ("supplement", "advice", "intention")
TOLD = ("ST42", "ST100", "ST105")
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


def work_now(case: CaseView) -> list[tuple[str, Any]]:
    """The pages on which the work of the present state is done."""
    places = () if _work_done(case) else WORK.get(case.state, ())
    return [(url_for(page, case_id=case.id), label) for page, label in places]


def _work_done(case: CaseView) -> bool:
    """Whether what has to be done in this state was done, so that only the step is left."""
    if case.state == "ST80":
        return case.weighing is not None
    if case.state == "ST91":
        hearing = case.hearings[-1] if case.hearings else None
        answered = hearing is not None and all(point.answer for point in hearing.points)
        return answered and hearing is not None and hearing.received_on is not None
    return False


def lacking(case: CaseView) -> str:
    """The capacity in which somebody still has to be added to the case, if one is."""
    there = {member.capacity for member in case.members}
    found = (
        each for each, states_ in NEEDED.items() if case.state in states_ and each not in there
    )
    return next(found, "")


def letters_due(case: CaseView) -> list[str]:
    """The letters that belong to where the case stands now and did not go out yet."""
    since = case.moves[-1].taken_on if case.moves else case.opened_on
    sent = {row.kind: row.sent_on for row in case.letters if row.sent_on}
    wanted = [kind for kind, within in LETTERS.items() if case.state in within]
    if case.decisions and case.state in TOLD:
        last = case.decisions[-1]
        told = letters.of_decision(last.outcome, last.decided_on, ordinary=case.ordinary_decides)
        wanted.append(told.code)
    return [kind for kind in wanted if kind not in sent or _again(kind, sent[kind], since)]


def usual_reason(case: CaseView, step: str) -> Any:
    """The reason that a step usually has; none for making known without a letter (Awb 3:41)."""
    if step == "T36" and not told_by_letter(case):
        return ""
    return USUAL.get(step, "")


def told_by_letter(case: CaseView) -> bool:
    """Whether a letter of the last decision went out, so that it can say how it was made known."""
    if not case.decisions:
        return False
    last = case.decisions[-1]
    kind = letters.of_decision(last.outcome, last.decided_on, ordinary=case.ordinary_decides).code
    days = (row.sent_on for row in case.letters if row.kind == kind and row.sent_on)
    return any(day >= last.decided_on for day in days)


def _again(kind: str, sent_on: date, since: date) -> bool:
    """Whether a letter that went out before belongs to an earlier round."""
    return kind in ROUNDS and sent_on < since


def _step(case: CaseView, step: Step, language: str) -> dict[str, Any]:
    move = step.transition
    page = STEP_PAGES.get(move.code, "")
    target = next((row for row in states() if row.code == move.target), None)
    return {
        "code": move.code,
        "label": move.event.in_(language),
        "basis": move.basis,
        "possible": step.possible,
        "act": ACTS.get(move.code, ""),
        "aside": move.code in ASIDE,
        "usual": usual_reason(case, move.code),
        "url": url_for(page, case_id=case.id) if page else "",
        "to": target.name.in_(language) if target and move.target != case.state else "",
        "blocked_by": [
            {"text": row.text.in_(language), "basis": row.basis} for row in step.blocked_by
        ],
    }
