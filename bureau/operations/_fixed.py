"""The assessment under a decision: closed for change, and kept as it was when it reopens."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import (
    Assessment,
    Case,
    Decision,
    EarlierVersion,
    Finding,
    OrdinaryAnswer,
    Weighing,
)
from bureau.operations import _procedure
from bureau.rules import procedure
from bureau.work import Work

DECIDING, UNTREATED = "ST100", "not_treated"
BASIS = "Awb 3:46, 7:11, 8:51a"
Written = Finding | Assessment | Weighing | OrdinaryAnswer


def decision_waits(case: Case, decisions: Iterable[Decision]) -> bool:
    """Whether a decision is to be taken: the case came to it more often than one was taken."""
    times = sum(move.target == DECIDING for move in case.moves)
    taken = [row for row in decisions if row.outcome != UNTREATED]
    return case.state == DECIDING and len(taken) < times


def is_fixed(case: Case, on: date, decisions: Iterable[Decision]) -> bool:
    """Whether the assessment can no longer be rewritten; while a decision waits it still can."""
    row = procedure.states().find(case.state, on)
    return row is not None and row.fixed and not decision_waits(case, decisions)


def insist_open(work: Work, case: Case) -> None:
    """Raises NotAllowed where a decision rests on the assessment, naming state and remedy."""
    query = select(Decision).where(Decision.case_id == case.id)
    if not is_fixed(case, work.today, work.session.scalars(query)):
        return
    raise NotAllowed(
        "The assessment is closed for change: this case is at {state}.",
        where={"guard": "assessment_open", "basis": BASIS, "state": case.state},
        hint="It can be changed after an objection (bezwaar) or a court's order to repair the"
        " decision. New facts belong in a new screening.",
        state=_procedure.state_name(case, work.today),
    )


def keep(work: Work, case: Case, row: Written, content: Mapping[str, object]) -> None:
    """Keep what `row` said when the decision was taken, once, before it is written anew."""
    query = select(Decision).where(Decision.case_id == case.id).order_by(Decision.round.desc())
    decision = work.session.scalars(query).first()
    if decision is None or row.at > decision.at:
        return
    work.session.add(
        EarlierVersion(
            case_id=case.id,
            subject=row.__tablename__,
            subject_id=row.id,
            number=row.version,
            content={name: str(value) for name, value in content.items()},
            by_id=row.by_id,
            at=row.at,
            decided_on=decision.decided_on,
            replaced_at=work.now,
        )
    )


def earlier(work: Work, case: Case) -> dict[UUID, list[EarlierVersion]]:
    """What was kept of each finding, degree and weighing, oldest first."""
    found: dict[UUID, list[EarlierVersion]] = {}
    query = select(EarlierVersion).where(EarlierVersion.case_id == case.id)
    for row in work.session.scalars(query.order_by(EarlierVersion.replaced_at)):
        found.setdefault(row.subject_id, []).append(row)
    return found
