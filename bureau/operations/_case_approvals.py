"""What waits for a second person in a case: a decision, one on objection, a joining judgement."""

from uuid import UUID

from sqlalchemy import select

from bureau.model import ApprovalRequest, Case, Decision, Objection, PairJudgement, User
from bureau.operations import _conditions
from bureau.operations._match_subjects import candidates, pair_facts
from bureau.operations._second_person import Kind, Thing
from bureau.rules.approvals import ApprovalState
from bureau.work import Work


def _decision_thing(work: Work, row: Decision) -> Thing:
    case = work.session.get_one(Case, row.case_id)
    conditions = [f"{one.text} ({one.check_on.isoformat()})" for one in row.conditions]
    says = {
        "case": case.reference,
        "outcome": row.outcome,
        "reasons": row.reasons,
        "conditions": conditions,
        "decided_on": row.decided_on.isoformat(),
        "decided_by": row.by.name,
        "round": row.round,
    }
    return Thing(case, says, row.by)


def _decision_act(_: Decision) -> str:
    return "decision"


def _decision_waits(row: Decision) -> bool:
    return row.made_known_on is None


DECISION = Kind(Decision, _decision_act, _decision_thing, _decision_waits)


def _objection_thing(work: Work, row: Objection) -> Thing:
    case = work.session.get_one(Case, row.case_id)
    maker = work.session.get_one(User, row.by_id or row.decision.by_id)
    new = _conditions.holding(row.decision.conditions) if row.replaced_by else []
    says = {
        "case": case.reference,
        "received_on": row.received_on.isoformat(),
        "grounds": row.grounds,
        "outcome": f"objection_{row.outcome}",
        "instead": row.replaced_by,
        "reasons": row.reasons,
        "conditions": [f"{one.text} ({one.check_on.isoformat()})" for one in new],
        "decided_on": row.decided_on.isoformat() if row.decided_on else "",
        "decided_by": maker.name,
        "round": row.decision.round,
    }
    return Thing(case, says, maker, reviewed=_first(work, row.decision))


def _first(work: Work, decision: Decision) -> frozenset[UUID]:
    """Who took a decision, and who agreed to it: neither reads the one on the objection to it."""
    query = select(ApprovalRequest.settled_by_id).where(
        ApprovalRequest.subject_kind == Decision.__tablename__,
        ApprovalRequest.subject_id == decision.id,
        ApprovalRequest.state.in_((ApprovalState.APPROVED, ApprovalState.USED)),
    )
    agreed = {one for one in work.session.scalars(query) if one is not None}
    return frozenset(agreed | {decision.by_id})


def _objection_act(_: Objection) -> str:
    return "objection"


def _objection_waits(row: Objection) -> bool:
    return row.decided_on is not None and row.made_known_on is None


OBJECTION = Kind(Objection, _objection_act, _objection_thing, _objection_waits)


def _hand_thing(work: Work, row: PairJudgement) -> Thing:
    case = work.session.get_one(Case, row.case_id)
    says = {
        "case": case.reference,
        "left": row.left.label,
        "right": row.right.label,
        "judgement": row.judgement.value,
        "reason": row.reason,
        "facts": row.facts,
        "facts_now": _facts(work, case, row),
    }
    return Thing(case, says, row.by)


def _facts(work: Work, case: Case, row: PairJudgement) -> str:
    """A digest of what there is to compare now: it changes when a fact about either does."""
    known = candidates(work, case)
    one, other = known.get(row.left_id), known.get(row.right_id)
    return pair_facts(one, other) if one and other else ""


def _hand_act(_: PairJudgement) -> str:
    return "same_person"


def _hand_waits(_: PairJudgement) -> bool:
    return True


HAND = Kind(PairJudgement, _hand_act, _hand_thing, _hand_waits, at_once=True)
