"""Moves a case along the procedure: guards first, then the move with its reason and basis."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Appeal, Case, Condition, Decision, Move, Screening
from bureau.operations import _established, _rows
from bureau.operations._checks import past, said
from bureau.operations._rows import Rows
from bureau.rules import procedure
from bureau.rules.events import EventKind
from bureau.rules.facts import ProcedureFacts
from bureau.rules.procedure import Step, Transition
from bureau.rules.tables import Texts
from bureau.work import Work

# What whoever takes the step states with the reason; nothing else in the file shows it.
STATED: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "T44": {"rescreen_trigger": True},
        "T45": {"monitoring_over": True},
    }
)
# What the operation that takes the step records itself, so that a list of steps can offer it.
SUPPLIED: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "T01": {"scope_known": True},
        "T03": {"ordinary_ground_met": True, "ordinary_ground_reasoned": True},
        "T04": {"selected_by_policy": True},
        "T06": {"form_returned": True},
        "T11": {"form_refused": True},
        "T14": {"foreign_request_told": True},
        "T15": {"delay_agreed": True},
        "T18": {"bureau_question_open": True},
        "T19": {"bureau_question_open": False},
        "T20": {"bureau_answer_refused": True},
        "T21": {"bureau_declined": True},
        "T23": {"extension_notified": True},
        "T25": {"advice_present": True},
        "T26": {"advice_readers": 1},
        "T32": {"advice_copy_enclosed": True, "secrecy_notice_given": True},
        "T34": {"supplementary_advice_received": True},
        "T37": {"register_not_applicable": True},
        "T42": {"judgment_given": True},
        "T43": {"interim_judgment": True},
        "T46": {"objection_withdrawn": True},
        **STATED,
    }
)

JUDGED = ("T42", "T43")


def facts(kept: Rows, today: date) -> ProcedureFacts:
    """Everything the guards may ask about a case on a day."""
    return _established.facts(kept, today)


def steps(kept: Rows, today: date) -> tuple[Step, ...]:
    """Every step from the present state; what an operation records itself does not block it."""
    known = facts(kept, today)
    found = []
    for step in procedure.steps(kept.case.state, known):
        code = step.transition.code
        supplied = _supplied(kept, code, today)
        full = procedure.steps(kept.case.state, replace(known, **supplied))
        found.append(next(each for each in full if each.transition.code == code))
    return tuple(found)


def _supplied(kept: Rows, code: str, today: date) -> dict[str, Any]:
    """What the operation behind a step establishes, as far as the file does not show it yet."""
    supplied = dict(SUPPLIED.get(code, {}))
    if code == "T40":
        supplied["objection_on"] = today
    if code == "T36":
        supplied["decision_made_known"] = _waits(kept)
    if code in JUDGED and not any(row.judged_on is None for row in kept.all(Appeal)):
        return {}
    return supplied


def _waits(kept: Rows) -> bool:
    decision: Decision | None = kept.last(Decision)
    return decision is not None and decision.made_known_on is None


def allowed(work: Work, case: Case, code: str, on: date | None = None) -> Transition:
    """The step `code` when nothing blocks it; raises NotAllowed naming guard and basis."""
    work.session.flush()
    kept = _rows.rows(work.session, case)
    today = on or work.today
    known = replace(facts(kept, today), **STATED.get(code, {}))
    return procedure.advance(case.state, code, known)


def move(
    work: Work, case: Case, code: str, reason: str, on: date, by_id: UUID | None = None
) -> Move:
    """Take the step: the state changes, the move is kept, the trail says why.

    Where an applicant hands in, the step stands in the name of whoever made the link (`by_id`).
    """
    why = said(reason, "reason")
    step = _within(allowed(work, case, code, on))
    taken = Move(
        case_id=case.id,
        number=len(case.moves) + 1,
        transition=step.code,
        source=case.state,
        target=step.target,
        taken_on=on,
        basis=step.basis,
        reason=why,
        by_id=by_id or work.actor.id,
        at=work.now,
    )
    case.moves.append(taken)
    case.state = step.target
    told = {"transition": step.code, "source": taken.source, "target": taken.target}
    work.record(
        EventKind.CASE_STEPPED, case, **told, on=on.isoformat(), basis=step.basis, reason=why
    )
    return taken


def _within(step: Transition) -> Transition:
    """A step that stays in this case; raises NotAllowed for one that opens another."""
    if step.opens_case:
        raise NotAllowed(
            "This step opens a new case; screen again instead.",
            where={"guard": "opens_case", "basis": step.basis, "step": step.code},
            hint="Use the operation that opens the linked case.",
        )
    return step


def day(work: Work, case: Case, on: date | None) -> date:
    """The day of a step: not in the future, not before the step before it or the receipt."""
    since = max((taken.taken_on for taken in case.moves), default=None)
    kept = work.session.scalar(select(Screening).where(Screening.case_id == case.id))
    earliest = since or (kept.received_on if kept else case.opened_on)
    return past(work, on, "on", min(earliest, work.today))


def screening(work: Work, case: Case) -> Screening:
    """What is screened in this case; raises Invalid where nothing is."""
    found = work.session.scalar(select(Screening).where(Screening.case_id == case.id))
    if found is None:
        raise Invalid(
            "This case is no screening.",
            where={"case": case.reference},
            hint="Use the steps of its own procedure.",
        )
    return found


def addressed(work: Work, case: Case) -> Screening:
    """What is screened, when it is recorded to whom letters go; raises NotAllowed otherwise."""
    found = screening(work, case)
    if found.applicant_id is None:
        raise NotAllowed(
            "Nobody is recorded as the person concerned (betrokkene), so nothing can be sent.",
            where={"guard": "applicant_recorded", "basis": "Wet Bibob 1, 7a(1); Awb 4:5"},
            hint="Record the party, then choose it as the person concerned in the scope memo.",
        )
    return found


def conditions(work: Work, case: Case) -> list[Condition]:
    """The conditions attached to the decisions of this case."""
    return list(work.session.scalars(select(Condition).where(Condition.case_id == case.id)))


def state_name(case: Case, on: date) -> Texts:
    """What the present state is called; a state of another procedure goes by its code."""
    row = procedure.states().find(case.state, on)
    return row.name if row else Texts(case.state, case.state)
