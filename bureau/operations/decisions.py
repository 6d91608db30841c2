"""The decision: taken by the person with the mandate, made known, reported to the register."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Assessment, Decision, Entity, Move, Screening
from bureau.operations import (
    _approving,
    _conditions,
    _fixed,
    _mandate,
    _options,
    _outcomes,
    _procedure,
    _rows,
)
from bureau.operations._case_approvals import DECISION
from bureau.operations._checks import said
from bureau.operations._conditions import Written, conditions_from
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Danger
from bureau.work import Work

UNTREATED = "ST42"


def decide(
    work: Work,
    case_id: UUID,
    outcome: str,
    reasons: str,
    *,
    conditions: Sequence[Written] = (),
    on: date | None = None,
) -> Decision:
    """Take the decision: one of the outcomes that stand open, with reasons of one's own.

    `conditions` are (text, day of the first check, code in the library); they hold once the
    decision is made known. Raises NotAllowed without a mandate, weighing or view, and when the
    assessment does not leave it open.
    """
    case = work.case(case_id, Permission.SCREENING_DECIDE)
    kept = _rows.rows(work.session, case)
    _insist_ready(work, kept, outcome)
    day = _procedure.day(work, case, on)
    held = _mandate.insist(work, case, day)
    told = {"outcome": outcome, "reasons": said(reasons, "reasons"), "decided_on": day}
    taken = {"round": len(kept.all(Decision)) + 1, "by_id": work.actor.id, "at": work.now}
    decision = Decision(case_id=case.id, **taken, **_mandate.columns(held), **told)
    known = _conditions.library(work, case)
    decision.conditions = conditions_from(case, outcome, conditions, day, library=known)
    work.session.add(decision)
    number = len(conditions)
    work.record(EventKind.DECISION_TAKEN, decision, outcome=outcome, conditions=number)
    _approving.ask(work, DECISION, decision)
    return decision


def _insist_ready(work: Work, kept: _rows.Rows, outcome: str) -> None:
    case = kept.case
    if not _fixed.decision_waits(case, kept.all(Decision)):
        raise NotAllowed(
            "There is nothing to decide now.",
            where={"guard": "state", "basis": "Awb 4:13", "state": case.state},
            hint="The officer brings the case to the decision first; one decision is taken there.",
        )
    question = _options.request_from(kept, work.today)
    weighed = _procedure.facts(kept, work.today).proportionality_recorded
    if question and _outcomes.weighing_needed(question) and not weighed:
        raise NotAllowed(
            "Nobody can decide before proportionality is weighed.",
            where={"guard": "weighing", "basis": "Wet Bibob 3(5); Awb 3:4"},
            hint="The officer writes the weighing of interests first.",
        )
    options = _outcomes.insist_possible(work, case, outcome)
    burdens = _outcomes.OUTCOMES[outcome].burdens
    if burdens and options.view_first and not _heard(kept):
        raise NotAllowed(
            "A burdening decision needs the view of the person concerned first.",
            where={"guard": "view_first", "basis": "Wet Bibob 33(1); Awb 4:7, 4:8"},
            hint="Send the intention and wait for the view or the end of its term.",
        )


def _heard(kept: _rows.Rows) -> bool:
    """Whether a view was asked on this decision; one on an earlier decision does not count."""
    moves: list[Move] = kept.all(Move)
    known = max((move.number for move in moves if move.transition == "T36"), default=0)
    return any(move.transition == "T35" and move.number > known for move in moves)


def make_known(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Decision:
    """Send the decision to the applicant; the objection term starts the day after (T36).

    A second person has agreed to exactly this. Its conditions hold from now on, those of an
    earlier decision end (Awb 3:40). That an application is left untreated is made known without
    a step (Awb 3:41, 4:5).
    """
    case = work.case(case_id, Permission.CASE_STEP)
    query = select(Decision).where(Decision.case_id == case.id).order_by(Decision.round.desc())
    every = work.session.scalars(query).all()
    decision = every[0] if every else None
    if decision is None or decision.made_known_on:
        raise NotAllowed(
            "No decision waits to be made known.",
            where={"guard": "decided", "basis": "Awb 3:41"},
            hint="The mayor takes the decision first.",
        )
    _approving.use(work, DECISION, decision)
    decision.made_known_on = _procedure.day(work, case, on)
    _conditions.begin(work, every[1:], decision, decision.made_known_on)
    if case.state != UNTREATED:
        _procedure.move(work, case, "T36", reason, decision.made_known_on)
    work.record(EventKind.DECISION_MADE_KNOWN, decision, on=decision.made_known_on)
    return decision


def register_report(
    work: Work,
    case_id: UUID,
    entities: Iterable[UUID],
    reason: str,
    on: date | None = None,
) -> Screening:
    """Record the report to the Bibob register, or why none is made (no `entities`) (T37).

    Raises NotAllowed when nobody may be named: only an open business partner (R06), or no
    conclusion on danger.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    day = _procedure.day(work, case, on)
    kept = _rows.rows(work.session, case)
    chosen = [work.within(Entity, entity, case).id for entity in dict.fromkeys(entities)]
    if chosen:
        _insist_concluded(kept)
    screening = _procedure.screening(work, case)
    screening.register_report = said(reason, "reason")
    screening.register_entities = [str(entity_id) for entity_id in chosen]
    screening.register_reported_on = day
    _procedure.move(work, case, "T37", reason, day)
    work.record(EventKind.REGISTER_REPORTED, screening, reported=len(chosen))
    return screening


def _insist_concluded(kept: _rows.Rows) -> None:
    """A report needs a conclusion on danger, or an application withdrawn meanwhile."""
    withdrawn = any(move.transition == "T38" for move in kept.all(Move))
    concluded = (Danger.LESSER, Danger.SERIOUS)
    if withdrawn or any(row.danger in concluded for row in kept.all(Assessment)):
        return
    raise NotAllowed(
        "Without a conclusion on danger there is nothing to report.",
        where={"guard": "danger_concluded", "basis": "Wet Bibob 7a(7)"},
        hint="Record that no report is made, with the reason.",
    )
