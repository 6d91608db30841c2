"""What people do with a case file: open it, list their own, test its scope, withdraw it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from uuid import UUID

from bureau.errors import N_, Invalid, NotFound
from bureau.model import Case, Entity, Membership, Move, Partnership, Screening
from bureau.operations import _case_references, _clocks, _procedure, _rows
from bureau.operations._checks import fitting, one_of, past, said
from bureau.operations._clock import CaseClock
from bureau.operations._regime import choose
from bureau.operations.members import HANDLER
from bureau.policy import Permission
from bureau.rules.deadlines import deadlines
from bureau.rules.events import EventKind
from bureau.rules.regimes import RegimeChoice
from bureau.rules.scope import Scope, scopes
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import CaseKind, Stage
from bureau.work import Work

RECEIVED, SIGNALLED, ENRICHING = "ST10", "ST00", "P1"
MEETING = "b"  # a case meeting (WGS 2.18(1)(b)), where nothing else is said
TITLE, MOST_WEEKS = 200, 52


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A line of one's worklist."""

    id: UUID
    reference: str
    kind: CaseKind
    title: str
    state: str
    state_name: Texts
    next_clock: CaseClock | None
    capacity: str
    opened_on: date
    scope: str = ""
    handlers: Mapping[str, str] = made(default_factory=dict)
    clocks: tuple[CaseClock, ...] = ()

    def overdue(self, today: date) -> CaseClock | None:
        """The first term that ran out."""
        return min((c for c in self.clocks if c.due < today), key=_end, default=None)

    def near(self, today: date) -> CaseClock | None:
        """The first term that falls due soon, whatever ran out before it."""
        return min((c for c in self.clocks if c.near(today)), key=_end, default=None)


def open_case(
    work: Work,
    kind: CaseKind | str,
    title: str,
    *,
    scope: str = "",
    received_on: date | None = None,
    stage: Stage | str = Stage.APPLICATION,
    authority: str = "",
    weeks: int | None = None,
    signal: bool = False,
    regime: RegimeChoice | None = None,
) -> Case:
    """Open a case file; whoever opens it handles it. The reference is random, never a number.

    A screening needs its scope and the day of receipt, but for a `signal`; a partnership case
    takes a regime, joint where none is named. Raises Invalid.
    """
    wanted = CaseKind(one_of(str(kind), "kind", tuple(_case_references.PREFIX)))
    partnership = wanted is CaseKind.PARTNERSHIP
    work.require(Permission.PARTNERSHIP_OPEN if partnership else Permission.CASE_OPEN)
    case = _file(work, wanted, title, signal=signal, regime=regime)
    row: Partnership | Screening = Partnership(activity=MEETING, first_processing_at=work.now)
    if not partnership:
        row = _screening(work, scope, received_on, stage, authority, weeks)
    row.case = case
    work.session.add_all((case, row))
    told = {"scope": scope, "state": case.state, "regime": case.regime}
    work.record(EventKind.CASE_OPENED, case, case_kind=wanted, **told)
    return case


def _file(
    work: Work, kind: CaseKind, title: str, *, signal: bool, regime: RegimeChoice | None
) -> Case:
    first = SIGNALLED if signal else RECEIVED
    case = Case(
        reference=_case_references.free(work, kind),
        kind=kind,
        title=said(title, "title", TITLE),
        organisation_id=work.actor.organisation_id,
        opened_on=work.today,
        opened_at=work.now,
        state=ENRICHING if kind is CaseKind.PARTNERSHIP else first,
    )
    case.members.append(Membership(user_id=work.actor.id, capacity=HANDLER, since=work.today))
    choose(case, regime)
    return case


def _screening(
    work: Work,
    scope: str,
    received_on: date | None,
    stage: Stage | str,
    authority: str,
    weeks: int | None,
) -> Screening:
    received = past(work, received_on, "received_on")
    row = _scope(scope, received)
    length = (deadlines().row("DL01", received).length or 0) if weeks is None else weeks
    if not 1 <= length <= MOST_WEEKS:
        raise Invalid(
            "A decision term has between 1 and {most} weeks.",
            where={"field": "weeks"},
            hint="Leave it empty for the term of the Awb.",
            most=MOST_WEEKS,
        )
    return Screening(
        scope=row.code,
        stage=one_of(str(stage), "stage", tuple(Stage)),
        authority=fitting(authority, "authority", 100) or row.authority.nl,
        received_on=received,
        law_date=received,
        weeks=length,
        register_entities=[],
    )


def _scope(code: str, on: date) -> Scope:
    try:
        return scopes().row(code.strip(), on)
    except NotFound as unknown:
        raise Invalid(
            "{code} is no decision to which the Wet Bibob applies.",
            where={"field": "scope"},
            hint="Choose one of: {names}.",
            names=", ".join(scopes().codes()),
            code=code[:20] or N_("Nothing"),
        ) from unknown


def find_case(work: Work, reference: str) -> UUID:
    """The id behind a reference; a case one may not see answers like one that does not exist."""
    case = work.case_called(reference.strip(), Permission.CASE_READ)
    work.record(EventKind.CASE_READ, case, part="reference")
    return case.id


def list_cases(work: Work) -> tuple[CaseRow, ...]:
    """One's own cases, the most pressing first."""
    work.require(Permission.WORK_READ)
    query = work.visible(Permission.CASE_READ, Case)
    kept = _rows.rows_of_all(work.session, query, _rows.COURSE)
    work.record(EventKind.WORK_LISTED, "case:*", shown=len(kept))
    return tuple(sorted((_row(work, each) for each in kept), key=_pressing))


def _row(work: Work, kept: _rows.Rows) -> CaseRow:
    case = kept.case
    running = tuple(clock for clock in _clocks.clocks(kept, work.today) if clock.open)
    capacity = next(row.capacity for row in case.members if row.user_id == work.actor.id)
    return CaseRow(
        id=case.id,
        reference=case.reference,
        kind=case.kind,
        title=case.title,
        state=case.state,
        state_name=_procedure.state_name(case, work.today),
        next_clock=min(running, key=_end, default=None),
        capacity=capacity,
        opened_on=case.opened_on,
        scope=kept.screening.scope if kept.screening else "",
        handlers={str(m.user_id): m.user.name for m in case.members if m.capacity == HANDLER},
        clocks=running,
    )


def _end(clock: CaseClock) -> date:
    return clock.due


def _pressing(row: CaseRow) -> tuple[date, str]:
    return (row.next_clock.due if row.next_clock else date.max, row.reference)


def record_scope_test(
    work: Work,
    case_id: UUID,
    version: int,
    *,
    ordinary_grounds: str = "",
    ordinary_ground_met: bool = False,
    policy_reason: str = "",
    screened_unchanged: bool = False,
    applicant_id: UUID | None = None,
) -> Screening:
    """The memo of ST20: ordinary grounds first, then why the policy rule selects the case."""
    case = work.case(case_id, Permission.CASE_EDIT)
    screening = _procedure.screening(work, case)
    if applicant_id is not None:
        work.within(Entity, applicant_id, case)
    reasoned = said if ordinary_ground_met else fitting
    new: dict[str, object] = {
        "ordinary_grounds": reasoned(ordinary_grounds, "ordinary_grounds"),
        "ordinary_ground_met": ordinary_ground_met,
        "policy_reason": fitting(policy_reason, "policy_reason"),
        "screened_unchanged": screened_unchanged,
        "applicant_id": applicant_id or screening.applicant_id,
    }
    work.expect(screening, version, new)
    for field, value in new.items():
        setattr(screening, field, value)
    work.record(EventKind.CASE_CHANGED, screening, part="scope", met=ordinary_ground_met)
    return screening


def register_application(
    work: Work, case_id: UUID, reason: str, received_on: date | None = None
) -> Move:
    """The application that belongs to the signal came in (T01); its terms count from this day."""
    case = work.case(case_id, Permission.CASE_STEP)
    screening, day = _procedure.screening(work, case), _procedure.day(work, case, received_on)
    move = _procedure.move(work, case, "T01", reason, day)
    screening.received_on = screening.law_date = day
    work.record(EventKind.CASE_CHANGED, screening, part="receipt", on=day.isoformat())
    return move


def withdraw(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Move:
    """The applicant withdraws the application (T38); how it relates to questions is the reason."""
    case = work.case(case_id, Permission.CASE_STEP)
    return _procedure.move(work, case, "T38", reason, _procedure.day(work, case, on))
