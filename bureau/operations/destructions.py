"""Destruction under two pairs of eyes: planned by one, approved by another, done as it was read."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Case, Destruction, DestructionPlan
from bureau.operations import _approving, _destroying, _retention
from bureau.operations._checks import said
from bureau.operations._destruction_approvals import (
    APPROVED,
    DESTRUCTION,
    WAITING,
    cases_of,
    insist_same,
)
from bureau.operations._keeping_lines import RetentionLine
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.work import Work

SCHEMA = "bureau-destruction-1"
EXECUTED = "executed"


def list_retention(work: Work) -> tuple[RetentionLine, ...]:
    """Every closed file and every partnership case of one's own, with its last day and its hold."""
    work.require(Permission.WORK_READ)
    found = _retention.lines(work, Permission.RETENTION_READ)
    work.record(EventKind.RETENTION_LISTED, "retention:*", shown=len(found))
    return found


def list_plans(work: Work) -> tuple[DestructionPlan, ...]:
    """The plans over files of which one is a member, newest first."""
    work.require(Permission.WORK_READ)
    rows = select(DestructionPlan).where(
        DestructionPlan.organisation_id == work.actor.organisation_id
    )
    every = work.session.scalars(rows.order_by(DestructionPlan.made_at.desc()))
    found = tuple(row for row in every if _may(work, row, Permission.RETENTION_READ))
    work.record(EventKind.RETENTION_LISTED, "destruction_plan:*", shown=len(found))
    return found


def plan_destruction(work: Work, references: Iterable[str] = ()) -> DestructionPlan:
    """Propose to destroy what is due now, or of that only the named files, if any is."""
    work.require(Permission.WORK_READ)
    wanted = set(references)
    due = [
        line
        for line in _retention.lines(work, Permission.RETENTION_PLAN)
        if line.due(work.today) and (not wanted or line.reference in wanted)
    ]
    if not due or wanted - {line.reference for line in due}:
        raise Invalid(
            "Nothing is due for destruction there.",
            where={"field": "files"},
            hint="Only files whose term is over, without a hold, are destroyed.",
        )
    content = _content(work, due)
    plan = DestructionPlan(
        organisation_id=work.actor.organisation_id,
        content=content,
        digest=_digest(content),
        state=WAITING,
        made_by_id=work.actor.id,
        made_at=work.now,
    )
    work.session.add(plan)
    work.record(EventKind.DESTRUCTION_PLANNED, plan, digest=plan.digest, files=len(due))
    _approving.ask(work, DESTRUCTION, plan)
    return plan


def _content(work: Work, due: Iterable[RetentionLine]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "made_on": work.today.isoformat(),
        "made_by": str(work.actor.id),
        "lines": [_line(work, line) for line in due],
    }


def _digest(content: Mapping[str, Any]) -> str:
    """The digest of a plan, over its canonical text."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def _line(work: Work, line: RetentionLine) -> dict[str, Any]:
    case = work.session.get_one(Case, line.case_id)
    return {
        **line.plain(Language.NL),
        "id": str(line.case_id),
        "part": line.kept.row.part,
        "fingerprint": _retention.fingerprint(work, case, line.kept.row.part),
    }


def read_plan(work: Work, plan_id: UUID) -> DestructionPlan:
    """A plan with its lines, for whoever is a member of every file in it."""
    plan = _plan(work, plan_id)
    if plan.state == WAITING:
        _approving.look(work, DESTRUCTION, plan)
    work.record(EventKind.DESTRUCTION_READ, plan, files=len(plan.content["lines"]))
    return plan


def _plan(work: Work, plan_id: UUID) -> DestructionPlan:
    plan = work.session.get(DestructionPlan, plan_id)
    if plan is None:
        raise NotFound("There is nothing here that you may see.")
    for case_id in cases_of(plan):
        work.case(case_id, Permission.RETENTION_READ)
    return plan


def find_plan(work: Work, text: str) -> UUID:
    """The plan whose file this is: its words must be those that were kept, to the letter."""
    work.require(Permission.WORK_READ)
    try:
        wanted = _digest(json.loads(text)["plan"])
    except (ValueError, KeyError, TypeError):
        raise Invalid(
            "This is no plan of destruction.",
            where={"argument": "PLAN"},
            hint="Give the file that bureau retain plan wrote.",
        ) from None
    row = work.session.scalar(select(DestructionPlan).where(DestructionPlan.digest == wanted))
    if row is None or not _may(work, row, Permission.RETENTION_READ):
        raise NotFound("There is no such plan, or its file was changed.")
    if row.state == WAITING:  # whoever shows the file has exactly these words in hand
        _approving.look(work, DESTRUCTION, row)
    work.record(EventKind.DESTRUCTION_READ, row, by="file")
    return row.id


def settle_plan(
    work: Work, plan_id: UUID, version: int, reason: str, *, approved: bool
) -> DestructionPlan:
    """Approve or refuse a plan that somebody else made, as second reader of every file in it."""
    plan = _plan(work, plan_id)
    for case_id in cases_of(plan):
        work.case(case_id, Permission.RETENTION_APPROVE)
    work.expect(plan, version, {})
    if not approved:
        _approving.refuse(work, DESTRUCTION, plan, reason)
        return plan
    _approving.agree(work, DESTRUCTION, plan, said(reason, "reason", _approving.ANSWER))
    return plan


def execute_plan(work: Work, plan_id: UUID, version: int) -> DestructionPlan:
    """Destroy what the approved plan names, all of it or nothing; a certificate stays.

    Raises NotAllowed when a file changed since, was held meanwhile or is not due any more.
    """
    plan = _plan(work, plan_id)
    for case_id in cases_of(plan):
        work.case(case_id, Permission.RETENTION_PLAN)
    if plan.state != APPROVED:
        raise NotAllowed(
            "This plan is not approved, or was executed already.",
            where={"guard": "approved", "state": plan.state},
            hint="A second person approves the plan first; it is executed once.",
        )
    work.expect(plan, version, {})
    insist_same(work, plan)
    _approving.use(work, DESTRUCTION, plan)
    for line in plan.content["lines"]:
        _destroy(work, plan, line)
    plan.state = EXECUTED
    plan.executed_by_id, plan.executed_at = work.actor.id, work.now
    work.record(EventKind.FILE_DESTROYED, plan, digest=plan.digest)
    return plan


def _destroy(work: Work, plan: DestructionPlan, line: Mapping[str, Any]) -> None:
    case = work.session.get_one(Case, UUID(line["id"]))
    certificate = Destruction(
        case_id=case.id,
        plan_id=plan.id,
        retention=line["class"],
        state=_destroying.OPEN,
        counts={},
        fingerprint=line["fingerprint"],
        at=work.now,
    )
    work.session.add(certificate)
    _destroying.destroy(work, certificate, case, line["part"])
    rows = sum(certificate.counts.values())
    work.record(EventKind.FILE_DESTROYED, certificate, retention=line["class"], rows=rows)


def _may(work: Work, plan: DestructionPlan, permission: Permission) -> bool:
    try:
        for case_id in cases_of(plan):
            work.case(case_id, permission)
    except (AccessDenied, NotFound):
        return False
    return True
