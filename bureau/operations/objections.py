"""The objection to a decision (Awb 6:4-6:21, 7:10-7:12): lodged, postponed, decided, made known."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Appeal, Case, Decision, Move, Objection
from bureau.operations import (
    _approving,
    _conditions,
    _mandate,
    _outcomes,
    _procedure,
    _review_clocks,
    _rows,
)
from bureau.operations._case_approvals import OBJECTION
from bureau.operations._checks import fitting, not_before, one_of, past, said
from bureau.operations._conditions import Written, conditions_from
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.standings import ObjectionOutcome
from bureau.work import Work


def lodge_objection(
    work: Work,
    case_id: UUID,
    grounds: str,
    on: date | None = None,
    *,
    posted_on: date | None = None,
    committee: bool = False,
    excuse: str = "",
) -> Objection:
    """An objection came in on a day (T40); with `excuse` one that is late for a good reason.

    Raises NotAllowed when it is late; posted in time counts (Awb 6:9), excused too (6:11).
    """
    case = work.case(case_id, Permission.CASE_STEP)
    decision = _disputed(work, case)
    row = Objection(
        case_id=case.id,
        decision=decision,
        received_on=past(work, on, "received_on", posted_on or decision.made_known_on),
        posted_on=posted_on,
        excuse=fitting(excuse, "excuse"),
        grounds=said(grounds, "grounds"),
        committee=committee,
        at=work.now,
    )
    work.session.add(row)
    _procedure.move(work, case, "T40", row.grounds, _after(case, row.received_on))
    work.record(EventKind.OBJECTION_LODGED, row, on=row.received_on.isoformat())
    return row


def _disputed(work: Work, case: Case) -> Decision:
    kept = _rows.rows(work.session, case, (Decision, Appeal))
    found = _review_clocks.known(kept)
    if found is None:
        raise NotAllowed(
            "There is no decision that was made known, so nobody can object yet.",
            where={"guard": "decision_made_known", "basis": "Awb 6:8, 7:1", "state": case.state},
            hint="Make the decision known first; an early objection waits for it (Awb 6:10).",
        )
    if _review_clocks.before_court(kept, found):
        raise NotAllowed(
            "The appeal covers this decision too, so no objection lies against it.",
            where={"guard": "objection_in_time", "basis": "Awb 6:19", "state": case.state},
            hint="Send the grounds to the court, which judges the new decision with the appeal.",
        )
    return found


def _after(case: Case, day: date) -> date:
    """`day`, or the day of the last step where that is later: steps keep their order."""
    return max([day, *(move.taken_on for move in case.moves)])


def postpone_objection(
    work: Work, case_id: UUID, version: int, on: date | None = None
) -> Objection:
    """The applicant is told that the decision on the objection comes six weeks later, once."""
    case = work.case(case_id, Permission.CASE_STEP)
    row = _pending(work, case)
    work.expect(row, version, {"postponed_on": on or work.today})
    last = _review_clocks.answer_until(row)
    day = past(work, on, "on", row.received_on)
    if row.postponed_on or day > last:
        raise NotAllowed(
            "The decision on an objection is postponed once, before its term ends on {last}.",
            where={"guard": "postponed_once", "basis": "Awb 7:10(3)"},
            hint="A further delay needs the consent of whoever objected (Awb 7:10(4)).",
            last=last.isoformat(),
        )
    row.postponed_on = day
    work.record(EventKind.OBJECTION_POSTPONED, row, on=day.isoformat())
    return row


def decide_objection(
    work: Work,
    case_id: UUID,
    version: int,
    outcome: str,
    reasons: str,
    *,
    replaced_by: str = "",
    conditions: Sequence[Written] = (),
    on: date | None = None,
) -> Objection:
    """Decide on the objection after full reconsideration with fresh facts (Awb 7:11).

    A revision names what comes instead, with every condition that is to hold; those of before end
    when it is made known. Raises NotAllowed without a mandate, and for whoever took the decision
    itself by mandate (Awb 10:3(3)).
    """
    case = work.case(case_id, Permission.SCREENING_DECIDE)
    row = _pending(work, case)
    work.expect(row, version, {"outcome": outcome})
    day = past(work, on, "on", row.received_on)
    _mandate.insist_other(work, row.decision, _mandate.insist(work, case, day))
    row.outcome = one_of(outcome, "outcome", tuple(ObjectionOutcome))
    if outcome == ObjectionOutcome.REVISED:
        _outcomes.insist_possible(work, case, replaced_by)
        _revised(work, case, row, replaced_by, conditions, day)
    row.reasons, row.decided_on, row.by_id = said(reasons, "reasons"), day, work.actor.id
    work.record(EventKind.OBJECTION_DECIDED, row, outcome=outcome, instead=row.replaced_by)
    _approving.ask(work, OBJECTION, row)
    return row


def _revised(
    work: Work,
    case: Case,
    row: Objection,
    instead: str,
    conditions: Sequence[Written],
    day: date,
) -> None:
    """What comes instead of the decision: another outcome, and its conditions for the old ones."""
    decision, known = row.decision, _conditions.library(work, case)
    had = len(decision.conditions)
    new = conditions_from(case, instead, conditions, day, had, library=known)
    decision.conditions = [*decision.conditions, *new]
    decision.revised_to, decision.revised_on = instead, day
    row.replaced_by = instead


def make_objection_known(
    work: Work, case_id: UUID, reason: str, on: date | None = None
) -> Objection:
    """Send the decision on the objection (T41); the appeal term starts the day after.

    A second person has agreed to exactly this.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    row = _open(work, case)
    day = _procedure.day(work, case, on)
    if row.decided_on:
        _approving.use(work, OBJECTION, row)
        row.made_known_on = not_before(day, "on", row.decided_on)
    if row.replaced_by:
        _conditions.begin(work, [row.decision], row.decision, day)
    _procedure.move(work, case, "T41", reason, day)
    work.record(EventKind.OBJECTION_MADE_KNOWN, row, on=day.isoformat())
    return row


def withdraw_objection(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Move:
    """Whoever objected takes it back (T46; Awb 6:21)."""
    case = work.case(case_id, Permission.CASE_STEP)
    row = _pending(work, case)
    row.withdrawn_on = _procedure.day(work, case, on)
    work.record(EventKind.OBJECTION_WITHDRAWN, row, on=row.withdrawn_on.isoformat())
    return _procedure.move(work, case, "T46", reason, row.withdrawn_on)


def _open(work: Work, case: Case) -> Objection:
    query = select(Objection).where(Objection.case_id == case.id)
    row = work.session.scalars(query.order_by(Objection.at.desc())).first()
    if row is None or row.made_known_on or row.withdrawn_on:
        raise NotAllowed(
            "No objection waits for a decision.",
            where={"guard": "objection_lodged", "basis": "Awb 6:4", "state": case.state},
            hint="Record the objection first.",
        )
    return row


def _pending(work: Work, case: Case) -> Objection:
    row = _open(work, case)
    if row.decided_on:
        raise NotAllowed(
            "This objection was decided on {day}.",
            where={"guard": "objection_open", "basis": "Awb 7:12"},
            hint="Make that decision known; whoever disagrees goes to the court.",
            day=row.decided_on.isoformat(),
        )
    return row
