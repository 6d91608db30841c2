"""How a case touches the steps of a barrier model: said by a person, on sources of the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, CaseStep, CaseStepSource
from bureau.operations import _board
from bureau.operations._brought_in import source_of
from bureau.operations._checks import one_of, said
from bureau.operations._facts import SourceRef, ref
from bureau.policy import Permission
from bureau.rules import barriers
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.work import Work

ROLES = ("organises", "performs", "helps_aware", "helps_unaware", "owns_place")


@dataclass(frozen=True, slots=True)
class StepLine:
    """That the case touches a step, with the role of its subject and the sources."""

    id: UUID
    model: str
    step: int
    name: Texts
    role: str
    why: str
    sources: tuple[SourceRef, ...]
    by: str
    at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str
    reason: str


def list_steps(work: Work, case_id: UUID) -> tuple[StepLine, ...]:
    """The steps that a case touches, model by model; those withdrawn after them."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = select(CaseStep).where(CaseStep.case_id == case.id).order_by(CaseStep.at, CaseStep.id)
    rows = [_line(work, row) for row in work.session.scalars(found)]
    work.record(EventKind.CASE_READ, case, part="steps", shown=len(rows))
    return tuple(sorted(rows, key=lambda row: (bool(row.withdrawn_at), row.model, row.step)))


def read_step(work: Work, case_id: UUID, row_id: UUID) -> StepLine:
    """One line, to take it back."""
    case = work.case(case_id, Permission.NETWORK_READ)
    row = work.within(CaseStep, row_id, case)
    work.record(EventKind.CASE_READ, case, part="steps", shown=1)
    return _line(work, row)


def list_choices(work: Work, case_id: UUID) -> tuple[tuple[str, Texts], ...]:
    """Every step of every board, to choose from: its code and its name."""
    case = work.case(case_id, Permission.NETWORK_READ)
    work.record(EventKind.CASE_READ, case, part="steps")
    boards = (_board.content(work, code)[0] for code in barriers.models().codes())
    return tuple((f"{b.model}-{step.number}", step.name) for b in boards for step in b.steps)


def touch_step(
    work: Work, case_id: UUID, step: str, role: str, why: str, sources: Iterable[UUID]
) -> CaseStep:
    """Say that a case touches a step (UGB-4), in which role of its subject, on which sources.

    A presumed victim is not named here: whoever may be used goes to the care coordinator first.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    model, _, number = step.partition("-")
    one_of(step, "step", tuple(code for code, _ in list_choices(work, case.id)))
    found = _rests_on(work, case, sources)
    row = CaseStep(
        case_id=case.id,
        model=model,
        step=int(number),
        role=one_of(role, "role", ROLES),
        why=said(why, "why"),
        sources=found,
        by_id=work.actor.id,
        at=work.now,
    )
    _insist_new(work, row)
    work.session.add(row)
    told = {"step": step, "role": row.role, "sources": len(found)}
    work.record(EventKind.STEP_TOUCHED, row, **told)
    return row


def withdraw_step(work: Work, case_id: UUID, row_id: UUID, reason: str) -> CaseStep:
    """Take back that a case touches a step; the line stays with its reason."""
    case = work.case(case_id, Permission.FACT_RECORD)
    row = work.within(CaseStep, row_id, case)
    if row.withdrawn_at:
        raise NotAllowed(
            "This was taken back already.",
            where={"guard": "step_withdrawn"},
            hint="Record it anew where the case touches the step after all.",
        )
    row.reason = said(reason, "reason")
    row.withdrawn_at, row.withdrawn_by_id = work.now, work.actor.id
    work.record(EventKind.STEP_WITHDRAWN, row, reason=row.reason)
    return row


def _rests_on(work: Work, case: Case, sources: Iterable[UUID]) -> list[CaseStepSource]:
    """The sources on which it rests; raises Invalid without any, NotFound for one elsewhere."""
    found = [source_of(work, case, each) for each in dict.fromkeys(sources)]
    if not found:
        raise Invalid(
            "Nothing is said of a case without a source.",
            where={"field": "sources"},
            hint="Choose at least one source of this case; add it first where it is missing.",
        )
    return [
        CaseStepSource(case_id=case.id, source=each, number=at)
        for at, each in enumerate(found, start=1)
    ]


def _insist_new(work: Work, row: CaseStep) -> None:
    same = select(CaseStep.id).where(
        CaseStep.case_id == row.case_id,
        CaseStep.model == row.model,
        CaseStep.step == row.step,
        CaseStep.role == row.role,
        CaseStep.withdrawn_at.is_(None),
    )
    if work.session.scalar(same.limit(1)):
        raise NotAllowed(
            "The case touches this step in this role already.",
            where={"field": "step", "guard": "step_new"},
            hint="Take the earlier line back first, and record it anew with all its sources.",
        )


def _line(work: Work, row: CaseStep) -> StepLine:
    content, _ = _board.content(work, row.model)
    known = {step.number: step.name for step in content.steps}
    code = f"{row.model}-{row.step}"
    return StepLine(
        id=row.id,
        model=row.model,
        step=row.step,
        name=known.get(row.step, Texts(code, code)),
        role=row.role,
        why=row.why,
        sources=tuple(ref(work, each.source) for each in row.sources),
        by=row.by.name,
        at=row.at,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by.name if row.withdrawn_by else "",
        reason=row.reason,
    )
