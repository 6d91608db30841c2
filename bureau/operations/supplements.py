"""The supplement of an incomplete application (Awb 4:5): asked, completed, lapsed or refused."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import N_, Invalid, NotAllowed
from bureau.model import Case, Decision, Move, Supplement, Suspension
from bureau.operations import (
    _approving,
    _gaps,
    _handing,
    _mandate,
    _pauses,
    _procedure,
    _rows,
)
from bureau.operations._case_approvals import DECISION
from bureau.operations._checks import not_before, said
from bureau.policy import Permission
from bureau.rules.deadlines import usual_end
from bureau.rules.events import EventKind
from bureau.rules.questionnaire import Gap
from bureau.work import Work

RULE, ASKED = _handing.RULE, _handing.SUPPLEMENTING


def list_gaps(work: Work, case_id: UUID) -> tuple[Gap, ...]:
    """What is still missing from the form and the checklist, each with its question or document."""
    case = work.case(case_id, Permission.CASE_READ)
    found = _gaps.gaps(_rows.rows(work.session, case, _gaps.NEEDED))
    work.record(EventKind.CASE_READ, case, part="gaps", shown=len(found))
    return found


def ask_supplement(
    work: Work,
    case_id: UUID,
    reason: str,
    *,
    gaps: Iterable[str] = (),
    until: date | None = None,
    on: date | None = None,
) -> Supplement:
    """Ask the applicant to supplement, naming each gap and the last day (T08, SUS1).

    Without `gaps` all that were found are named, without `until` the usual term is given. Raises
    NotAllowed while nobody is recorded as the person concerned.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    _procedure.addressed(work, case)
    sent = _procedure.day(work, case, on)
    named = _named(work, case, set(gaps))
    last = not_before(until or usual_end("DL03", sent), "until", sent)
    asked = Supplement(case_id=case.id, sent_on=sent, until_on=last, gaps=named)
    pause = Suspension(
        case_id=case.id, rule=RULE, from_on=sent, ends_on=last, reason=said(reason, "reason")
    )
    work.session.add_all((asked, pause))
    _procedure.move(work, case, "T08", reason, sent)
    work.record(EventKind.SUPPLEMENT_ASKED, asked, gaps=len(named), until_on=last.isoformat())
    return asked


def _named(work: Work, case: Case, wanted: set[str]) -> list[str]:
    """The gaps to ask for: those wanted, or all; raises Invalid where nothing is missing."""
    found = {gap.code for gap in _gaps.gaps(_rows.rows(work.session, case, _gaps.NEEDED))}
    if strange := wanted - found:
        raise Invalid(
            "{codes} cannot be asked: nothing is missing there.",
            where={"field": "gaps"},
            hint="Missing are: {names}.",
            names=", ".join(sorted(found)) or N_("nothing"),
            codes=", ".join(sorted(strange))[:100],
        )
    return sorted(wanted or found)


def receive_supplement(work: Work, case_id: UUID, on: date | None = None) -> Supplement:
    """The supplement came in: from this day the decision term runs again, complete or not."""
    case = work.case(case_id, Permission.CASE_EDIT)
    asked = _open(work, case)
    _handing.supplement(work, case, asked, _procedure.day(work, case, on))
    return asked


def close_supplement(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Supplement:
    """Nothing is missing any more: on to the own investigation (T09); the suspension ends."""
    case = work.case(case_id, Permission.CASE_STEP)
    asked = _open(work, case)
    day = _procedure.day(work, case, on)
    if asked.completed_on is None:
        asked.completed_on = day
        _pauses.end(work, case, RULE, min(day, asked.until_on))
    _procedure.move(work, case, "T09", reason, day)
    work.record(EventKind.SUPPLEMENT_CLOSED, asked, on=asked.completed_on.isoformat())
    return asked


def record_refusal(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Move:
    """The holder of a running decision refuses to complete the form (T11; Wet Bibob 4 lid 1).

    Raises NotAllowed for a new application: there Awb 4:5 applies, never serious danger.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    screening = _procedure.screening(work, case)
    screening.form_refused = True
    asked = _open(work, case)
    day = _procedure.day(work, case, on)
    _pauses.end(work, case, RULE, min(asked.completed_on or day, asked.until_on))
    return _procedure.move(work, case, "T11", reason, day)


def leave_untreated(work: Work, case_id: UUID, reasons: str) -> Decision:
    """Decide, today, not to treat the application (T10; Awb 4:5); refused after four weeks."""
    case = work.case(case_id, Permission.SCREENING_DECIDE)
    asked = _open(work, case)
    held = _mandate.insist(work, case, work.today)
    _procedure.move(work, case, "T10", reasons, work.today)
    _pauses.end(work, case, RULE, min(asked.completed_on or asked.until_on, work.today))
    rounds = select(Decision).where(Decision.case_id == case.id)
    decision = Decision(
        case_id=case.id,
        round=len(work.session.scalars(rounds).all()) + 1,
        outcome="not_treated",
        reasons=said(reasons, "reasons"),
        decided_on=work.today,
        **_mandate.columns(held),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(decision)
    work.record(EventKind.DECISION_TAKEN, decision, outcome=decision.outcome)
    _approving.ask(work, DECISION, decision)
    return decision


def _open(work: Work, case: Case) -> Supplement:
    query = select(Supplement).where(Supplement.case_id == case.id)
    found = work.session.scalars(query.order_by(Supplement.sent_on.desc())).first()
    if found is None or case.state != ASKED:
        raise NotAllowed(
            "No supplement was asked that is still open.",
            where={"guard": "supplement_offered", "basis": "Awb 4:5(1)", "state": case.state},
            hint="Ask for the supplement first, naming each gap.",
        )
    return found
