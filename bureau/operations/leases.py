"""Reading a file outside one's own tasks: for a stated task and a while, or in an emergency."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import FileLease
from bureau.operations import _leases, _reasons
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules.calendar import working_days_after
from bureau.rules.events import EventKind
from bureau.rules.need_to_know import alike, look_purposes, most
from bureau.work import Work

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Leases:
    """One's own leases, newest first, what colleagues ask one to confirm, and whether one may ask.

    `suspended` says that an emergency of one's own was not reviewed in time.
    """

    own: tuple[FileLease, ...]
    asked: tuple[FileLease, ...]
    suspended: bool


def list_leases(work: Work) -> Leases:
    """What stands open to oneself, and what a colleague asks one to confirm."""
    work.require(Permission.LEASE_TAKE)
    rows = _newest(select(FileLease).where(FileLease.user_id == work.actor.id))
    waits = _leases.waiting(work).where(FileLease.user_id != work.actor.id)
    found = Leases(
        tuple(work.session.scalars(rows)),
        tuple(work.session.scalars(_newest(waits))),
        _leases.suspended(work),
    )
    work.record(EventKind.LEASE_LISTED, f"user:{work.actor.id}", shown=len(found.own))
    return found


def take_lease(work: Work, reference: str, purpose: str, task_id: UUID, reason: str) -> FileLease:
    """Open a screening of the own organisation for some hours, to read it for a task of one's own.

    Raises NotFound in the same words for a file that does not exist and for one that may not be
    opened, and Invalid for a reason that says too little or that was given before.
    """
    work.require(Permission.LEASE_TAKE)
    known = [row.code for row in look_purposes().on(work.today) if row.cased]
    one_of(purpose, "purpose", tuple(known))
    task = work.case(task_id, Permission.CASE_READ)
    why = _new_reason(work, reason)
    case = _leases.file_called(work, reference)
    ends = work.now + timedelta(hours=most("lease_hours", work.today))
    row = _leases.kept(work, case, why, purpose=purpose, task=task.reference)
    row.from_at, row.until_at = work.now, ends
    work.record(EventKind.LEASE_TAKEN, row, for_what=purpose, for_case=str(task.id), reason=why)
    return row


def ask_glass(work: Work, reference: str, reason: str) -> FileLease:
    """Ask for a screening of the own organisation in an emergency; a colleague has to confirm it.

    Raises NotAllowed while an emergency of one's own was not reviewed in time.
    """
    work.require(Permission.LEASE_TAKE)
    if _leases.suspended(work):
        raise NotAllowed(
            "Your emergency access is suspended: an earlier use was not reviewed in time.",
            where={"guard": "need to know", "basis": "NEN 7513"},
            hint="Ask an auditor to review it, or take a lease for a task of your own.",
        )
    why = _new_reason(work, reason)
    row = _leases.kept(work, _leases.file_called(work, reference), why, urgent=True)
    work.record(EventKind.GLASS_ASKED, row, reason=why)
    return row


def confirm_glass(work: Work, lease_id: UUID) -> FileLease:
    """Confirm as the second person that a colleague has an emergency; the file opens now."""
    work.require(Permission.LEASE_TAKE)
    row = work.session.scalar(_leases.waiting(work).where(FileLease.id == lease_id))
    if row is None:
        raise NotFound("There is nothing here that you may see.")
    if row.user_id == work.actor.id:
        raise NotAllowed(
            "A second person confirms an emergency, not whoever has it.",
            where={"guard": "two people"},
            hint="Ask a colleague to look under Cases, Files of colleagues.",
        )
    row.second_id, row.from_at = work.actor.id, work.now
    row.until_at = work.now + timedelta(minutes=most("glass_minutes", work.today))
    row.due_on = working_days_after(work.today, most("glass_review_days", work.today))
    work.record(EventKind.GLASS_OPENED, row, asked_by=str(row.user_id))
    return row


def end_lease(work: Work, lease_id: UUID) -> FileLease:
    """Close a file before its time; who asked in an emergency can withdraw that too."""
    work.require(Permission.LEASE_TAKE)
    row = work.session.get(FileLease, lease_id)
    if row is None or row.user_id != work.actor.id:
        raise NotFound("There is nothing here that you may see.")
    row.until_at = work.now if row.until_at is None else min(row.until_at, work.now)
    work.record(EventKind.LEASE_ENDED, row)
    return row


def list_emergencies(work: Work) -> tuple[FileLease, ...]:
    """Every emergency that opened a file, what waits for a review first; for the auditor."""
    work.require(Permission.TRAIL_KEEP)
    rows = select(FileLease).where(FileLease.urgent, FileLease.from_at.is_not(None))
    found = tuple(work.session.scalars(_newest(rows)))
    work.record(EventKind.LEASE_LISTED, "trail:-", shown=len(found))
    return tuple(sorted(found, key=lambda row: row.reviewed_at is not None))


def review_glass(
    work: Work, lease_id: UUID, version: int, finding: str, *, justified: bool
) -> FileLease:
    """Say whether an emergency was one, with what was found; neither of the two people does."""
    work.require(Permission.TRAIL_KEEP)
    row = work.session.get(FileLease, lease_id)
    if row is None or not row.urgent or row.from_at is None:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {})
    if work.actor.id in (row.user_id, row.second_id) or not row.unreviewed():
        raise NotAllowed(
            "This emergency cannot be reviewed by you now.",
            where={"guard": "two people"},
            hint="Another auditor reviews it, once.",
        )
    row.reviewed_by_id, row.reviewed_at, row.justified = work.actor.id, work.now, justified
    row.finding = said(finding, "finding", LONGEST)
    work.record(EventKind.GLASS_REVIEWED, row, justified=justified, reason=row.finding)
    return row


def _new_reason(work: Work, reason: str) -> str:
    """A reason that says something and that this person did not give before."""
    why = _reasons.insist(work, reason, "reason")
    earlier = select(FileLease.reason).where(FileLease.user_id == work.actor.id)
    if any(alike(why, each) for each in work.session.scalars(earlier)):
        raise Invalid(
            "You gave this reason before.",
            where={"field": "reason", "basis": "NEN 7513"},
            hint="Say what you need in this file, for this task.",
        )
    return why


def _newest(rows: Select[FileLease]) -> Select[FileLease]:
    return rows.order_by(FileLease.asked_at.desc(), FileLease.id)
