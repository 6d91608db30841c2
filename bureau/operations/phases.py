"""The phases of a partnership case: what is open, and the gate to the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotFound
from bureau.model import Case, Partnership, PhaseMove, User
from bureau.operations._checks import said
from bureau.operations._sharing_sides import participates
from bureau.policy import Permission
from bureau.rules import phases as law
from bureau.rules import retention
from bureau.rules.agenda import Phase
from bureau.rules.categories import Category, data_categories
from bureau.rules.events import EventKind
from bureau.rules.partners import partners
from bureau.rules.phases import PhaseGate
from bureau.rules.regimes import JOINT, regime_of
from bureau.rules.retention import RetentionClass
from bureau.rules.terms import months_later
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Openness:
    """A category of data, and whether it may be stored, read and searched in this phase."""

    row: Category
    open: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """A gate that was passed; why, and who said so, is for participants alone."""

    phase: str
    at: datetime
    by: User
    necessity: str = ""
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseView:
    """Where a case stands, what that opens, and since when its data are processed together.

    `told` says whether the necessities are for this reader.
    """

    phase: Phase
    gates: tuple[PhaseGate, ...]
    next: PhaseGate | None
    moves: tuple[Passed, ...]
    told: bool
    categories: tuple[Openness, ...]
    activity: str
    since: date
    until: date
    latest: RetentionClass
    bodies: tuple[tuple[str, str], ...]
    names: dict[str, str]
    may_enter: bool


def read_phases(work: Work, case_id: UUID) -> PhaseView:
    """The phase of a partnership case, its gates and the data that each opens.

    Who is no participant (WGS 2.19) reads that a phase is open, and not why.
    """
    case = _together(work, case_id, Permission.CASE_READ)
    kept = _kept(work, case)
    now = law.phase_of(case.state)
    bodies, told = _bodies(work, case), participates(work, case)
    first = kept.first_processing_at.date()
    latest = retention.at_latest(case.regime or JOINT, work.today)
    work.record(EventKind.CASE_READ, case, part="phases")
    return PhaseView(
        phase=now,
        gates=law.phase_gates().on(work.today),
        next=law.next_gate(now, work.today),
        moves=tuple(_passed(row, told) for row in _moves(work, case)),
        told=told,
        categories=tuple(
            Openness(row, not row.never and row.first_phase <= now.number)
            for row in data_categories().on(work.today)
        ),
        activity=kept.activity,
        since=first,
        until=months_later(first, latest.length(first)),
        latest=latest,
        bodies=bodies,
        names=dict(bodies),
        may_enter=work.may(Permission.CASE_STEP, case),
    )


def enter_phase(
    work: Work, case_id: UUID, phase: str, necessity: str, named: Iterable[str]
) -> PhaseMove:
    """Open the next phase; named participants say in writing why it is necessary (WGS 2.23(6))."""
    case = _together(work, case_id, Permission.CASE_STEP)
    known = {code for code, _ in _bodies(work, case)}
    names = sorted(set(named))
    if strange := [code for code in names if code not in known]:
        raise Invalid(
            "{name} is no participant of this case.",
            where={"field": "named", "basis": "WGS 2.19, 2.23(6)"},
            hint="Name organisations of WGS 2.19 that take part in the case.",
            name=strange[0][:40],
        )
    kept = _kept(work, case)
    now, alone = law.phase_of(case.state), regime_of(case.regime, work.today).alone
    row = law.insist_gate(now, phase, kept.activity, names, work.today, alone=alone)
    move = PhaseMove(
        case_id=case.id,
        number=len(_moves(work, case)) + 1,
        phase=row.code,
        necessity=said(necessity, "necessity"),
        named=names,
        by_id=work.actor.id,
        at=work.now,
    )
    case.state = row.code
    work.session.add(move)
    work.record(EventKind.PHASE_ENTERED, move, phase=row.code, named=", ".join(names))
    return move


def _together(work: Work, case_id: UUID, permission: Permission) -> Case:
    case = work.case(case_id, permission)
    if case.kind is not CaseKind.PARTNERSHIP:
        raise NotFound("There is nothing here that you may see.")
    return case


def _kept(work: Work, case: Case) -> Partnership:
    """The clock and the activity of a case; one that was made without is as old as its file."""
    found = work.session.scalar(select(Partnership).where(Partnership.case_id == case.id))
    return found or Partnership(
        case_id=case.id, first_processing_at=case.opened_at, activity="b", involved=[]
    )


def _passed(row: PhaseMove, told: bool) -> Passed:
    if not told:
        return Passed(row.phase, row.at, row.by)
    return Passed(row.phase, row.at, row.by, row.necessity, tuple(row.named))


def _moves(work: Work, case: Case) -> list[PhaseMove]:
    query = select(PhaseMove).where(PhaseMove.case_id == case.id).order_by(PhaseMove.number)
    return list(work.session.scalars(query))


def _bodies(work: Work, case: Case) -> tuple[tuple[str, str], ...]:
    """The participants of WGS 2.19 that have a member in the case."""
    found = {row.user.organisation.code: row.user.organisation for row in case.members}
    return tuple(
        (code, body.name)
        for code, body in sorted(found.items())
        if partners().row(body.kind, work.today).participant
    )
