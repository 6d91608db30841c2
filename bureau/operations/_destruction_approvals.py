"""A plan of destruction waits for a second person, and holds only while nothing changes."""

from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import ApprovalRequest, Case, DestructionPlan
from bureau.operations import _retention
from bureau.operations._second_person import Kind, Thing
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

WAITING, APPROVED, REFUSED = "waiting", "approved", "refused"


def insist_same(work: Work, plan: DestructionPlan) -> None:
    """Every line must be due, not held, and to the row what was read."""
    due = {
        (str(line.case_id), line.kept.row.code)
        for line in _retention.lines(work, Permission.RETENTION_READ)
        if line.due(work.today)
    }
    for line in plan.content["lines"]:
        case = work.session.get_one(Case, UUID(line["id"]))
        now = _retention.fingerprint(work, case, line["part"])
        if (line["id"], line["class"]) not in due or now != line["fingerprint"]:
            raise NotAllowed(
                "The file {case} has changed, is held or is not due any more.",
                where={"guard": "same_content", "case": case.reference},
                hint="Make a new plan and let it be approved.",
                case=case.reference,
            )


def cases_of(plan: DestructionPlan) -> tuple[UUID, ...]:
    """The files that a plan names."""
    return tuple(UUID(line["id"]) for line in plan.content["lines"])


def _thing(work: Work, plan: DestructionPlan) -> Thing:
    rows = plan.content["lines"]
    file = work.session.get(Case, cases_of(plan)[0]) if rows else None
    parts = ("case", "class", "destroy_on", "basis")
    told = [" · ".join(str(row[part]) for part in parts if part in row) for row in rows]
    says = {"digest": plan.digest, "made_on": plan.content.get("made_on", ""), "lines": told}
    return Thing(file, says, plan.made_by)


def _settled(plan: DestructionPlan, request: ApprovalRequest, state: str) -> None:
    plan.state, plan.reason = state, request.answer
    plan.settled_by_id, plan.settled_at = request.settled_by_id, request.settled_at


def _agreed(work: Work, request: ApprovalRequest, plan: DestructionPlan) -> None:
    for case_id in cases_of(plan):
        work.case(case_id, Permission.RETENTION_APPROVE)
    insist_same(work, plan)
    _settled(plan, request, APPROVED)
    work.record(EventKind.DESTRUCTION_APPROVED, plan, digest=plan.digest)


def _turned_down(work: Work, request: ApprovalRequest, plan: DestructionPlan) -> None:
    _settled(plan, request, REFUSED)
    work.record(EventKind.DESTRUCTION_REFUSED, plan, digest=plan.digest)


def _act(_: DestructionPlan) -> str:
    return "destruction"


def _waits(plan: DestructionPlan) -> bool:
    return plan.state == WAITING


DESTRUCTION = Kind(DestructionPlan, _act, _thing, _waits, _agreed, _turned_down)
