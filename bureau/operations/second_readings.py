"""Where the agreement stands that a decision needs before it is made known, and asking for it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import ApprovalRequest, Case, Decision, Objection
from bureau.operations import _approving
from bureau.operations._case_approvals import DECISION, OBJECTION
from bureau.operations._second_person import Kind, still_stands, unchanged
from bureau.policy import Permission
from bureau.rules.approvals import OPEN, ApprovalState, Ground
from bureau.rules.events import EventKind
from bureau.work import Work

UNASKED, EXPIRED, CHANGED, LAPSED = "unasked", "expired", "changed", "lapsed"
# What the officer may ask anew in the name of whoever decided: nobody said no to it.
OVER = frozenset((UNASKED, EXPIRED, CHANGED, LAPSED, ApprovalState.VOID.value))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Where the agreement to what was decided last stands; `opens` for whoever may look at it."""

    act: str
    state: str
    request_id: UUID | None
    maker: str
    until: datetime | None
    settled_by: str
    answer: str
    opens: bool

    @property
    def may_be_asked(self) -> bool:
        """Whether it has to be asked before anything goes on."""
        return self.state in OVER


def read_agreement(work: Work, case_id: UUID) -> Agreement | None:
    """Where it stands with the decision that is not made known yet; None where there is none."""
    case = work.case(case_id, Permission.CASE_READ)
    kind, record = _unknown(work, case)
    work.record(EventKind.CASE_READ, case)
    if kind is None or record is None:
        return None
    rows = _approving.every(work, kind, record)
    last = rows[-1] if rows else None
    maker = kind.thing(work, record).made_by
    reads = work.may(Permission.SCREENING_SIGN, case) or maker.id == work.actor.id
    return Agreement(
        act=kind.act(record),
        state=_state(work, kind, record, last),
        request_id=last.id if last else None,
        maker=maker.name,
        until=last.expires_at if last else None,
        settled_by=last.settled_by.name if last and last.settled_by else "",
        answer=last.answer if last else "",
        opens=last is not None and reads,
    )


def ask_agreement(work: Work, case_id: UUID) -> ApprovalRequest:
    """Ask the second person to agree to what was decided, in the name of whoever decided it.

    For a decision from before the house kept requests, and for a question that ran out or fell.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    kind, record = _unknown(work, case)
    rows = _approving.every(work, kind, record) if kind and record else []
    state = _state(work, kind, record, rows[-1] if rows else None) if kind and record else ""
    if kind is None or record is None or state not in OVER:
        raise NotAllowed(
            "There is nothing to ask a second person now.",
            where={"guard": Ground.STATE.value},
            hint="What waits is answered first; what was refused is asked anew by whoever decided.",
        )
    return _approving.ask_for(work, kind, record)


def _unknown(work: Work, case: Case) -> tuple[Kind | None, Decision | Objection | None]:
    """What was decided last and is not made known yet."""
    decided = select(Decision).where(Decision.case_id == case.id)
    decision = work.session.scalars(decided.order_by(Decision.round.desc())).first()
    if decision is not None and decision.made_known_on is None:
        return DECISION, decision
    objected = select(Objection).where(Objection.case_id == case.id)
    objection = work.session.scalars(objected.order_by(Objection.at.desc())).first()
    if objection is not None and OBJECTION.waits(objection):
        return OBJECTION, objection
    return None, None


def _state(
    work: Work, kind: Kind, record: Decision | Objection, last: ApprovalRequest | None
) -> str:
    if last is None:
        return UNASKED
    if last.state in OPEN and not _approving.is_open(work, last):
        return EXPIRED
    if last.state in OPEN and not unchanged(work, kind, last, record):
        return CHANGED
    if last.state is ApprovalState.APPROVED and not still_stands(work, kind, last, record):
        return LAPSED
    return last.state.value
