"""Which file may be opened for a while, what waits for a second person, and who may not ask."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, select

from bureau.errors import NotFound
from bureau.model import Case, Destruction, FileLease, LegalHold, SafetyHold
from bureau.model.entity import folded
from bureau.operations import _marks
from bureau.policy import Permission
from bureau.rules.need_to_know import most
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

CLOSED = "ST199"


def file_called(work: Work, reference: str) -> Case:
    """The file with this reference, where the policy could let this person in.

    Never one of another organisation, a joint case (its participants alone read that), one that
    was destroyed, is closed and held, or waits for the victim track: all answer like none.
    """
    query = select(Case).where(
        Case.reference == reference.strip().upper().replace("\0", ""),
        Case.organisation_id == work.actor.organisation_id,
        Case.kind == CaseKind.SCREENING,
    )
    case = work.session.scalar(query)
    if case is None or _shut(work, case) or work.may(Permission.CASE_READ, case):
        refusal = NotFound(
            "There is no file with this reference that can be opened for you.",
            where={"field": "reference"},
            hint="Check the reference; a file of your own needs no lease.",
        )
        refusal.sought = _marks.mark(folded(reference))
        raise refusal
    return case


def _shut(work: Work, case: Case) -> bool:
    gone = select(Destruction.id).where(Destruction.case_id == case.id)
    held = select(LegalHold.id).where(LegalHold.case_id == case.id, LegalHold.lifted_on.is_(None))
    waits = work.session.scalars(select(SafetyHold).where(SafetyHold.case_id == case.id))
    return bool(
        work.session.scalar(gone)
        or (case.state == CLOSED and work.session.scalar(held))
        or any(row.stands(work.today) for row in waits)
    )


def kept(work: Work, case: Case, reason: str, **more: Any) -> FileLease:
    """A new lease that opens nothing yet."""
    told = {"urgent": False, "purpose": "", "task": "", **more}
    row = FileLease(
        case_id=case.id,
        user_id=work.actor.id,
        organisation_id=work.actor.organisation_id,
        reason=reason,
        asked_at=work.now,
        finding="",
        **told,
    )
    work.session.add(row)
    return row


def waiting(work: Work) -> Select[FileLease]:
    """Emergencies of the own organisation that nobody confirmed and that did not lapse yet."""
    since = work.now - timedelta(minutes=most("glass_wait_minutes", work.today))
    return select(FileLease).where(
        FileLease.urgent,
        FileLease.organisation_id == work.actor.organisation_id,
        FileLease.from_at.is_(None),
        FileLease.until_at.is_(None),
        FileLease.asked_at > since,
    )


def suspended(work: Work) -> bool:
    """Whether an emergency of this person was not reviewed by its last day."""
    late = select(FileLease.id).where(
        FileLease.user_id == work.actor.id,
        FileLease.urgent,
        FileLease.from_at.is_not(None),
        FileLease.reviewed_at.is_(None),
        FileLease.due_on < work.today,
    )
    return work.session.scalar(late) is not None
